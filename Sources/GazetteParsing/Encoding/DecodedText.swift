internal import GazetteDocument

/// A file's bytes as UTF-8, with what was found out on the way.
struct DecodedText {
  /// The text as valid UTF-8 without a byte-order mark.
  var utf8: [UInt8]
  /// The map of `utf8` where the file is it byte for byte; `nil` otherwise.
  private(set) var map: TextMap?
  /// The encoding of the file.
  var encoding: TextEncoding
  /// Whether `utf8` is the file byte for byte.
  var isUnchanged: Bool
  /// What was replaced, and what the file wrongly says of itself.
  var notices: [ParseNotice] = []

  /// Decodes a file: by its mark, by what it declares, by evidence, in this order of trust; a declaration that the bytes
  /// contradict is noticed and not followed.
  init(_ bytes: [UInt8]) throws(ParseError) {
    let mark = EncodingMark(bytes.span)
    let declared = mark.encoding == nil ? DeclaredEncoding(bytes.span) : nil
    let start = mark.length
    let map = start == 0 ? TextMap(bytes.span) : nil
    let isValid = UTF8Validation.isValid(bytes.span, from: start, map: map)
    let evidence = EncodingEvidence(
      bytes.span, from: start, isValid: isValid, hasControls: map?.hasControls ?? true)
    let chosen: TextEncoding
    if let marked = mark.encoding {
      chosen = marked
    } else if isValid {
      chosen = evidence.looksWide ?? (HZEscapes.areIn(bytes.span) ? .hz : .utf8)
    } else {
      chosen = evidence.encoding(declared: declared?.encoding)
    }
    if !chosen.isWide, evidence.looksBinary {
      throw .notADocument(ParseFinding(.binary))
    }
    encoding = chosen
    if chosen == .utf8, isValid {
      utf8 = start == 0 ? bytes : Array(bytes[start...])
      isUnchanged = start == 0
      self.map = map
    } else {
      let raw = chosen == .hz ? HZEscapes.removed(from: bytes) : bytes
      (utf8, notices) = DecodedText.converted(raw, from: start, encoding: chosen)
      isUnchanged = false
    }
    // Where every byte means something, damage shows nowhere: the guess is said aloud.
    if chosen.isSingleByte, declared?.encoding != chosen,
      let first = bytes[start...].firstIndex(where: { $0 >= 0x80 })
    {
      notices.append(
        ParseNotice(
          kind: .guessedEncoding, fileOffset: first,
          count: bytes[start...].count { $0 >= 0x80 }, detail: chosen.rawValue))
    }
    if let declared, declared.encoding != chosen, declared.encoding != nil || chosen != .utf8 {
      let isASCII = chosen == .utf8 && !utf8.contains { $0 >= 0x80 }
      if !isASCII {
        notices.append(
          ParseNotice(
            kind: .wrongEncodingDeclared, fileOffset: declared.offset,
            detail: "\(declared.label) → \(chosen.rawValue)"))
      }
    }
  }

  private static func converted(
    _ bytes: [UInt8], from start: Int, encoding: TextEncoding
  ) -> (utf8: [UInt8], notices: [ParseNotice]) {
    var utf8: [UInt8]
    var losses = 0
    var first: Int?
    if let converter = encoding.converter, let result = converter.convert(bytes, from: start) {
      (utf8, losses, first) = (result.utf8, result.losses, result.firstLoss)
      // The next stages rely on valid UTF-8; a converter is not trusted with that.
      if UTF8Validation.firstInvalid(utf8.span) != utf8.count {
        utf8 = UTF8Validation.repaired(utf8.span).utf8
      }
    } else {
      let repaired = UTF8Validation.repaired(bytes.span.extracting(start..<bytes.count))
      (utf8, losses, first) = (repaired.utf8, repaired.count, repaired.first.map { $0 + start })
    }
    guard losses > 0 else { return (utf8, []) }
    return (
      utf8,
      [
        ParseNotice(
          kind: .undecodableBytes, fileOffset: first, count: losses, detail: encoding.rawValue)
      ]
    )
  }
}
