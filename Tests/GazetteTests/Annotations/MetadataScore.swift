import GazetteDocument
import GazetteYAML

extension Score {
  /// The keys that are compared.
  static let metadataKeys = [
    "title", "issuer", "number", "kind", "written", "published", "effective", "status",
  ]

  /// Compares what a document says of itself; what it does not say must not be said.
  static func metadata(
    _ key: String, of document: PolicyDocument, _ annotation: Annotation
  ) -> Score {
    let wanted = values(annotation.root["metadata"]?[key])
    let found = value(key, of: document.metadata)
    var score = Score()
    if wanted.isEmpty, found == nil { return score }
    let same = wanted.map { normal(key, $0) }
    if let found, same.contains(normal(key, found)) || normal(key, found) == same.joined() {
      score.right = 1
      return score
    }
    if !wanted.isEmpty { score.missed = 1 }
    if found != nil { score.wrong = 1 }
    score.faults = ["\(document.id) \(key): \(found ?? "–"), not \(wanted)"]
    return score
  }

  private static func values(_ node: YAMLNode?) -> [String] {
    node?.elements.compactMap(\.string) ?? []
  }

  private static func value(_ key: String, of metadata: DocumentMetadata) -> String? {
    switch key {
    case "title": metadata.title.value
    case "issuer": metadata.issuer.value
    case "number": metadata.number.value?.description
    case "kind": metadata.kind.value
    case "written": metadata.written.value?.description
    case "published": metadata.published.value?.description
    case "effective": metadata.effective.value?.description
    case "status": metadata.status.value
    default: nil
    }
  }

  /// White space, brackets of numbers, letter case and the marks between joint issuers do not count.
  private static func normal(_ key: String, _ value: String) -> String {
    let solid = Annotation.solid(value)
    switch key {
    case "number":
      // Digits of full width are digits.
      let plain = solid.map { sign in
        sign.isASCII ? sign : sign.wholeNumberValue.map { Character("\($0 % 10)") } ?? sign
      }
      return String(plain.filter { $0.isLetter || $0.isNumber }).lowercased()
        .replacing("no", with: "").replacing("第", with: "").replacing("号", with: "")
    case "issuer": return solid.filter { !"、,，;；".contains($0) }.lowercased()
    default: return solid.lowercased()
    }
  }
}
