import GazetteIndex

/// Where in the answer to a request the next page begins, as text that clients hand back as it is.
///
/// A cursor is good for the revision that gave it and for the same request, whatever its limit: over another one it would leave
/// out passages or show some twice, so it is refused.
public struct ResultCursor: Sendable, Hashable, CustomStringConvertible {
  /// Why a text is no cursor of a request.
  public enum Failure: String, Error, Sendable, Hashable, CaseIterable {
    /// No search gave it.
    case malformed
    /// The index has changed since.
    case otherRevision = "other-revision"
    /// It continues another query, or the same with other options.
    case otherRequest = "other-request"
  }

  /// How many hits are left out in front.
  public let offset: Int
  private let revision: UInt32
  private let request: UInt32

  /// The cursor behind some hits of a request.
  ///
  /// - Parameters:
  ///   - offset: `PolicyResults.nextOffset`; below 2^32.
  ///   - request: The request that was answered.
  ///   - revision: The revision that answered it.
  public init(offset: Int, of request: SearchRequest, revision: String) {
    self.offset = offset
    self.revision = Self.hash([revision])
    self.request = Self.hash(of: request)
  }

  /// Reads a cursor.
  ///
  /// - Parameters:
  ///   - text: The text, whatever it is.
  ///   - request: The request that it is to continue.
  ///   - revision: The revision that is to answer.
  /// - Throws: `Failure`.
  public init(
    _ text: String, of request: SearchRequest, revision: String
  ) throws(Failure) {
    guard let words = Self.words(of: text), words[3] == Self.check(words) else {
      throw .malformed
    }
    self.init(offset: Int(words[0]), of: request, revision: revision)
    guard words[1] == self.revision else { throw .otherRevision }
    guard words[2] == self.request else { throw .otherRequest }
  }

  /// The cursor as text: ASCII letters and digits.
  public var description: String {
    var words = [UInt32(clamping: offset), revision, request, 0]
    words[3] = Self.check(words)
    var text = ""
    for word in words {
      let digits = String(word, radix: 36)
      text += String(repeating: "0", count: Self.digits - digits.utf8.count) + digits
    }
    return Self.mark + text
  }

  private static let mark = "c1"
  /// The digits of the greatest 32-bit number to the base 36.
  private static let digits = 7

  private static func words(of text: String) -> [UInt32]? {
    let bytes = Array(text.utf8)
    guard text.hasPrefix(mark), bytes.count == mark.utf8.count + 4 * digits else { return nil }
    var words: [UInt32] = []
    for start in stride(from: mark.utf8.count, to: bytes.count, by: digits) {
      let digits = bytes[start..<start + Self.digits]
      guard digits.first != UInt8(ascii: "+"), digits.first != UInt8(ascii: "-"),
        let word = UInt32(String(decoding: digits, as: UTF8.self), radix: 36)
      else { return nil }
      words.append(word)
    }
    return words
  }

  private static func check(_ words: [UInt32]) -> UInt32 {
    hash(words.prefix(3).map { String($0) })
  }

  private static func hash(of request: SearchRequest) -> UInt32 {
    let order =
      switch request.order {
      case .relevance: "relevance"
      case .document: "document"
      case .column(let order): "\(order.column.rawValue) \(order.isDescending)"
      }
    let marks = [
      request.isLiteral, request.foldsAlike, request.groupsDocuments, request.weighsStanding,
    ]
    return hash([request.text, order, "\(marks)"] + request.filters)
  }

  /// FNV-1a (Fowler, Noll and Vo 1991), the halves of 64 bits laid on each other.
  private static func hash(_ parts: [String]) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for part in parts {
      for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ 0xFF) &* 0x100_0000_01B3
    }
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
  }
}
