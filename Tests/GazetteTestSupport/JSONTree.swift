import Foundation

/// A JSON text taken apart, for tests that look into answers.
package enum JSONTree: Sendable, Hashable, Decodable {
  case null
  case bool(Bool)
  /// A number without a fraction, however it is written: `1.0` is the integer 1, as JSON Schema wants it.
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONTree])
  case object([String: JSONTree])

  /// Reads a JSON text.
  package init(_ text: String) throws {
    self = try JSONDecoder().decode(JSONTree.self, from: Data(text.utf8))
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int.self) {
      self = .integer(value)
    } else if let value = try? container.decode(Double.self) {
      self = Int(exactly: value).map(JSONTree.integer) ?? .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let values = try? container.decode([JSONTree].self) {
      self = .array(values)
    } else {
      self = .object(try container.decode([String: JSONTree].self))
    }
  }

  /// The value behind a key of an object; `nil` when there is none, or when this is no object.
  package subscript(key: String) -> JSONTree? {
    if case .object(let values) = self { values[key] } else { nil }
  }

  /// The elements of an array; `nil` when this is none.
  package var elements: [JSONTree]? {
    if case .array(let values) = self { values } else { nil }
  }

  /// The keys and values of an object; `nil` when this is none.
  package var members: [String: JSONTree]? {
    if case .object(let values) = self { values } else { nil }
  }

  /// The text of a string; `nil` when this is none.
  package var text: String? {
    if case .string(let value) = self { value } else { nil }
  }

  /// A number, with or without a fraction; `nil` when this is none.
  package var value: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  /// The name of the type in JSON Schema; a number without a fraction is an `integer`.
  package var type: String {
    switch self {
    case .null: "null"
    case .bool: "boolean"
    case .integer: "integer"
    case .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}
