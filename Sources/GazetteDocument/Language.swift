/// A language that a document or a passage can be in, as a BCP 47 tag.
public struct Language: Sendable, Hashable, CustomStringConvertible {
  /// The bytes of the tag, the first one highest, with zeros behind: no string, since every passage has a language.
  private let head: UInt64
  private let tail: UInt64

  private init(head: UInt64, tail: UInt64 = 0) {
    self.head = head
    self.tail = tail
  }

  /// Creates a language from a tag that is already in canonical letter case.
  ///
  /// A tag of more than sixteen bytes keeps the subtags that fit (RFC 5646, section 4.4.2, allows it); what is no tag at
  /// all is `und`.
  public init(tag: String) {
    let bytes = Array(tag.utf8)
    var length = 0
    while length < bytes.count,
      bytes[length].isLetter || bytes[length].isDigit
        || bytes[length] == 0x2D
    {
      length += 1
    }
    // Where the tag goes on, the last subtag that fits whole is the last one.
    if length > 16 { length = bytes[..<17].lastIndex(of: 0x2D) ?? 0 }
    guard length > 0 else {
      self = .undetermined
      return
    }
    var words: [UInt64] = [0, 0]
    for (index, byte) in bytes[..<length].enumerated() {
      words[index >> 3] |= UInt64(byte) << UInt64(56 - ((index & 7) << 3))
    }
    (head, tail) = (words[0], words[1])
  }

  /// The tag in its canonical letter case, such as `zh-Hans`.
  public var tag: String {
    var bytes: [UInt8] = []
    for word in [head, tail] {
      for shift in stride(from: 56, through: 0, by: -8) where word >> UInt64(shift) & 0xFF != 0 {
        bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Chinese in Simplified characters: `zh-Hans`.
  public static let simplifiedChinese = Language(head: 0x7A68_2D48_616E_7300)
  /// Chinese in Traditional characters: `zh-Hant`.
  public static let traditionalChinese = Language(head: 0x7A68_2D48_616E_7400)
  /// English: `en`.
  public static let english = Language(head: 0x656E_0000_0000_0000)
  /// Nothing that tells the language: numbers, signs, an empty text; `und`.
  public static let undetermined = Language(head: 0x756E_6400_0000_0000)

  /// Whether the language is Chinese in either script.
  public var isChinese: Bool { head >> 48 == 0x7A68 }

  /// The tag.
  public var description: String { tag }
}
