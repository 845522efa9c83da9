import GazetteMeasures
import GazetteTestSupport
import Testing

/// The published schemas keep the promise of the interface: absent is null, never missing.
@Suite struct SchemaFilesTests {
  @Test("every published schema uses only checked keywords, and its references lead somewhere")
  func load() throws {
    let names = try SchemaChecker.published().names
    let shapes = [
      "search", "ask", "show", "cite", "list",
      "stats", "doctor", "diff", "index", "error",
      "envelope",
      "concepts-list", "concepts-show", "concepts-timeline", "concepts-lint", "concepts-discover",
      "concepts-export", "concepts-import", "lint", "verify", "receipt", "receipt-check",
      "parallels", "since", "queries",
      "checklist", "checklist-merge", "checklist-status",
      "measure", "measures", "who", "trace", "coverage", "study-build", "study-check",
    ]
    for shape in shapes { #expect(names.contains("\(shape).schema.json")) }
  }

  @Test("every rule by which a measure is found stands in the schema of its cues")
  func rules() throws {
    let schema = try #require(try SchemaChecker.published().schema("measures.schema.json"))
    let cues = schema["properties"]?["cues"]?["anyOf"]?.elements?.first
    let rules = cues?["items"]?["properties"]?["rule"]?["enum"]?.elements?.compactMap(\.text)
    #expect(Set(rules ?? []) == Set(MeasureCue.Rule.allCases.map(\.rawValue)))
  }

  @Test("every documented key is required, there or where the schema refers to")
  func required() throws {
    let checker = try SchemaChecker.published()
    for name in checker.names {
      let schema = try #require(checker.schema(name))
      #expect(schema["title"]?.text?.isEmpty == false, "\(name)")
      var rest: [(place: String, node: JSONTree)] = [(name, schema)]
      while let (place, node) = rest.popLast() {
        for (key, inner) in node.members ?? [:] { rest.append((place + "/" + key, inner)) }
        for (index, inner) in (node.elements ?? []).enumerated() {
          rest.append(("\(place)/\(index)", inner))
        }
        guard let properties = node["properties"]?.members, !place.hasSuffix("/properties") else {
          continue
        }
        let keys = Set(properties.keys)
        let own = Set((node["required"]?.elements ?? []).compactMap(\.text))
        #expect(own.isSubset(of: keys), "\(place) requires what it does not describe")
        let missing = keys.subtracting(own)
        let inherited = node["$ref"] == nil ? [] : try inheritedKeys(of: node, in: checker)
        #expect(missing.isSubset(of: inherited), "\(place): \(missing.subtracting(inherited))")
      }
    }
  }

  /// The keys that the whole file which a schema refers to requires.
  private func inheritedKeys(of node: JSONTree, in checker: SchemaChecker) throws -> Set<String> {
    guard let reference = node["$ref"]?.text, let schema = checker.schema(reference) else {
      return []
    }
    var keys = Set((schema["required"]?.elements ?? []).compactMap(\.text))
    if schema["$ref"] != nil { keys.formUnion(try inheritedKeys(of: schema, in: checker)) }
    return keys
  }
}
