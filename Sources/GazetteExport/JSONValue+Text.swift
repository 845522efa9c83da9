#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension JSONValue {
  /// The value as JSON text (RFC 8259) on one line, keys sorted, slashes bare.
  ///
  /// Costs time and memory linear in the value.
  ///
  /// - Returns: The text, without a line end.
  /// - Throws: `EncodingError` when the value nests deeper than the encoder goes.
  public func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}
