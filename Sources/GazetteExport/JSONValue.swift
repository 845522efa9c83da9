/// A JSON text as a value: what every interface builds before anything is written.
public enum JSONValue: Sendable, Hashable, Encodable {
  /// `null`: a key that is known and has no value.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// A number with a fraction; one that is not finite is written as `null`.
  case number(Double)
  /// A text.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// Keys and values; written with sorted keys.
  case object([String: JSONValue])

  /// Wraps a text that may be missing.
  public init(_ text: String?) {
    self = text.map(JSONValue.string) ?? .null
  }

  /// Writes the value into an encoder.
  ///
  /// - Parameter encoder: The encoder.
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .number(let value) where value.isFinite: try container.encode(value)
    case .number: try container.encodeNil()
    case .string(let value): try container.encode(value)
    case .array(let values): try container.encode(values)
    case .object(let values): try container.encode(values)
    }
  }
}
