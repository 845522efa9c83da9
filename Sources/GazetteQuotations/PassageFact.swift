/// Something that a passage says and that stays the same in any language.
public enum PassageFact: Sendable, Hashable {
  /// A number, in thousandths: 12.8万, 128,000 and 128 thousand are one.
  case number(thousandths: Int)
  /// A share in percent, in thousandths of a percent.
  case percent(thousandths: Int)
  /// A year.
  case year(Int)
  /// A month, 1 to 12, without a day.
  case month(Int)
  /// A day of a month.
  case day(month: Int, day: Int)
  /// Year and serial of a document's number: 〔2023〕12号, [2023] No. 12.
  case documentNumber(year: Int, serial: Int)
  /// A name or a mark in Latin letters, folded to lower case.
  case word(String)
  /// A concept of the thesaurus, by its id.
  case concept(String)

  /// The fact in a few signs that need no translation: `96%`, `2024`, `9-1`, `〔2023〕12`.
  public var text: String {
    switch self {
    case .number(let value): Self.decimal(value)
    case .percent(let value): Self.decimal(value) + "%"
    case .year(let year): "\(year)"
    case .month(let month): "\(month)-"
    case .day(let month, let day): "\(month)-\(day)"
    case .documentNumber(let year, let serial): "〔\(year)〕\(serial)"
    case .word(let word): word
    case .concept(let id): id
    }
  }

  /// The concept's id; `nil` for all else.
  public var concept: String? { if case .concept(let id) = self { id } else { nil } }

  /// Whether it is a number or a date.
  public var isFigure: Bool {
    switch self {
    case .number, .percent, .year, .month, .day, .documentNumber: true
    case .word, .concept: false
    }
  }

  /// The numbers, dates, document numbers and Latin names that a text says.
  public static func facts(in text: String, isChinese: Bool) -> Set<PassageFact> {
    let utf8 = Array(text.utf8)
    return FactReader.facts(in: utf8, 0..<utf8.count, isChinese: isChinese)
  }

  private static func decimal(_ thousandths: Int) -> String {
    let (whole, rest) = thousandths.quotientAndRemainder(dividingBy: 1_000)
    guard rest != 0 else { return "\(whole)" }
    var digits = "\(rest + 1_000)".dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(whole).\(digits)"
  }
}
