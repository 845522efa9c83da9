import GazetteDocument

/// Recognises the number of a document, 国发〔2015〕34号 or `Public Law 114-254`, in the spellings that people type.
package enum QueryNumber {
  /// The bracket that closes what another one opens; `nil` for what is no bracket.
  private static func closer(of bracket: Unicode.Scalar) -> Unicode.Scalar? {
    switch bracket {
    case "〔": "〕"
    case "[": "]"
    case "［": "］"
    case "【": "】"
    case "(": ")"
    case "（": "）"
    case "﹝": "﹞"
    case "〈": "〉"
    case "《": "》"
    case "<": ">"
    case "{": "}"
    default: nil
    }
  }

  /// The place after the brackets of a year that open at a place, directly after a Han character and before a word.
  static func bracketsEnd(at index: Int, before end: Int, in text: QueryText) -> Int? {
    guard index > 0, index + 6 < end, text.scalars[index + 6].isQueryWord,
      text.scalars[index - 1].properties.isIdeographic,
      closer(of: text.scalars[index]) == text.scalars[index + 5],
      (index + 1...index + 4).allSatisfy({ digit(text.scalars[$0]) != nil })
    else { return nil }
    return index + 6
  }

  /// The canonical spelling, 国发〔2015〕34号; `nil` when the text is no number.
  ///
  /// Any brackets, full-width digits, zeros before the serial, 第 before it and white space are taken.
  static func canonical(_ text: String) -> String? {
    if let law = law(text) { return law }
    let scalars = text.unicodeScalars.filter { !$0.isQuerySpace }
    var rest = scalars[...]
    let code = rest.prefix { closer(of: $0) == nil && digit($0) == nil && $0 != "第" }
    rest = rest.dropFirst(code.count)
    var year = ""
    if let opener = rest.first, let closer = closer(of: opener) {
      let inside = rest.dropFirst().prefix { $0 != closer }
      year = String(String.UnicodeScalarView(inside.compactMap(digit)))
      rest = rest.dropFirst(inside.count + 2)
      guard inside.count == 4, year.unicodeScalars.count == 4, !code.isEmpty else { return nil }
    }
    let hasOrdinal = rest.first == "第"
    if hasOrdinal { rest = rest.dropFirst() }
    // Without a year only 第741号 is a number; 中央1号 is a by-name.
    guard hasOrdinal || !year.isEmpty else { return nil }
    let digits = rest.prefix { digit($0) != nil }
    let tail = rest.dropFirst(digits.count)
    guard (1...6).contains(digits.count), tail.count == 1, tail.first == "号" || tail.first == "號"
    else { return nil }
    let serial = Int(String(String.UnicodeScalarView(digits.compactMap(digit)))) ?? 0
    let name = String(String.UnicodeScalarView(code))
    return year.isEmpty ? "\(name)第\(serial)号" : "\(name)〔\(year)〕\(serial)号"
  }

  /// A number whose code is written as it sounds, in letters without blanks before the canonical year and serial:
  /// `GuoFa〔2018〕43号` for `Guo Fa [2018] No. 43`; `nil` for anything else.
  package static func transliterated(_ text: String) -> String? {
    guard text.utf8.count <= 120 else { return nil }
    let scalars = Array(text.unicodeScalars)
    guard let open = scalars.firstIndex(where: { closer(of: $0) != nil }), open + 6 < scalars.count,
      let closer = closer(of: scalars[open]), scalars[open + 5] == closer
    else { return nil }
    let code = scalars[..<open].filter { !$0.isQuerySpace && $0 != "-" }
    guard code.count > 1, code.allSatisfy({ $0.isASCII && $0.properties.isAlphabetic }) else {
      return nil
    }
    let year = scalars[open + 1..<open + 5].compactMap(digit)
    var rest = scalars[(open + 6)...].filter { !$0.isQuerySpace && $0 != "." }[...]
    if rest.starts(with: "No".unicodeScalars) || rest.starts(with: "no".unicodeScalars)
      || rest.starts(with: "NO".unicodeScalars)
    {
      rest = rest.dropFirst(2)
    }
    if rest.last == "号" || rest.last == "號" { rest = rest.dropLast() }
    let serial = rest.compactMap(digit)
    guard year.count == 4, serial.count == rest.count, (1...6).contains(serial.count),
      let number = Int(String(String.UnicodeScalarView(serial)))
    else { return nil }
    let letters = String(String.UnicodeScalarView(code))
    return "\(letters)〔\(String(String.UnicodeScalarView(year)))〕\(number)号"
  }

  /// The canonical spelling of the number of a law that is made in English; quotation marks around it are left out.
  static func law(_ text: String) -> String? {
    guard text.utf8.count <= 80 else { return nil }
    let bytes = Array(text.utf8)
    var range = bytes.span.trimmed(0..<bytes.count)
    if range.count > 2, bytes[range.lowerBound] == 0x22, bytes[range.upperBound - 1] == 0x22 {
      range = range.lowerBound + 1..<range.upperBound - 1
    }
    return LawNumberReader.number(bytes.span, in: range)?.description
  }

  /// The ASCII form of a digit in either width.
  private static func digit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "0"..."9": scalar
    case "０"..."９": Unicode.Scalar(scalar.value - 0xFF10 + 0x30)
    default: nil
    }
  }
}
