/// The names by which the papers of one work are known to belong together, folded so that spellings do not part them.
///
/// Letters are in lower case, full-width signs are their ASCII twins; white space, punctuation and the brackets that tell
/// versions apart are left out.
public enum FamilyName {
  /// The family of a document: its number, else its title with its issuer, else its id.
  ///
  /// - Parameters:
  ///   - metadata: What is known of the document.
  ///   - id: Its name.
  /// - Returns: `number:…`, `title:…` or `id:…`.
  public static func of(_ metadata: DocumentMetadata, id: PolicyDocument.ID) -> String {
    if let number = metadata.number.value { return "number:\(number)" }
    guard let title = metadata.title.value else { return "id:\(id)" }
    let folded = FamilyName.title(title)
    guard !folded.isEmpty else { return "id:\(id)" }
    return "title:\(folded)" + (issuer(of: metadata).map { "|\($0)" } ?? "")
  }

  /// The family of a document of an index, where a translation belongs to the family of its original.
  ///
  /// - Parameter document: The document.
  /// - Returns: `number:…`, `title:…` or `id:…`.
  public static func of(_ document: DocumentSummary) -> String {
    if let original = document.lineage?.original { return "number:\(original)" }
    return of(document.metadata, id: document.id)
  }

  /// The issuer as it parts families; `nil` when it is only inferred, which one version may allow and another not.
  static func issuer(of metadata: DocumentMetadata) -> String? {
    guard let issuer = metadata.issuer.value, metadata.issuer.state != .inferred else { return nil }
    return folded(issuer)
  }

  /// A title without what tells its versions apart: 某条例（2018年修正） is 某条例.
  ///
  /// - Parameter title: The title.
  /// - Returns: The folded title; 中华人民共和国 in front is left out, since citations do so.
  public static func title(_ title: String) -> String {
    let name = folded(split(title).name)
    let state = "中华人民共和国"
    return name.hasPrefix(state) && name.utf8.count > state.utf8.count + 3
      ? String(name.dropFirst(state.count)) : name
  }

  /// The date or the year that the bracket behind a title gives its version; `nil` for none.
  public static func version(of title: String) -> CalendarDate? {
    var numbers: [Int] = []
    for mark in split(title).marks {
      for part in mark.split(whereSeparator: { !$0.isASCII || !$0.isNumber }) {
        if let number = Int(part), part.count <= 4 { numbers.append(number) }
      }
      if let year = numbers.first, year >= 1900, year <= 2100 {
        if numbers.count >= 3,
          let day = CalendarDate(year: year, month: numbers[1], day: numbers[2])
        {
          return day
        }
        return CalendarDate(year: year)
      }
      numbers = []
    }
    return nil
  }

  /// A title and the brackets behind it that tell versions apart.
  private static func split(_ title: String) -> (name: Substring, marks: [Substring]) {
    var name = Substring(title)
    var marks: [Substring] = []
    while true {
      while let last = name.last, last.isWhitespace { name.removeLast() }
      guard let last = name.last, let open = opening(of: last),
        let start = name.lastIndex(of: open)
      else { break }
      let mark = name[name.index(after: start)...].dropLast()
      guard isVersionMark(mark), start > name.startIndex else { break }
      marks.append(mark)
      name = name[..<start]
    }
    return (name, marks)
  }

  private static func opening(of closing: Character) -> Character? {
    switch closing {
    case "）": "（"
    case ")": "("
    case "]": "["
    case "］": "［"
    case "】": "【"
    case "〕": "〔"
    default: nil
    }
  }

  /// Whether the words of a bracket tell a version: 2018年修正, 修订, 2018 amendment, 2020-12-28, Revised.
  private static func isVersionMark(_ mark: Substring) -> Bool {
    let words = mark.lowercased()
    guard words.utf8.count <= 60 else { return false }
    for cue in ["修正", "修订", "修改", "年版", "amend", "revis", "version", "edition"]
    where words.contains(cue) {
      return true
    }
    // A date and nothing else; a year alone may be that of the work itself: 工作要点（2018年）.
    let isDate = words.allSatisfy { $0.isNumber || "-./年月日 ".contains($0) }
    return isDate && words.filter { $0.isASCII && $0.isNumber }.count >= 6
  }

  /// Words folded for comparing names.
  package static func folded(_ text: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      var value = scalar.value
      // Full-width letters and digits; the circle that stands for zero.
      if value >= 0xFF01, value <= 0xFF5E { value -= 0xFEE0 }
      if value >= 0x41, value <= 0x5A { value += 0x20 }
      if value == 0x25CB { value = 0x3007 }
      guard let plain = Unicode.Scalar(value) else { continue }
      if value < 0x80 {
        let byte = UInt8(value)
        if byte.isLetter || byte.isDigit { result.append(plain) }
      } else if value >= 0x3400 ? value < 0xFF00 || value > 0xFFEF : !isSign(value) {
        result.append(plain)
      }
    }
    return String(result)
  }

  /// Whether a scalar below the ideographs is white space or punctuation.
  private static func isSign(_ value: UInt32) -> Bool {
    switch value {
    case 0x80...0xBF, 0x2000...0x206F, 0x3000...0x3004, 0x3008...0x3020, 0x3030: true
    default: false
    }
  }
}
