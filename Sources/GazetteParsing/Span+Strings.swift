internal import GazetteDocument

extension Span where Element == UInt8 {
  /// The words of a range as a string; the range must begin and end at scalars.
  func string(in range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    // The text was checked when it was decoded: only a scalar that the range cuts could be broken.
    let isCut =
      self[range.lowerBound].isContinuation
      || range.upperBound < count && self[range.upperBound].isContinuation
    if isCut {
      return unsafe extracting(range).withUnsafeBufferPointer {
        unsafe String(decoding: $0, as: UTF8.self)
      }
    }
    return unsafe String(copying: UTF8Span(unchecked: extracting(range)))
  }

  /// The words of a range with white space collapsed, as titles and headings are kept.
  ///
  /// White space between lone Han characters is letter spacing (`总　　则`) and is dropped, as is a line break between Han.
  func collapsed(in range: Range<Int>) -> String {
    if range.isEmpty { return "" }
    guard let first = firstSpace(in: range) else { return string(in: range) }
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    for index in range.lowerBound..<first { result.append(self[index]) }
    var position = first
    while position < range.upperBound {
      let length = spaceLength(at: position, end: range.upperBound)
      if length == 0 {
        result.append(self[position])
        position += 1
        continue
      }
      let next = skippingSpace(from: position, to: range.upperBound)
      if !result.isEmpty, next < range.upperBound,
        !isLetterSpacing(before: position, after: next, in: range)
      {
        result.append(0x20)
      }
      position = next
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether white space stands in a range.
  func holdsSpace(in range: Range<Int>) -> Bool { firstSpace(in: range) != nil }

  /// The first place of white space in a range; `nil` when it has none.
  private func firstSpace(in range: Range<Int>) -> Int? {
    var position = range.lowerBound
    // White space begins with a byte up to 20, with C2 or with E1 to E3: sixteen bytes without any go by at a step.
    while position + 16 <= count, position < range.upperBound {
      let bytes = vector(at: position)
      let lane = ByteVector.first(
        in: (bytes .<= ByteVector(repeating: 0x20)) .| (bytes .== ByteVector(repeating: 0xC2))
          .| ((bytes &- ByteVector(repeating: 0xE1)) .< ByteVector(repeating: 3)))
      position += lane
      if lane < 16 {
        if position >= range.upperBound { return nil }
        if spaceLength(at: position, end: range.upperBound) > 0 { return position }
        position += 1
      }
    }
    while position < range.upperBound {
      let byte = self[position]
      // White space begins with one of these.
      if byte <= 0x20 || byte == 0xC2 || (byte >= 0xE1 && byte <= 0xE3),
        spaceLength(at: position, end: range.upperBound) > 0
      {
        return position
      }
      position += 1
    }
    return nil
  }

  /// Whether white space stands between two Han of which one is alone, or breaks a line between Han.
  private func isLetterSpacing(before space: Int, after next: Int, in range: Range<Int>) -> Bool {
    guard space - 3 >= range.lowerBound, isHan(at: space - 3, end: space),
      isHan(at: next, end: range.upperBound)
    else { return false }
    var position = space
    while position < next {
      if self[position] == 0x0A { return true }
      position += 1
    }
    let isAloneBefore =
      space - 3 == range.lowerBound || isSpace(before: space - 3, from: range.lowerBound)
    let isAloneAfter =
      next + 3 == range.upperBound || spaceLength(at: next + 3, end: range.upperBound) > 0
    return isAloneBefore && isAloneAfter
  }

  private func isSpace(before position: Int, from start: Int) -> Bool {
    if position - 1 >= start, self[position - 1].isSpace { return true }
    return position - 3 >= start && spaceLength(at: position - 3, end: position) == 3
  }

  /// The bytes of a range without any white space, for comparing and looking up.
  func solid(in range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var position = range.lowerBound
    while position < range.upperBound {
      let length = spaceLength(at: position, end: range.upperBound)
      if length == 0 {
        result.append(self[position])
        position += 1
      } else {
        position += length
      }
    }
    return result
  }

  /// Whether the bytes at a place are those of a word.
  func starts(with word: StaticString, at position: Int, end: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard position >= 0, position + length <= end else { return false }
    for index in 0..<length where unsafe self[position + index] != word.utf8Start[index] {
      return false
    }
    return true
  }

  /// Whether a range ends with a word.
  func ends(with word: some Collection<UInt8>, in range: Range<Int>) -> Bool {
    guard word.count <= range.count else { return false }
    var position = range.upperBound - word.count
    for byte in word {
      guard self[position] == byte else { return false }
      position += 1
    }
    return true
  }

  /// The first place of a word in a range.
  func firstPlace(of word: StaticString, in range: Range<Int>) -> Int? {
    let length = word.utf8CodeUnitCount
    guard length > 0 else { return nil }
    if range.count >= 32 { return place(ofWord: word, in: range) }
    let lead = unsafe word.utf8Start[0]
    var position = range.lowerBound
    while position + length <= range.upperBound {
      if self[position] == lead, starts(with: word, at: position, end: range.upperBound) {
        return position
      }
      position += 1
    }
    return nil
  }
}
