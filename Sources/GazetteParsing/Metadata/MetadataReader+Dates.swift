internal import GazetteDocument

extension MetadataReader {
  /// When the paper was made: a label, a line under the title, the sign-off, a law's history, an agency's dateline.
  func written(
    _ signOff: SignOff?, _ dateline: Dateline?, published: CalendarDate?
  ) -> MetadataValue<CalendarDate> {
    if let found = date(.written) { return found }
    // （2024年3月5日） under the title.
    for index in first(8) {
      if let line = DateLine(text, in: blocks[index].range) {
        return MetadataValue(line.value, state: .stated, evidence: span(line.range))
      }
    }
    if let signOff {
      return MetadataValue(signOff.date, state: .stated, evidence: span(signOff.range))
    }
    if let found = historyDate() {
      return MetadataValue(found.value, state: .inferred, evidence: span(found.range))
    }
    if let found = headDate() {
      return MetadataValue(found.value, state: .stated, evidence: span(found.range))
    }
    if let dateline {
      let day = dateline.date(inYear: published?.year)
      let state: FieldState =
        dateline.year != nil ? .stated : day == nil ? .notRecognised : .inferred
      return MetadataValue(day, state: state, evidence: span(dateline.range))
    }
    return .notStated
  }

  /// A date in brackets that runs on from the title, or a line of the head that says when and how the paper was issued.
  private func headDate() -> (value: CalendarDate, range: Range<Int>)? {
    let reader = DateReader(text)
    if let title = head.titleRange, title.upperBound + 3 < text.count,
      text.triple(at: title.upperBound, end: text.count) == 0xEFBC88,
      let found = reader.date(in: title.upperBound + 3..<min(text.count, title.upperBound + 60)),
      found.value.day != nil
    {
      return (found.value, title.upperBound + 3..<found.end)
    }
    if let day = issueNote()?.date { return day }
    // 21 April 2023 at the end of the line under the title that names the occasion.
    for index in first(2) {
      let range = HeadingPattern(text: text).withoutMarkup(blocks[index].range)
      guard range.count <= 180, range.count > 24, text[range.lowerBound].isUppercase,
        text[range.upperBound - 1].isDigit
      else { continue }
      for comma in range where text[comma] == 0x2C {
        let rest = text.trimmed(comma + 1..<range.upperBound)
        if let day = DateLine(text, in: rest) { return (day.value, day.range) }
      }
    }
    // （民政部　一九九七年一月二十八日）, （样扶组发〔2020〕8号　样本县某某小组2020年3月20日印发）, ——2017年3月5日在…会议上,
    // (Issued by the Example Bureau on 26 February 2024)
    for index in first(8) {
      let range = text.trimmed(blocks[index].range)
      guard range.count <= 300, !range.isEmpty else { break }
      let lead = text.triple(at: range.lowerBound, end: range.upperBound)
      let isBracket =
        lead == 0xEFBC88
        && text.triple(at: range.upperBound - 3, end: range.upperBound) == 0xEFBC89
        || text[range.lowerBound] == 0x28 && text[range.upperBound - 1] == 0x29
      guard isBracket || lead == 0xE28094 else { continue }
      if let found = reader.firstDate(in: range), found.value.day != nil {
        return (found.value, found.range)
      }
    }
    return nil
  }

  /// When this version of a law was adopted, by the history in its head.
  ///
  /// A line a step (`2018年12月18日 …第四次修订`), or all of them in brackets (`（2016年3月16日…通过　根据2023年12月29日…修正）`).
  private func historyDate() -> (value: CalendarDate, range: Range<Int>)? {
    var found: (CalendarDate, Range<Int>)?
    let reader = DateReader(text)
    for index in first(12) where blocks[index].range.count < 900 {
      let range = blocks[index].range
      let isBracket = text.triple(at: range.lowerBound, end: range.upperBound) == 0xEFBC88
      var rest = range.lowerBound + (isBracket ? 3 : 0)..<range.upperBound
      // The first line that is no step of the history ends it.
      guard let first = reader.date(in: rest), first.value.day != nil, adopts(rest) else {
        if found != nil { break }
        continue
      }
      found = (first.value, rest.lowerBound..<first.end)
      rest = first.end..<rest.upperBound
      while isBracket, let next = reader.firstDate(in: rest) {
        let isEffect = text.starts(with: "起", at: next.range.upperBound, end: rest.upperBound)
        if next.value.day != nil, !isEffect { found = (next.value, next.range) }
        rest = next.range.upperBound..<rest.upperBound
      }
    }
    return found
  }

  /// Whether a line says that a law was adopted, made public or amended.
  private func adopts(_ range: Range<Int>) -> Bool {
    for verb in ["通过", "公布", "发布", "修订", "修正", "批准"] as [StaticString]
    where text.firstPlace(of: verb, in: range) != nil {
      return true
    }
    // 2005年12月19日 《…的决定》第一次 — copies cut the verb off.
    return text.firstPlace(of: "次", in: range) != nil && text.firstPlace(of: "《", in: range) != nil
  }

  /// When the paper was printed, by the line at its very end: 示例市人民政府办公室　2024年3月6日印发.
  func printed() -> MetadataValue<CalendarDate>? {
    for index in own.suffix(4) {
      let range = text.trimmed(blocks[index].range)
      guard range.count <= 200, range.count > 6,
        text.starts(with: "印发", at: range.upperBound - 6, end: range.upperBound),
        let found = DateReader(text).firstDate(in: range), found.value.day != nil,
        text.skippingSpace(from: found.range.upperBound, to: range.upperBound)
          == range.upperBound - 6
      else { continue }
      return MetadataValue(found.value, state: .stated, evidence: span(found.range))
    }
    return nil
  }

  /// Where the copy was taken from, when no label says so: the last line of all, or the agency of the dateline.
  func source(_ dateline: Dateline?) -> MetadataValue<String> {
    if let last = own.last, blocks[last].range.count <= 200,
      let found = text.sourceName(in: blocks[last].range)
    {
      return MetadataValue(
        text.string(in: found.name), state: .stated, evidence: span(found.name))
    }
    guard let dateline else { return .notStated }
    return MetadataValue(
      text.string(in: dateline.agency), state: .stated, evidence: span(dateline.agency))
  }
}
