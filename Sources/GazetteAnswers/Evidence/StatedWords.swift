/// The figures and times that a sentence states, in its own words.
struct StatedWords {
  private let utf8: [UInt8]
  private let atoms: [TermReader.Atom]

  init(_ text: String, _ terms: inout TermReader) {
    utf8 = Array(text.utf8)
    atoms = terms.atoms(of: utf8)
  }

  /// Dates and lengths of time.
  var times: [String] { runs(where: isTime) }

  /// Numbers with what they count, dates and lengths of time left out.
  var figures: [String] { runs(where: { !isTime($0) && isFigure($0) }) }

  /// What a number with what touches it is taken for.
  private struct Run {
    var places: Range<Int>
    /// Whether a share in percent stands behind it.
    var isShare: Bool
  }

  private func runs(where isWanted: (Run) -> Bool) -> [String] {
    var found: [String] = []
    var place = 0
    while place < atoms.count {
      guard isNumber(place) || isMonth(place) && hasNumber(beside: place), !isInNumber(place) else {
        place += 1
        continue
      }
      var end = place + 1
      while end < atoms.count, touches(end) || isMonth(end), end - place < 12 {
        guard isNumber(end) || isMonth(end) || isUnit(end) else { break }
        end += 1
      }
      let last = atoms[end - 1].range.upperBound
      let share = last < utf8.count && utf8[last] == UInt8(ascii: "%")
      let run = Run(places: place..<end, isShare: share)
      if isWanted(run) {
        let bytes = utf8[atoms[place].range.lowerBound..<last + (share ? 1 : 0)]
        found.append(String(decoding: bytes, as: UTF8.self))
      }
      place = end
    }
    return found
  }

  private func isNumber(_ place: Int) -> Bool {
    atoms[place].bytes.first.map { $0 &- 0x30 < 10 } ?? false
  }

  /// Whether an atom belongs to the number of a paper, such as 〔2023〕12号.
  private func isInNumber(_ place: Int) -> Bool {
    let start = atoms[place].range.lowerBound
    let before = String(decoding: utf8[max(0, start - 6)..<start], as: UTF8.self)
    return before.hasSuffix("〔") || before.hasSuffix("［") || before.hasSuffix("[")
      || before.hasSuffix("〕") || before.hasSuffix("］") || before.hasSuffix("]")
      || before.hasSuffix("No. ") || before.hasSuffix("No.") || before.hasSuffix("第")
  }

  private func isUnit(_ place: Int) -> Bool {
    let word = String(decoding: atoms[place].bytes, as: UTF8.self)
    return StatedWords.units.contains(word) || StatedWords.timeUnits.contains(word)
  }

  private func isMonth(_ place: Int) -> Bool {
    StatedWords.months.contains(String(decoding: atoms[place].bytes, as: UTF8.self))
  }

  private func hasNumber(beside place: Int) -> Bool {
    place > 0 && isNumber(place - 1) || place + 1 < atoms.count && isNumber(place + 1)
  }

  /// Whether only a blank, or a comma of a date, stands before an atom.
  private func touches(_ place: Int) -> Bool {
    utf8[atoms[place - 1].range.upperBound..<atoms[place].range.lowerBound].allSatisfy {
      $0 == 0x20 || $0 == 0x2C && isMonth(max(0, place - 2))
    }
  }

  private func isTime(_ run: Run) -> Bool {
    guard !run.isShare else { return false }
    let words = run.places.map { String(decoding: atoms[$0].bytes, as: UTF8.self) }
    if words.contains(where: {
      StatedWords.timeUnits.contains($0) || StatedWords.months.contains($0)
    }) {
      return true
    }
    return words.count == 1 && words[0].utf8.count == 4 && "1900"..."2100" ~= words[0]
  }

  private func isFigure(_ run: Run) -> Bool {
    run.isShare || run.places.count > 1 || (atoms[run.places.lowerBound].bytes.count > 1)
  }

  private static let timeUnits: Set<String> = [
    "年", "月", "日", "号", "天", "周", "时", "点", "季", "底", "前", "内", "day", "days", "month", "months",
    "year", "years", "week", "weeks", "hour", "hours", "minutes", "working",
  ]
  private static let units: Set<String> = [
    "元", "万", "亿", "个", "人", "户", "名", "次", "倍", "成", "米", "公", "里", "斤", "升", "吨", "亩", "平", "方",
    "每", "岁", "所", "件", "项", "处", "分", "点", "百", "yuan", "per", "cent", "percent", "million",
    "billion", "thousand", "kilometres", "kilometers", "metres", "meters", "households", "people",
    "persons", "times", "points", "litres", "mu",
  ]
  private static let months: Set<String> = [
    "january", "february", "march", "april", "june", "july", "august", "september", "october",
    "november", "december",
  ]
}
