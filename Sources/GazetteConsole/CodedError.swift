/// An error with a short name that scripts can tell it by.
public protocol CodedError: Error {
  /// The name, such as `no-document`.
  var code: String { get }
}
