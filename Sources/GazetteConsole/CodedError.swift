/// An error with a short name that scripts can tell it by.
public protocol CodedError: Error {
  /// The name, such as `no-document`.
  var code: String { get }
  /// A sentence of the table of messages that says all that the error's own line does, and what is filled in; `nil` where
  /// the sentence for the kind stands before that line.
  var message: (key: String, values: [String])? { get }
}

extension CodedError {
  /// There is none: the sentence for the kind has to do.
  public var message: (key: String, values: [String])? { nil }
}
