import GazetteDocument

/// A stretch of a source text as it is read, with the bytes of the source that each of its bytes is read from.
struct ReferenceReading {
  private(set) var utf8: [UInt8] = []
  private var sources: [Range<Int>] = []

  /// Puts the replacement of every repair that lies within the stretch in the place of what it mends.
  init(_ stretch: Range<Int>, of document: PolicyDocument) {
    var place = stretch.lowerBound
    func bytes(_ range: Range<Int>) -> [UInt8] { Array(document.text.utf8[range]) }
    for repair in document.repairs {
      let mended = repair.span.bytes
      guard let replacement = repair.replacement, place <= mended.lowerBound,
        mended.upperBound <= stretch.upperBound
      else { continue }
      utf8 += bytes(place..<mended.lowerBound)
      sources += (place..<mended.lowerBound).map { $0..<$0 + 1 }
      utf8 += replacement.utf8
      sources += replacement.utf8.map { _ in mended }
      place = mended.upperBound
    }
    utf8 += bytes(place..<stretch.upperBound)
    sources += (place..<stretch.upperBound).map { $0..<$0 + 1 }
  }

  /// The bytes of the source that a range of bytes is read from.
  func source(of range: Range<Int>) -> Range<Int> {
    let read = sources[range]
    guard let first = read.first, let last = read.last else { return 0..<0 }
    return first.lowerBound..<last.upperBound
  }
}
