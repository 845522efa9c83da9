import GazetteExport

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// JSON as text, with sorted keys.
enum JSONText {
  /// An object in one line.
  static func line(_ object: [String: JSONValue]) -> String {
    text(.object(object), isPretty: false)
  }

  /// A value as text.
  static func text(_ value: JSONValue, isPretty: Bool) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting =
      isPretty
      ? [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
      : [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return "null" }
    return String(decoding: data, as: UTF8.self)
  }

  /// A value of a text; `nil` for what is no JSON.
  static func value(_ utf8: some Collection<UInt8>) -> JSONValue? {
    try? JSONDecoder().decode(JSONValue.self, from: Data(utf8))
  }
}

extension JSONValue {
  /// The value of a key; `nil` for none.
  subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  /// The text of a string.
  var text: String? { if case .string(let text) = self { text } else { nil } }

  /// The elements of a list.
  var elements: [JSONValue]? { if case .array(let values) = self { values } else { nil } }

  /// The text by which a cell shows the value: a string itself, `null` nothing, all else as JSON.
  var cellText: String {
    switch self {
    case .string(let text): text
    case .null: ""
    default: JSONText.text(self, isPretty: false)
    }
  }
}
