/// Reads the numbers of laws and instruments that are made in English: `Public Law 114–254`, `Pub. L. No. 114-254`,
/// `D.C. Law 24-325`, `2018 c. 33`, `2018 CHAPTER 33`, `S.I. 2019/618`, `118 S. 1325 RS`.
///
/// A number is only read where it is all there is; citations within a sentence are not looked for.
package struct LawNumberReader {
  /// The words, numbers and dashes of a text.
  private enum Piece: Equatable {
    case word(String)
    case number(Int)
    case dash
  }

  private var pieces: [Piece] = []

  /// The longest text that is looked at.
  private static let longest = 64

  /// The number that a stretch of text holds and nothing else.
  ///
  /// - Parameters:
  ///   - text: The text as UTF-8.
  ///   - range: The stretch; its ends may be white space.
  ///   - heading: What stands above: `STATUTORY INSTRUMENTS` tells what `2019 No. 618` is, and `Public Law` what `114–254` is.
  /// - Returns: The number; `nil` when there are other words, or none.
  package static func number(
    _ text: Span<UInt8>, in range: Range<Int>, under heading: Range<Int>? = nil
  ) -> DocumentNumber? {
    guard let own = LawNumberReader(text, range) else { return nil }
    if let found = own.number() { return found }
    guard let heading, var whole = LawNumberReader(text, heading),
      whole.pieces.allSatisfy(LawNumberReader.isWord)
    else { return nil }
    whole.pieces += own.pieces
    return whole.number()
  }

  /// The pieces of a stretch; `nil` when it is too long or holds other signs.
  private init?(_ text: Span<UInt8>, _ range: Range<Int>) {
    guard range.count <= LawNumberReader.longest else { return nil }
    var place = range.lowerBound
    while place < range.upperBound {
      let byte = text[place]
      if byte.isDigit {
        var value = 0
        var count = 0
        while place < range.upperBound, text[place].isDigit {
          value = value * 10 + Int(text[place] - 0x30)
          count += 1
          guard count <= 6 else { return nil }
          place += 1
        }
        pieces.append(.number(value))
        continue
      }
      if byte.isLetter {
        place = append(word: text, from: place, to: range.upperBound)
        continue
      }
      let space = text.spaceLength(at: place, end: range.upperBound)
      let sign = text.triple(at: place, end: range.upperBound)
      if space > 0 {
        place += space
      } else if byte == 0x2D || byte == 0x2F {
        pieces.append(.dash)
        place += 1
      } else if sign >= 0xE28090, sign <= 0xE28095 {
        pieces.append(.dash)
        place += 3
      } else {
        return nil
      }
    }
    guard !pieces.isEmpty else { return nil }
  }

  /// Appends a word with the points within it and behind it, as `D.C.` and `c.` have them; the word for a number is left out.
  private mutating func append(word text: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var place = start
    var word: [UInt8] = []
    while place < end, text[place].isLetter || text[place] == 0x2E {
      if text[place] != 0x2E { word.append(text[place] | 0x20) }
      place += 1
    }
    let name = String(decoding: word, as: UTF8.self)
    if name != "no" && name != "number" || pieces.isEmpty { pieces.append(.word(name)) }
    return place
  }

  private static func isWord(_ piece: Piece) -> Bool {
    if case .word = piece { return true }
    return false
  }

  private func number() -> DocumentNumber? {
    let lead = pieces.prefix(while: LawNumberReader.isWord)
    let rest = Array(pieces.dropFirst(lead.count))
    guard case .number(let first)? = rest.first else { return nil }
    let name = lead.reduce(into: "") { name, piece in
      if case .word(let word) = piece { name += word }
    }
    return lead.isEmpty ? led(by: first, rest) : named(name, first, rest)
  }

  /// `Public Law 114-254`, `S.I. 2019/618`, `S.I. 2019 No. 618`.
  private func named(_ name: String, _ first: Int, _ rest: [Piece]) -> DocumentNumber? {
    guard case .number(let serial)? = rest.last, serial > 0 else { return nil }
    let isJoined = rest.count == 3 && rest[1] == .dash
    if isJoined, (1...200).contains(first), let series = LawNumberReader.sessions[name] {
      return DocumentNumber(code: "\(series) \(first)", year: nil, serial: serial)
    }
    guard isJoined || rest.count == 2, (1800...2100).contains(first),
      let series = LawNumberReader.instruments[name]
    else { return nil }
    return DocumentNumber(code: series, year: first, serial: serial)
  }

  /// `2018 c. 33`, `118 S. 1325 RS`.
  private func led(by first: Int, _ rest: [Piece]) -> DocumentNumber? {
    let words = rest.dropFirst().prefix(while: LawNumberReader.isWord)
    let name = words.reduce(into: "") { name, piece in
      if case .word(let word) = piece { name += word }
    }
    let behind = Array(rest.dropFirst(1 + words.count))
    guard case .number(let serial)? = behind.first, serial > 0 else { return nil }
    if (1200...2100).contains(first), behind.count == 1,
      let series = LawNumberReader.chapters[name]
    {
      return DocumentNumber(code: series, year: first, serial: serial)
    }
    // The stage of a bill stands behind it: RS, EH, ENR.
    let hasStage = behind.count == 2 && LawNumberReader.isWord(behind[1])
    guard (1...200).contains(first), behind.count == 1 || hasStage,
      let series = LawNumberReader.bills[name]
    else { return nil }
    return DocumentNumber(code: "\(first) \(series)", year: nil, serial: serial)
  }

  /// Laws that are counted by the sessions of the body that makes them.
  private static let sessions = [
    "publiclaw": "Public Law", "publ": "Public Law", "pl": "Public Law",
    "privatelaw": "Private Law", "pvtl": "Private Law", "privl": "Private Law",
    "dclaw": "D.C. Law", "dcact": "D.C. Act", "districtofcolumbialaw": "D.C. Law",
  ]

  /// Instruments that are counted by years.
  private static let instruments = [
    "si": "S.I.", "statutoryinstrument": "S.I.", "statutoryinstruments": "S.I.",
    "uksi": "S.I.", "ssi": "S.S.I.", "scottishstatutoryinstrument": "S.S.I.",
    "scottishstatutoryinstruments": "S.S.I.", "sr": "S.R.", "statutoryrule": "S.R.",
    "statutoryrules": "S.R.", "statutoryrulesofnorthernireland": "S.R.", "nisr": "S.R.",
  ]

  /// Acts, chapters of the statute book of their year.
  private static let chapters = [
    "c": "c.", "ch": "c.", "cap": "c.", "chapter": "c.", "asp": "asp", "anaw": "anaw",
    "asc": "asc",
  ]

  /// Bills and resolutions of a congress.
  private static let bills = [
    "s": "S.", "hr": "H.R.", "sres": "S. Res.", "hres": "H. Res.", "sconres": "S. Con. Res.",
    "hconres": "H. Con. Res.", "sjres": "S.J. Res.", "hjres": "H.J. Res.",
  ]

  /// The spelling of a number of one of these series; `nil` for any other.
  static func spelling(of number: DocumentNumber) -> String? {
    guard let year = number.year else {
      guard let last = number.code.utf8.last, let first = number.code.utf8.first else { return nil }
      // The session or the congress is part of the series, behind its name or in front of it.
      if last.isDigit, first.isLetter { return "\(number.code)-\(number.serial)" }
      return first.isDigit && last == 0x2E ? "\(number.code) \(number.serial)" : nil
    }
    switch number.code {
    case "c.", "asp", "anaw", "asc": return "\(year) \(number.code) \(number.serial)"
    case "S.I.", "S.S.I.", "S.R.": return "\(number.code) \(year)/\(number.serial)"
    default: return nil
    }
  }
}
