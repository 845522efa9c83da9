/// A stretch of a source text with its damage mended, and the way back to every place of the source.
///
/// What no repair touches is the same in both texts. Places are counted in the whole source text on one side and from
/// the start of the reading text on the other, in UTF-8 bytes and in Unicode scalars.
public struct ReadingText: Sendable, Hashable {
  /// One mended place in both texts.
  struct Piece: Sendable, Hashable {
    var source: TextSpan
    var reading: TextSpan
  }

  /// The text as it is read, as UTF-8.
  public let utf8: [UInt8]
  /// The stretch of the source text that it stands for.
  public let source: TextSpan
  /// The mended places, in order.
  let pieces: [Piece]

  /// Mends a stretch of a source text.
  ///
  /// Entries that are kept as they stand, that lie outside or reach beyond the stretch change nothing. A line break that a
  /// repair puts at the very end of the stretch is left out. Costs a copy of the stretch.
  ///
  /// - Parameters:
  ///   - words: The words of the stretch as UTF-8.
  ///   - source: Where the stretch lies in the source text.
  ///   - repairs: Entries of the ledger, sorted and without overlaps.
  public init(_ words: some Collection<UInt8>, source: TextSpan, repairs: [Repair]) {
    var utf8: [UInt8] = []
    var pieces: [Piece] = []
    var taken = 0
    var position = TextPosition.zero
    var rest = source.start
    var words = words[...]
    for repair in repairs {
      guard var replacement = repair.replacement, rest <= repair.span.start,
        repair.span.end <= source.end, repair.span.start.byte - source.start.byte >= taken
      else { continue }
      if repair.span.end == source.end, replacement.last == "\n" { replacement.removeLast() }
      utf8 += words.prefix(repair.span.start.byte - rest.byte)
      words = words.dropFirst(repair.span.end.byte - rest.byte)
      let start = TextPosition(
        byte: utf8.count, scalar: position.scalar + repair.span.start.scalar - rest.scalar)
      utf8 += replacement.utf8
      position = TextPosition(
        byte: utf8.count, scalar: start.scalar + replacement.unicodeScalars.count)
      pieces.append(
        Piece(source: repair.span, reading: TextSpan(start: start, end: position)))
      rest = repair.span.end
      taken = rest.byte - source.start.byte
    }
    utf8 += words
    self.utf8 = utf8
    self.source = source
    self.pieces = pieces
  }

  /// The text as it is read.
  public var string: String { String(decoding: utf8, as: UTF8.self) }

  /// The text as it is read, each mended place in square brackets; a line break that was put in stands as `[¶]`.
  public var marked: String {
    var result: [UInt8] = []
    var place = 0
    for piece in pieces {
      result += utf8[place..<piece.reading.start.byte]
      result +=
        ReadingText.mark(
          String(decoding: utf8[piece.reading.bytes], as: UTF8.self)
        ).utf8
      place = piece.reading.end.byte
    }
    result += utf8[place...]
    return String(decoding: result, as: UTF8.self)
  }

  /// What a mended place is shown as: its replacement in square brackets.
  ///
  /// - Parameter replacement: The words that are read there.
  /// - Returns: One line; a line break stands as `¶`.
  public static func mark(_ replacement: String) -> String {
    var words = ""
    for scalar in replacement.unicodeScalars {
      if scalar == "\n" { words += "¶" } else { words.unicodeScalars.append(scalar) }
    }
    return "[\(words)]"
  }

  /// Whether anything is mended.
  public var isMended: Bool { !pieces.isEmpty }

  /// Where a stretch of the reading text lies in the source text; a mended place counts whole.
  ///
  /// - Parameter reading: A stretch that lies within the reading text.
  /// - Returns: The stretch of the source text.
  public func sourceSpan(of reading: TextSpan) -> TextSpan {
    let start = sourceStart(of: reading.start)
    return TextSpan(start: start, end: max(start, sourceEnd(of: reading.end)))
  }

  /// Where a stretch of the source text lies in the reading text; a mended place counts whole.
  ///
  /// - Parameter source: A stretch that lies within `self.source`.
  /// - Returns: The stretch of the reading text.
  public func readingSpan(of source: TextSpan) -> TextSpan {
    let start = readingPlace(of: source.start, isEnd: false)
    return TextSpan(start: start, end: max(start, readingPlace(of: source.end, isEnd: true)))
  }

  /// Where a range of bytes of the reading text lies in the source text, in bytes of the whole source.
  public func sourceBytes(of reading: Range<Int>) -> Range<Int> {
    let span = TextSpan(
      start: TextPosition(byte: reading.lowerBound, scalar: 0),
      end: TextPosition(byte: reading.upperBound, scalar: 0))
    let start = sourceStart(of: span.start).byte
    return start..<max(start, sourceEnd(of: span.end).byte)
  }

  private func sourceStart(of place: TextPosition) -> TextPosition {
    var passed: Piece?
    for piece in pieces {
      guard piece.reading.end.byte <= place.byte else {
        if piece.reading.start.byte <= place.byte { return piece.source.start }
        break
      }
      passed = piece
    }
    return sourcePlace(place, behind: passed)
  }

  private func sourceEnd(of place: TextPosition) -> TextPosition {
    var passed: Piece?
    for piece in pieces where piece.reading.start.byte < place.byte {
      if piece.reading.end.byte > place.byte { return piece.source.end }
      passed = piece
    }
    return sourcePlace(place, behind: passed)
  }

  private func sourcePlace(_ place: TextPosition, behind piece: Piece?) -> TextPosition {
    let from = piece?.reading.end ?? .zero
    let to = piece?.source.end ?? source.start
    return TextPosition(
      byte: to.byte + place.byte - from.byte, scalar: max(0, to.scalar + place.scalar - from.scalar)
    )
  }

  private func readingPlace(of place: TextPosition, isEnd: Bool) -> TextPosition {
    var passed: Piece?
    for piece in pieces {
      if piece.source.end.byte <= place.byte {
        passed = piece
      } else if piece.source.start.byte < place.byte
        || piece.source.start.byte == place.byte && !isEnd
      {
        return isEnd ? piece.reading.end : piece.reading.start
      } else {
        break
      }
    }
    let from = passed?.source.end ?? source.start
    let to = passed?.reading.end ?? .zero
    return TextPosition(
      byte: to.byte + place.byte - from.byte, scalar: to.scalar + place.scalar - from.scalar)
  }
}
