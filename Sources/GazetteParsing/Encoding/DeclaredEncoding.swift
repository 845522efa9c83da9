internal import GazetteDocument

/// What the head of a page or an XML file says of its own encoding.
struct DeclaredEncoding {
  /// The label as it stands.
  var label: String
  /// The encoding that it names; `nil` for one that is not read, such as UTF-7.
  var encoding: TextEncoding?
  /// Where the label stands in the file.
  var offset: Int

  /// Looks through the first 4 KiB for an XML declaration or a `meta` with `charset`; `nil` when there is none.
  init?(_ bytes: Span<UInt8>) {
    let end = min(bytes.count, 4096)
    var position = 0
    while position < end, bytes[position].isSpace { position += 1 }
    guard position < end, bytes[position] == UInt8(ascii: "<") else { return nil }
    var found: Range<Int>?
    while position < end, found == nil {
      guard bytes[position] == UInt8(ascii: "<") else {
        position += 1
        continue
      }
      let close = DeclaredEncoding.tagEnd(bytes, from: position, to: end)
      if DeclaredEncoding.starts(bytes, with: "<?xml", at: position, end: end) {
        found = DeclaredEncoding.value(bytes, of: "encoding", in: position..<close)
      } else if DeclaredEncoding.starts(bytes, with: "<meta", at: position, end: end) {
        found = DeclaredEncoding.value(bytes, of: "charset", in: position..<close)
      } else if DeclaredEncoding.starts(bytes, with: "<!--", at: position, end: end) {
        position = DeclaredEncoding.commentEnd(bytes, from: position + 4, to: end)
        continue
      }
      position = max(close, position + 1)
    }
    guard let found, !found.isEmpty else { return nil }
    var label: [UInt8] = []
    for index in found { label.append(bytes[index]) }
    self.label = String(decoding: label, as: UTF8.self)
    encoding = TextEncoding(label: label)
    offset = found.lowerBound
    // A page that says UTF-16 or UTF-32 in ASCII bytes cannot mean it.
    if let found = encoding, found.isWide { encoding = .utf8 }
  }

  private static func tagEnd(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var position = start
    while position < end, bytes[position] != UInt8(ascii: ">") { position += 1 }
    return position
  }

  private static func commentEnd(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var position = start
    while position + 2 < end {
      if bytes[position] == 0x2D, bytes[position + 1] == 0x2D, bytes[position + 2] == 0x3E {
        return position + 3
      }
      position += 1
    }
    return end
  }

  private static func starts(
    _ bytes: Span<UInt8>, with word: StaticString, at position: Int, end: Int
  ) -> Bool {
    let length = word.utf8CodeUnitCount
    guard position + length <= end else { return false }
    for index in 0..<length {
      let wanted = unsafe word.utf8Start[index]
      let byte = bytes[position + index]
      guard byte == wanted || (byte.isUppercase && byte | 0x20 == wanted) else { return false }
    }
    return true
  }

  /// The value behind `name=` within a tag.
  private static func value(
    _ bytes: Span<UInt8>, of name: StaticString, in tag: Range<Int>
  ) -> Range<Int>? {
    var position = tag.lowerBound
    while position < tag.upperBound {
      guard starts(bytes, with: name, at: position, end: tag.upperBound) else {
        position += 1
        continue
      }
      var start = position + name.utf8CodeUnitCount
      while start < tag.upperBound, bytes[start].isSpace { start += 1 }
      guard start < tag.upperBound, bytes[start] == UInt8(ascii: "=") else {
        position += 1
        continue
      }
      start += 1
      while start < tag.upperBound,
        bytes[start].isSpace || bytes[start] == 0x22 || bytes[start] == 0x27
      { start += 1 }
      var end = start
      while end < tag.upperBound, end < start + 40, isLabel(bytes[end]) { end += 1 }
      return start..<end
    }
    return nil
  }

  private static func isLabel(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == 0x2D || byte == 0x5F || byte == 0x2E || byte == 0x3A
  }
}
