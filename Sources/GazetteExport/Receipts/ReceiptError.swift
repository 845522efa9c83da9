/// Why a file cannot be taken for a receipt.
public enum ReceiptError: Error, Sendable, Hashable, CustomStringConvertible {
  /// It is no JSON object, or none that says it is a receipt.
  case notReceipt(reason: String)
  /// It is a receipt of another version.
  case otherVersion(schema: String)
  /// It has more bytes than a receipt can have.
  case tooLarge(bytes: Int, limit: Int)
  /// It says it is a receipt, and a field is missing or holds what it cannot.
  case malformed(field: String)

  /// A short name for reports.
  public var code: String {
    switch self {
    case .notReceipt: "not-a-receipt"
    case .otherVersion: "other-receipt-version"
    case .tooLarge: "receipt-too-large"
    case .malformed: "bad-receipt"
    }
  }

  /// One line: what is wrong and what to do.
  public var description: String {
    switch self {
    case .notReceipt(let reason):
      "this is no receipt (\(reason)); \"gazette search --receipt FILE\" writes one"
    case .otherVersion(let schema):
      "the receipt is a \(schema), this program reads \(Receipt.schema); check it with the program that wrote it"
    case .tooLarge(let bytes, let limit):
      "\(bytes) bytes are too many for a receipt; at most \(limit) are read"
    case .malformed(let field):
      "bad receipt: \(field) is missing or cannot be; ask for it anew"
    }
  }
}
