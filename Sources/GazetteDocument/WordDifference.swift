/// The difference of two texts word by word: a Han character, a run of letters or digits, a sign, a run of white space.
public enum WordDifference {
  /// A stretch of words of two texts.
  public struct Piece: Sendable, Hashable {
    /// Where the words stand: in both, in the old one, in the new one.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      case same, deleted, inserted
    }

    /// Where the words stand.
    public let kind: Kind
    /// The words.
    public let text: String

    /// Creates a stretch.
    public init(kind: Kind, text: String) {
      self.kind = kind
      self.text = text
    }
  }

  /// The pieces of both texts in their order; neighbours of one kind are one piece.
  ///
  /// Without those inserted they are the old text, without those deleted the new one. Costs about the length of the
  /// texts times what differs.
  public static func pieces(_ old: String, _ new: String) -> [Piece] {
    let (left, right) = (words(of: old), words(of: new))
    var numbers: [Substring: UInt32] = [:]
    let alignment = SequenceAlignment(
      WordDifference.numbers(of: left, &numbers), WordDifference.numbers(of: right, &numbers))
    var pieces: [Piece] = []
    var deleted = ""
    var inserted = ""
    var same = ""
    func close(changed: Bool) {
      if changed {
        if !deleted.isEmpty { pieces.append(.init(kind: .deleted, text: deleted)) }
        if !inserted.isEmpty { pieces.append(.init(kind: .inserted, text: inserted)) }
        (deleted, inserted) = ("", "")
      } else if !same.isEmpty {
        pieces.append(.init(kind: .same, text: same))
        same = ""
      }
    }
    var (one, other) = (0, 0)
    let ends = alignment.matches.map { ($0.left, $0.right) } + [(left.count, right.count)]
    for (leftEnd, rightEnd) in ends {
      if one < leftEnd || other < rightEnd { close(changed: false) }
      deleted += left[one..<leftEnd].joined()
      inserted += right[other..<rightEnd].joined()
      (one, other) = (leftEnd + 1, rightEnd + 1)
      guard leftEnd < left.count else { break }
      close(changed: true)
      same += left[leftEnd]
    }
    close(changed: false)
    close(changed: true)
    return pieces
  }

  package static func numbers(of words: [Substring], _ known: inout [Substring: UInt32]) -> [UInt32]
  {
    words.map { word in
      if let number = known[word] { return number }
      let number = UInt32(known.count)
      known[word] = number
      return number
    }
  }

  /// The words of a text; together they are the text.
  package static func words(of text: String) -> [Substring] {
    let scalars = text.unicodeScalars
    var words: [Substring] = []
    var start = scalars.startIndex
    while start < scalars.endIndex {
      let kind = kind(of: scalars[start])
      var end = scalars.index(after: start)
      while kind != .alone, end < scalars.endIndex, self.kind(of: scalars[end]) == kind {
        end = scalars.index(after: end)
      }
      words.append(text[start..<end])
      start = end
    }
    return words
  }

  private enum Kind {
    case letter, digit, space, alone
  }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x30...0x39: .digit
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: .letter
    case 0x20, 0x09...0x0D, 0xA0, 0x3000: .space
    default: .alone
    }
  }
}
