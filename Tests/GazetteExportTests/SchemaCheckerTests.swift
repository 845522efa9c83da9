import Foundation
import GazetteTestSupport
import Testing

/// The checker accepts and rejects what JSON Schema says; `make interop` holds another validator to the same cases.
@Suite struct SchemaCheckerTests {
  /// A schema with texts that fit it and texts that do not.
  struct Case: Sendable, CustomTestStringConvertible {
    var about: String
    var schema: String
    var fits: [String]
    var fails: [String]

    var testDescription: String { about }
  }

  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("Fixtures")

  private static func fixture(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appendingPathComponent(name))
  }

  static let cases: [Case] = {
    guard let data = try? fixture("schema-cases.json"),
      let list = try? JSONSerialization.jsonObject(with: data) as? [[String: Any]]
    else { return [] }
    func text(_ value: Any?) -> String {
      let data = try? JSONSerialization.data(
        withJSONObject: value ?? NSNull(), options: [.fragmentsAllowed, .sortedKeys])
      return String(decoding: data ?? Data(), as: UTF8.self)
    }
    return list.map { entry in
      var schema = entry["schema"] as? [String: Any] ?? [:]
      schema["$id"] = "case.schema.json"
      return Case(
        about: entry["about"] as? String ?? "", schema: text(schema),
        fits: (entry["fits"] as? [Any] ?? []).map(text),
        fails: (entry["fails"] as? [Any] ?? []).map(text))
    }
  }()

  private func checker(_ schema: String) throws -> SchemaChecker {
    let other = String(decoding: try Self.fixture("other.schema.json"), as: UTF8.self)
    return try SchemaChecker(files: ["case.schema.json": schema, "other.schema.json": other])
  }

  @Test("the table of cases is there")
  func table() {
    #expect(Self.cases.count >= 25)
    #expect(Self.cases.allSatisfy { !$0.about.isEmpty && !$0.fits.isEmpty })
  }

  @Test("what fits is accepted, what does not fit is rejected", arguments: cases)
  func verdicts(of entry: Case) throws {
    let checker = try checker(entry.schema)
    for text in entry.fits {
      let problems = try checker.problems(of: text, under: "case.schema.json")
      #expect(problems.isEmpty, "\(text)")
    }
    for text in entry.fails {
      let problems = try checker.problems(of: text, under: "case.schema.json")
      #expect(!problems.isEmpty, "\(text)")
    }
  }

  @Test("a number without a fraction is an integer, true and null are no numbers")
  func numbers() throws {
    let tree = try JSONTree(#"[1.0, 2e3, 1.5, -0, true, null, 9223372036854775808]"#)
    #expect(
      tree.elements == [
        .integer(1), .integer(2000), .number(1.5), .integer(0), .bool(true), .null,
        .number(9_223_372_036_854_775_808),
      ])
  }

  @Test("a finding names its place as a JSON Pointer")
  func places() throws {
    let checker = try checker(
      """
      {"$id":"case.schema.json","properties":{"items":{"items":{"required":["n"],
      "properties":{"a/b":{"type":["integer","null"]}}}}}}
      """)
    let problems = try checker.problems(
      of: #"{"items":[{"n":1},{"a/b":"x"}]}"#, under: "case.schema.json")
    #expect(
      problems == ["/items/1: lacks n", "/items/1/a~1b: is of type string, not integer or null"])
  }

  @Test(
    "a schema that would leave something unchecked is refused",
    arguments: [
      #"{"pattern":"^a"}"#, #"{"additionalProperties":false}"#, #"{"items":{"maximum":1}}"#,
      #"{"properties":{"a":{"format":"date"}}}"#, #"{"anyOf":[{"minLength":1}]}"#,
      #"{"$defs":{"a":{"oneOf":[]}}}"#, #"{"Type":"null"}"#,
    ])
  func unknownKeywords(in schema: String) throws {
    let error = #expect(throws: SchemaChecker.SchemaFault.self) { try refused(schema) }
    #expect(error?.what == "an unknown keyword")
  }

  @Test(
    "a keyword of the wrong form is refused",
    arguments: [
      #"{"type":"text"}"#, #"{"type":[]}"#, #"{"type":["null",1]}"#, #"{"required":"a"}"#,
      #"{"required":[1]}"#, #"{"enum":[]}"#, #"{"enum":1}"#, #"{"minimum":"1"}"#, #"{"anyOf":[]}"#,
      #"{"anyOf":{}}"#, #"{"items":[{}]}"#, #"{"properties":[]}"#, #"{"properties":{"a":1}}"#,
      #"{"title":1}"#, #"{"$schema":"http://json-schema.org/draft-07/schema#"}"#,
    ])
  func wrongForms(in schema: String) throws {
    #expect(throws: SchemaChecker.SchemaFault.self) { try refused(schema) }
  }

  @Test(
    "a reference that leads nowhere is refused",
    arguments: [
      ##"{"$ref":"#/$defs/absent"}"##, #"{"$ref":"absent.schema.json"}"#,
      ##"{"$ref":"#anchor"}"##, #"{"$ref":"other.schema.json#/$defs/absent"}"#, #"{"$ref":1}"#,
    ])
  func deadReferences(in schema: String) throws {
    #expect(throws: SchemaChecker.SchemaFault.self) { try refused(schema) }
  }

  @Test("a reference that goes in circles is a finding and not an endless loop")
  func circles() throws {
    let checker = try checker(
      ##"{"$id":"case.schema.json","$ref":"#/$defs/a","$defs":{"a":{"$ref":"#"}}}"##)
    let problems = try checker.problems(of: "1", under: "case.schema.json")
    #expect(problems.count == 1)
  }

  @Test("a schema is known by its file name only")
  func names() throws {
    #expect(throws: SchemaChecker.SchemaFault.self) {
      _ = try SchemaChecker(files: ["a.schema.json": #"{"$id":"b.schema.json"}"#])
    }
    #expect(throws: SchemaChecker.SchemaFault.self) {
      _ = try checker(#"{"$id":"case.schema.json"}"#).problems(of: "1", under: "absent.schema.json")
    }
  }

  @Test("escapes stand for their characters")
  func escapes() throws {
    let tree = try JSONTree(#"["\"\\\/\b\f\n\r\t", "\u4e09\ud83d\ude42", {"\u0061": []}, {}]"#)
    #expect(
      tree.elements == [
        .string("\"\\/\u{8}\u{C}\n\r\t"), .string("三🙂"), .object(["a": .array([])]), .object([:]),
      ])
  }

  @Test(
    "what is no JSON is an error",
    arguments: [
      "", "{", "{'a':1}", "{\"a\":1}}", "nul", "01", "-", "1.", ".5", "1e", "+1", "[1,]",
      "{\"a\":1,}",
      "[1 2]", "\"a", "\"\\x\"", "\"\\ud800\"", "\"\\ud800\\u0061\"", "\"\\u+123\"", "\"a\nb\"",
      "{\"a\":1,\"a\":2}", "1e999", "NaN", "\u{FEFF}1", "{\"a\" 1}", "{1:2}",
    ])
  func noJSON(_ text: String) throws {
    let checker = try checker(#"{"$id":"case.schema.json"}"#)
    #expect(throws: (any Error).self) {
      _ = try checker.problems(of: text, under: "case.schema.json")
    }
  }

  @Test("JSON that is nested beyond measure is an error and not the end of the stack")
  func depth() {
    let text = String(repeating: "[", count: 100_000)
    #expect(throws: (any Error).self) { _ = try JSONTree(text) }
  }

  /// Makes a checker of a schema that gets the name it must have.
  private func refused(_ schema: String) throws {
    _ = try checker(
      schema.replacing(/^\{/, with: #"{"$id":"case.schema.json","#))
  }
}
