public import Gazette
public import GazetteConsole

extension ReceiptError: SpokenError {
  /// The sentence of the table of messages.
  ///
  /// - Parameter say: Not asked.
  /// - Returns: The key and what is filled in.
  public func message(_ say: (String) -> String?) -> (key: String, values: [String])? {
    switch self {
    case .notReceipt(let reason): ("error.not-a-receipt", [reason])
    case .otherVersion(let schema): ("error.other-receipt-version", [schema, Receipt.schema])
    case .tooLarge(let bytes, let limit): ("error.receipt-too-large", ["\(bytes)", "\(limit)"])
    case .malformed(let field): ("error.bad-receipt", [field])
    }
  }
}
