/// Tells in what form two stretches differ that have the same words.
struct FormComparison {
  private(set) var folded: Set<FoldedForm> = []
  private let draft: ComparedText
  private let source: ComparedText

  /// Compares the words of two stretches of equal length, and what stands between them.
  init(_ draft: ComparedText, _ drafted: Range<Int>, _ source: ComparedText, _ sourced: Range<Int>)
  {
    self.draft = draft
    self.source = source
    for (one, other) in zip(drafted, sourced) {
      compareWords(draft.words[one], source.words[other])
      guard one + 1 < drafted.upperBound else { break }
      compareGaps(
        draft.utf8[Int(draft.words[one].end)..<Int(draft.words[one + 1].start)],
        source.utf8[Int(source.words[other].end)..<Int(source.words[other + 1].start)])
    }
  }

  private mutating func compareWords(_ left: ComparedText.Word, _ right: ComparedText.Word) {
    let (one, other) = (draft.utf8[left.bytes], source.utf8[right.bytes])
    guard !one.elementsEqual(other) else { return }
    if left.kind == .number {
      let digits = { (bytes: ArraySlice<UInt8>) in bytes.filter { $0 &- 0x30 < 10 || $0 == 0x2E } }
      folded.insert(
        digits(one) == digits(other) && !digits(one).isEmpty ? .digitSeparators : .width)
      return
    }
    let isWide = { (bytes: ArraySlice<UInt8>) in bytes.contains(0xEF) }
    if isWide(one) || isWide(other) { folded.insert(.width) }
    if left.kind == .han {
      folded.insert(.characterForms)
    } else if one.count == other.count, zip(one, other).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) {
      folded.insert(.letterCase)
    } else if !isWide(one), !isWide(other) {
      folded.insert(.accents)
    }
  }

  /// Compares what stands between two words.
  mutating func compareGaps(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) {
    guard !left.elementsEqual(right) else { return }
    let (one, other) = (Gap(left), Gap(right))
    if one.blanks != other.blanks { folded.insert(.whiteSpace) }
    if one.quotationMarks != other.quotationMarks { folded.insert(.quotationMarks) }
    if one.dashes != other.dashes { folded.insert(.dashes) }
    if one.narrow != other.narrow {
      folded.insert(.punctuation)
    } else if one.marks != other.marks {
      folded.insert(.width)
    }
  }

  /// What stands between two words, by kind.
  private struct Gap {
    var blanks: [UInt32] = []
    var quotationMarks: [UInt32] = []
    var dashes: [UInt32] = []
    var marks: [UInt32] = []
    /// The marks in their narrow forms.
    var narrow: [UInt32] = []

    init(_ utf8: ArraySlice<UInt8>) {
      for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
        let value = scalar.value
        if scalar.properties.isWhitespace {
          blanks.append(value)
        } else if Self.quotations.contains(scalar) {
          quotationMarks.append(value)
        } else if ComparedText.isDash(value) {
          dashes.append(value)
        } else {
          marks.append(value)
          narrow.append(Self.narrow(value))
        }
      }
    }

    private static let quotations = Set("\"'“”‘’「」『』«»‹›《》〈〉＂＇„‚`".unicodeScalars)

    private static func narrow(_ value: UInt32) -> UInt32 {
      switch value {
      case 0xFF01...0xFF5E: value - 0xFEE0
      case 0x3002: 0x2E
      default: value
      }
    }
  }
}
