/// A JSON text taken apart, for tests that look into answers.
package enum JSONTree: Sendable, Hashable {
  case null
  case bool(Bool)
  /// A number without a fraction, however it is written: `1.0` is the integer 1, as JSON Schema wants it.
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONTree])
  case object([String: JSONTree])

  /// Reads a JSON text, strictly: a key that stands twice is an error too.
  package init(_ text: String) throws {
    self = try JSONReader.tree(of: text)
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
