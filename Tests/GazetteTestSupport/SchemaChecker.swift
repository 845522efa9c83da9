import Foundation

/// Checks JSON texts against JSON Schemas (draft 2020-12), with the few keywords that the project's schemas use.
///
/// A keyword that it does not know makes the schema unusable, so that nothing stays unchecked unnoticed.
package struct SchemaChecker: Sendable {
  /// What is wrong with a schema, and where in it.
  package struct SchemaFault: Error, Hashable, CustomStringConvertible {
    package let place: String
    package let what: String

    package var description: String { "\(place): \(what)" }
  }

  /// A schema, and the file whose names its references mean.
  private struct Located {
    var schema: JSONTree
    var file: String
  }

  /// More references and levels than this, one inside the other, are a circle.
  private static let depthLimit = 256
  private static let types: Set<String> = [
    "null", "boolean", "integer", "number", "string", "array", "object",
  ]

  private let files: [String: JSONTree]

  /// Takes schemas by their file names, and checks each of them.
  ///
  /// - Parameter files: The text of each schema by its name, by which others refer to it.
  /// - Throws: `SchemaFault`, or the error of the decoder for a text that is no JSON.
  package init(files: [String: String]) throws {
    self.files = try files.mapValues { try JSONTree($0) }
    for (name, schema) in self.files.sorted(by: { $0.key < $1.key }) {
      guard schema["$id"]?.text == name else {
        throw SchemaFault(place: name, what: "its $id must be its file name")
      }
      try check(schema, in: name, at: name + "#")
    }
  }

  /// The schemas that the project publishes.
  package static func published() throws -> SchemaChecker {
    let top = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = top.appendingPathComponent("Sources/GazetteExport/Schemas")
    var files: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasSuffix(".schema.json") {
      files[name] = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
    return try SchemaChecker(files: files)
  }

  /// The names of the schemas, sorted.
  package var names: [String] { files.keys.sorted() }

  /// The schema with a name, as it stands in its file.
  package func schema(_ name: String) -> JSONTree? { files[name] }

  /// What a text has that its schema forbids; empty when it fits.
  ///
  /// - Parameters:
  ///   - json: The text.
  ///   - name: The file name of the schema.
  /// - Returns: One line a finding, with the place as a JSON Pointer (RFC 6901) in front.
  /// - Throws: The decoder's error when the text is no JSON, `SchemaFault` when there is no such schema.
  package func problems(of json: String, under name: String) throws -> [String] {
    guard let schema = files[name] else { throw SchemaFault(place: name, what: "no such schema") }
    return problems(
      of: try JSONTree(json), under: Located(schema: schema, file: name), at: "", depth: 0)
  }

  // MARK: Instances

  private func problems(
    of value: JSONTree, under located: Located, at place: String, depth: Int
  ) -> [String] {
    guard depth < SchemaChecker.depthLimit else { return ["\(place): the schema goes in circles"] }
    if case .bool(let allows) = located.schema {
      return allows ? [] : ["\(place): nothing is allowed here"]
    }
    guard let keywords = located.schema.members else { return [] }
    var found: [String] = []
    let types = keywords["type"].map(SchemaChecker.names) ?? []
    if !types.isEmpty, !types.contains(where: { fits(value, $0) }) {
      found.append("\(place): is of type \(value.type), not " + types.joined(separator: " or "))
    }
    if let allowed = keywords["enum"]?.elements, !allowed.contains(value) {
      found.append("\(place): is none of the values allowed")
    }
    if let wanted = keywords["const"], wanted != value {
      found.append("\(place): is not the value demanded")
    }
    if let minimum = keywords["minimum"]?.value, let number = value.value, number < minimum {
      found.append("\(place): \(number) is less than \(minimum)")
    }
    let below = { (value: JSONTree, schema: JSONTree, place: String) in
      problems(
        of: value, under: Located(schema: schema, file: located.file), at: place, depth: depth + 1)
    }
    if let members = value.members {
      for name in (keywords["required"]?.elements ?? []).compactMap(\.text)
      where members[name] == nil {
        found.append("\(place): lacks \(name)")
      }
      for (name, schema) in (keywords["properties"]?.members ?? [:]).sorted(by: { $0.key < $1.key })
      {
        if let member = members[name] {
          found += below(member, schema, place + "/" + SchemaChecker.escaped(name))
        }
      }
    }
    if let items = keywords["items"], let elements = value.elements {
      for (index, element) in elements.enumerated() {
        found += below(element, items, "\(place)/\(index)")
      }
    }
    if let choices = keywords["anyOf"]?.elements,
      !choices.contains(where: { below(value, $0, place).isEmpty })
    {
      found.append("\(place): fits none of the choices")
    }
    if let reference = keywords["$ref"]?.text, let target = target(of: reference, in: located.file)
    {
      found += problems(of: value, under: target, at: place, depth: depth + 1)
    }
    return found
  }

  private func fits(_ value: JSONTree, _ type: String) -> Bool {
    value.type == type || type == "number" && value.type == "integer"
  }

  private static func names(_ types: JSONTree) -> [String] {
    types.text.map { [$0] } ?? (types.elements ?? []).compactMap(\.text)
  }

  private static func escaped(_ name: String) -> String {
    name.replacingOccurrences(of: "~", with: "~0").replacingOccurrences(of: "/", with: "~1")
  }

  // MARK: References

  /// What a reference means; `nil` when it leads nowhere.
  private func target(of reference: String, in file: String) -> Located? {
    let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts[0].isEmpty ? file : String(parts[0])
    guard var schema = files[name] else { return nil }
    let pointer = parts.count > 1 ? parts[1] : ""
    guard pointer.isEmpty || pointer.hasPrefix("/") else { return nil }
    for step in pointer.split(separator: "/") {
      let key = step.replacingOccurrences(of: "~1", with: "/")
        .replacingOccurrences(of: "~0", with: "~")
      guard let next = schema[key] else { return nil }
      schema = next
    }
    return Located(schema: schema, file: name)
  }

  // MARK: Schemas

  /// Checks a schema and those inside it: only known keywords, of the right form, and references that lead somewhere.
  private func check(_ schema: JSONTree, in file: String, at place: String) throws {
    if case .bool = schema { return }
    guard let keywords = schema.members else {
      throw SchemaFault(place: place, what: "neither an object nor true or false")
    }
    for (keyword, value) in keywords.sorted(by: { $0.key < $1.key }) {
      try check(keyword, value, in: file, at: place + "/" + SchemaChecker.escaped(keyword))
    }
  }

  private func check(
    _ keyword: String, _ value: JSONTree, in file: String, at place: String
  ) throws {
    let isGood: Bool
    switch keyword {
    case "$schema": isGood = value.text == "https://json-schema.org/draft/2020-12/schema"
    case "$id", "$comment", "title", "description": isGood = value.text != nil
    case "const": isGood = true
    case "enum": isGood = value.elements?.isEmpty == false
    case "minimum": isGood = value.value != nil
    case "type":
      let names = SchemaChecker.names(value)
      isGood =
        !names.isEmpty && names.allSatisfy(SchemaChecker.types.contains)
        && names.count == value.elements?.count ?? 1
    case "required":
      isGood = value.elements?.allSatisfy { $0.text != nil } ?? false
    case "$ref":
      isGood = value.text.flatMap { target(of: $0, in: file) } != nil
    case "items":
      try check(value, in: file, at: place)
      isGood = true
    case "anyOf":
      for (index, choice) in (value.elements ?? []).enumerated() {
        try check(choice, in: file, at: "\(place)/\(index)")
      }
      isGood = value.elements?.isEmpty == false
    case "properties", "$defs":
      for (name, inner) in (value.members ?? [:]).sorted(by: { $0.key < $1.key }) {
        try check(inner, in: file, at: place + "/" + SchemaChecker.escaped(name))
      }
      isGood = value.members != nil
    default: throw SchemaFault(place: place, what: "an unknown keyword")
    }
    guard isGood else { throw SchemaFault(place: place, what: "not of the form that it must have") }
  }
}
