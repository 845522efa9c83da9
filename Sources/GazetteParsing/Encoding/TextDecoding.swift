internal import GazetteDocument

/// A file of text in whatever encoding as UTF-8: for readers outside of this module.
package enum TextDecoding {
  /// Decodes a file: by its mark, by what it declares, by evidence.
  ///
  /// - Parameter bytes: The whole file.
  /// - Returns: Valid UTF-8 without a byte-order mark, the name of the encoding, and whether a mark stood in front.
  /// - Throws: `ParseError.notADocument` when the bytes are no text.
  package static func decoded(
    _ bytes: [UInt8]
  ) throws(ParseError) -> (utf8: [UInt8], encoding: String, hasMark: Bool) {
    guard !bytes.isEmpty else { return ([], TextEncoding.utf8.rawValue, false) }
    let text = try DecodedText(bytes)
    return (text.utf8, text.encoding.rawValue, EncodingMark(bytes.span).length > 0)
  }
}
