internal import GazetteDocument

/// Reads document numbers in letters, as translations have them: `Guo Fa [2018] No. 43`, `Zhongfa No. 20101`, `State Council
/// document No. 34 [2015]`, `Order No. 741 of the State Council`.
struct LatinNumberReader: ~Escapable {
  let text: Span<UInt8>

  @_lifetime(copy text)
  init(text: Span<UInt8>) {
    self.text = text
  }

  /// The number that fills a range; `nil` when there are further words, or when no year stands in brackets and the code is
  /// none of the table.
  func whole(_ range: Range<Int>) -> DocumentNumber? {
    guard range.count >= 6, range.count <= 120, text[range.lowerBound].isUppercase,
      let code = code(in: range)
    else { return nil }
    var position = code.end
    var year: Int?
    var serial: Int?
    var isBracketed = false
    while position < range.upperBound, year == nil || serial == nil {
      if let inner = NumberReader(text: text).opening(at: position, range.upperBound) {
        guard year == nil,
          let found = NumberReader(text: text).digits(from: inner, range.upperBound),
          found.value >= 1900, found.value <= 2100
        else { return nil }
        let end = text.skippingSpace(from: found.end, to: range.upperBound)
        guard let close = NumberReader(text: text).closing(at: end, range.upperBound) else {
          return nil
        }
        year = found.value
        isBracketed = true
        position = close
      } else {
        let digits = afterSign(position, range.upperBound)
        guard let found = NumberReader(text: text).digits(from: digits, range.upperBound) else {
          break
        }
        // Guo Fa 2015 No. 34, where the brackets are lost altogether.
        if year == nil, digits == position, found.value >= 1900, found.value <= 2100 {
          year = found.value
        } else {
          guard serial == nil else { return nil }
          serial = found.value
        }
        position = found.end
      }
      position = afterSeparator(position, range.upperBound)
    }
    let tail = letters(in: position..<range.upperBound)
    guard let serial, let tail else { return nil }
    return number(code.letters, tail, year, serial, isBracketed: isBracketed)
  }

  /// Puts a number together; the words behind it are part of the code, as in `Order No. 741 of the State Council`.
  private func number(
    _ code: [UInt8], _ tail: [UInt8], _ year: Int?, _ serial: Int, isBracketed: Bool
  ) -> DocumentNumber? {
    let known = CitationLexicon.shared.latinCodes
    let key = String(decoding: (code + tail).map { $0 | 0x20 }, as: UTF8.self)
    if let year {
      guard tail.isEmpty || known[key] != nil, isBracketed || known[key] != nil else { return nil }
      let whole = tail.isEmpty ? code : code + tail
      return DocumentNumber(
        code: CitationLexicon.shared.normalised(whole), year: year, serial: serial)
    }
    guard let name = known[key] else { return nil }
    // Zhongfa No. 20101 is 中发〔2010〕1号: the bracket between year and serial is lost.
    var divisor = 1
    while serial / divisor >= 10_000 { divisor *= 10 }
    let lead = serial / divisor
    if !name.hasSuffix("令"), divisor > 1, lead >= 1949, lead <= 2100, serial % divisor > 0 {
      return DocumentNumber(code: name, year: lead, serial: serial % divisor)
    }
    return name.hasSuffix("令") ? DocumentNumber(code: name, year: nil, serial: serial) : nil
  }

  /// The letters up to the sign of a number, a bracket or a digit.
  private func code(in range: Range<Int>) -> (letters: [UInt8], end: Int)? {
    var letters: [UInt8] = []
    var position = range.lowerBound
    while position < range.upperBound, letters.count <= 80 {
      let byte = text[position]
      if byte.isLetter {
        if isSign(at: position, range.upperBound), letters.count >= 2 { break }
        letters.append(byte)
        position += 1
      } else if byte == 0x20 || byte == 0x27 {
        position += 1
      } else if text.triple(at: position, end: range.upperBound) == 0xE28099 {
        position += 3
      } else {
        break
      }
    }
    guard letters.count >= 3, letters.count <= 80, position < range.upperBound else { return nil }
    return (letters, position)
  }

  /// Whether `No`, with its point or without, stands at a place as a word of its own.
  private func isSign(at position: Int, _ end: Int) -> Bool {
    guard position + 2 < end, text[position] | 0x20 == 0x6E, text[position + 1] | 0x20 == 0x6F,
      position > 0, text[position - 1] == 0x20
    else { return false }
    return text[position + 2] == 0x2E || text[position + 2] == 0x20
  }

  /// Behind `No.`; the same place where it does not stand.
  private func afterSign(_ position: Int, _ end: Int) -> Int {
    guard isSign(at: position, end) else { return position }
    let point = position + 2
    return text.skippingSpace(from: text[point] == 0x2E ? point + 1 : point, to: end)
  }

  /// Behind white space, commas and points.
  private func afterSeparator(_ position: Int, _ end: Int) -> Int {
    var place = position
    while place < end, text[place] == 0x20 || text[place] == 0x2C || text[place] == 0x2E {
      place += 1
    }
    return place
  }

  /// The letters of a range that holds nothing else but white space and signs; `nil` for digits.
  private func letters(in range: Range<Int>) -> [UInt8]? {
    var letters: [UInt8] = []
    for index in range {
      let byte = text[index]
      if byte.isDigit || byte >= 0x80 { return nil }
      if byte.isLetter { letters.append(byte) }
    }
    return letters
  }
}
