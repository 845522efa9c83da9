/// The text of a query as scalars that know their byte offsets.
struct QueryText {
  let scalars: [Unicode.Scalar]
  /// The byte offset of each scalar, and of the end.
  private let offsets: [Int]

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    var offsets: [Int] = []
    offsets.reserveCapacity(scalars.count + 1)
    var offset = 0
    for scalar in scalars {
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    self.offsets = offsets + [offset]
  }

  /// The byte range of a range of scalars.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    offsets[range.lowerBound]..<offsets[range.upperBound]
  }

  /// A range of scalars as a string.
  func string(_ range: some Sequence<Int>) -> String {
    var view = String.UnicodeScalarView()
    for index in range { view.append(scalars[index]) }
    return String(view)
  }

  /// The scalar at a place; `nil` outside the text.
  func scalar(_ index: Int) -> Unicode.Scalar? {
    scalars.indices.contains(index) ? scalars[index] : nil
  }

  /// A range without white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, scalars[start].isQuerySpace { start += 1 }
    while end > start, scalars[end - 1].isQuerySpace { end -= 1 }
    return start..<end
  }
}
