/// The one shape in which every command, route and tool answers.
public struct Envelope: Sendable {
  /// The name and version of the shape of the items, such as `gazette.search/1`.
  public var schema: String
  /// The revision of the corpus that answered, `rN-H`; `nil` when no index was involved.
  public var revision: String?
  /// Whether everything that was asked for could be looked at.
  public var isComplete = true
  /// How many items there are in all; more than `items` when truncated.
  public var total: Int
  /// The items in the order shown to people.
  public var items: [JSONValue]
  /// What to ask with to get the items that follow; `nil` at the end.
  public var next: String?
  /// Whether the items follow the envelope, a line each, so that none is left out.
  public var isStream = false
  /// Further keys of this schema, beside the common ones.
  public var extras: [String: JSONValue] = [:]

  /// Creates an envelope around items.
  public init(schema: String, revision: String?, items: [JSONValue], total: Int? = nil) {
    self.schema = schema
    self.revision = revision
    self.items = items
    self.total = total ?? items.count
  }

  /// The envelope as a JSON value.
  public var json: JSONValue {
    var object = extras
    object["schema"] = .string(schema)
    object["ok"] = .bool(true)
    object["revision"] = JSONValue(revision)
    object["complete"] = .bool(isComplete)
    object["truncated"] = .bool(!isStream && items.count < total)
    object["total"] = .integer(total)
    object["items"] = .array(items)
    object["next"] = JSONValue(next)
    return .object(object)
  }

  /// The answer of a command that failed.
  ///
  /// - Parameters:
  ///   - code: A short name for the kind of failure.
  ///   - message: What happened, where, and what to do.
  ///   - place: The stretch of the input that it is about, in Unicode scalars.
  ///   - status: The exit status.
  /// - Returns: The JSON value.
  public static func failure(
    code: String, message: String, at place: Range<Int>? = nil, status: Int
  ) -> JSONValue {
    .object([
      "ok": .bool(false),
      "status": .integer(status),
      "error": .object([
        "code": .string(code), "message": .string(message),
        "at": place.map {
          .object(["start": .integer($0.lowerBound), "end": .integer($0.upperBound)])
        } ?? .null,
      ]),
    ])
  }
}
