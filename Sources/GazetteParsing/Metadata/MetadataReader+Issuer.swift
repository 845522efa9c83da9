internal import GazetteDocument

extension MetadataReader {
  /// Who issued the paper: a label, the sign-off, the title, the letterhead, the history of a law, the code of its number.
  func issuer(
    _ signOff: SignOff?, _ number: MetadataValue<DocumentNumber>
  ) -> MetadataValue<String> {
    if let found = words(.issuer) { return found }
    if let signOff, let range = signOff.issuer {
      let isLatin = text[range.lowerBound] < 0x80
      let name = signOff.names.map { text.collapsed(in: $0) }
        .joined(separator: isLatin ? ", " : " ")
      return MetadataValue(name, state: .stated, evidence: span(range))
    }
    if let title = head.titleRange, let name = TitlePattern(text: text).issuer(opening: title) {
      return MetadataValue(text.collapsed(in: name), state: .stated, evidence: span(name))
    }
    if let named = letterhead() {
      return MetadataValue(text.collapsed(in: named), state: .stated, evidence: span(named))
    }
    if let title = head.title, title.utf8.contains(where: \.isLetter),
      let name = EnglishTitle(title).issuer
    {
      let state = head.titleState == .entered ? FieldState.entered : .stated
      let range = head.titleRange.flatMap { place(of: name, in: $0) }
      return MetadataValue(name, state: state, evidence: range.map { span($0) })
    }
    if let name = issueNote()?.issuer {
      return MetadataValue(text.collapsed(in: name), state: .stated, evidence: span(name))
    }
    return adopter() ?? coded(number) ?? reporting() ?? .notStated
  }

  /// The government whose head gives its report: 示例市人民政府市长　某某 under 政府工作报告.
  private func reporting() -> MetadataValue<String>? {
    guard let title = head.titleRange, text.firstPlace(of: "政府工作报告", in: title) != nil else {
      return nil
    }
    for index in first(4) where blocks[index].range.count <= 150 {
      let range = text.trimmed(blocks[index].range)
      guard let place = text.firstPlace(of: "人民政府", in: range), place > range.lowerBound else {
        continue
      }
      let name = range.lowerBound..<place + 12
      guard TitlePattern(text: text).isBody(name) else { continue }
      return MetadataValue(text.collapsed(in: name), state: .inferred, evidence: span(name))
    }
    return nil
  }

  /// The stretch of a range that says a name, white space taken as it comes.
  private func place(of name: String, in range: Range<Int>) -> Range<Int>? {
    let wanted = name.utf8.filter { $0 != 0x20 }
    guard let first = wanted.first else { return nil }
    var start = range.lowerBound
    while start < range.upperBound {
      defer { start += 1 }
      guard text[start] == first else { continue }
      var position = start
      var matched = 0
      while matched < wanted.count, position < range.upperBound {
        if text[position] == wanted[matched] {
          matched += 1
        } else if !text[position].isSpace {
          break
        }
        position += 1
      }
      if matched == wanted.count { return start..<position }
    }
    return nil
  }

  /// The name of the body at the top of the paper: 示例市人民政府文件, 中共中央 国务院.
  ///
  /// Above a number it is a letterhead; elsewhere a line of that form may be the heading of anything.
  private func letterhead() -> Range<Int>? {
    let pattern = TitlePattern(text: text)
    let hasNumber = first(6).contains { NumberLine(text, in: blocks[$0].range) != nil }
    for index in first(3) {
      var range = text.trimmed(blocks[index].range)
      guard range.count <= 160, blocks[index].kind != .row else { return nil }
      if text.ends(with: "文件".utf8, in: range), range.count > 12 {
        range = text.trimmed(range.lowerBound..<range.upperBound - 6)
      }
      let isPaper = hasNumber || range.upperBound < text.trimmed(blocks[index].range).upperBound
      if isPaper, pattern.isBodies(range) || EnglishTitle.isBody(text, range) { return range }
      guard NumberLine(text, in: range) != nil || DateLine(text, in: range) != nil else {
        return nil
      }
    }
    return nil
  }

  /// Who adopted a law or ordered a regulation, by the first step of the history in its head.
  private func adopter() -> MetadataValue<String>? {
    for index in first(12) where blocks[index].range.count < 900 {
      var range = blocks[index].range
      if text.triple(at: range.lowerBound, end: range.upperBound) == 0xEFBC88 {
        range = range.lowerBound + 3..<range.upperBound
      }
      guard let date = DateReader(text).date(in: range), date.value.day != nil else { continue }
      let rest = text.trimmed(date.end..<range.upperBound)
      guard let name = adopterName(in: rest) else { continue }
      return MetadataValue(
        text.collapsed(in: name), state: .inferred, evidence: span(name))
    }
    return nil
  }

  /// 全国人民代表大会常务委员会 in 第十一届全国人民代表大会常务委员会第三次会议通过, 国务院 in 国务院令第142号发布.
  private func adopterName(in range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound
    if text.triple(at: start, end: range.upperBound) == 0xE7ACAC,  // 第
      let term = text.firstPlace(of: "届", in: start..<min(range.upperBound, start + 30))
    {
      start = term + 3
    }
    if text.starts(with: "中华人民共和国", at: start, end: range.upperBound) { start += 21 }
    let head = start..<min(range.upperBound, start + 120)
    var end: Int?
    for word in ["第", "令", "批准", "发布", "公布", "通过"] as [StaticString] {
      if let place = text.firstPlace(of: word, in: head), place > start, place < end ?? Int.max {
        end = place
      }
    }
    guard let end else { return nil }
    let name = text.trimmed(start..<end)
    return TitlePattern(text: text).isBodies(name) ? name : nil
  }

  /// The body whose code the number has, and the one that gives the order.
  private func coded(_ number: MetadataValue<DocumentNumber>) -> MetadataValue<String>? {
    guard let code = number.value?.code, !code.isEmpty else { return nil }
    if let name = CitationLexicon.shared.issuers[code] {
      return MetadataValue(name, state: .inferred, evidence: number.evidence)
    }
    for noun in ["令", "公告", "通告"] where code.hasSuffix(noun) {
      let name = Array(code.dropLast(noun.count).utf8)
      guard TitlePattern(text: name.span).isBodies(0..<name.count) else { continue }
      return MetadataValue(
        String(decoding: name, as: UTF8.self), state: .stated, evidence: number.evidence)
    }
    return nil
  }

  // MARK: Addressee

  /// To whom the paper goes: the first line behind its head that ends with a colon and is no greeting.
  func addressee() -> MetadataValue<String> {
    // What stands above the number is head, whatever it is: a title that a person entered in other words.
    let number = first(8).firstIndex { NumberLine(text, in: blocks[$0].range) != nil }
    for index in own[(number ?? own.startIndex)...].prefix(14) {
      let range = text.trimmed(blocks[index].range)
      if isHeadLine(index) { continue }
      guard let end = addresseeEnd(range) else { return .notStated }
      var start = range.lowerBound
      if text.starts(with: "To ", at: start, end: end) { start += 3 }
      let name = text.trimmed(start..<end)
      guard !name.isEmpty else { return .notStated }
      return MetadataValue(text.collapsed(in: name), state: .stated, evidence: span(name))
    }
    return .notStated
  }

  /// Whether a block belongs to the head above the addressee: number, date, history, names, brackets.
  private func isHeadLine(_ index: Int) -> Bool {
    let range = text.trimmed(blocks[index].range)
    guard range.count < 900, !range.isEmpty else { return false }
    if NumberLine(text, in: range) != nil || DateLine(text, in: range) != nil { return true }
    if TitlePattern(text: text).isBodies(range) { return true }
    let first = text.triple(at: range.lowerBound, end: range.upperBound)
    // （…） ——…
    if first == 0xEFBC88, text.triple(at: range.upperBound - 3, end: range.upperBound) == 0xEFBC89 {
      return true
    }
    if first == 0xE28094 || text[range.lowerBound] == 0x28 && text[range.upperBound - 1] == 0x29 {
      return true
    }
    if let date = DateReader(text).date(in: range), date.value.day != nil { return true }
    return EnglishTitle.isBody(text, range)
  }

  /// Where an addressee ends that fills a line, in front of its colon.
  private func addresseeEnd(_ range: Range<Int>) -> Int? {
    let isWide = text.triple(at: range.upperBound - 3, end: range.upperBound) == 0xEFBC9A
    guard range.count <= 900, range.count >= 6, isWide || text[range.upperBound - 1] == 0x3A,
      greetingEnd(range) == nil, NumberMark(text, in: range) == nil
    else { return nil }
    let end = range.upperBound - (isWide ? 3 : 1)
    let words = range.lowerBound..<end
    // 现就有关事项通知如下： leads to the text.
    for cue in ["。", "如下", "；", "现将", "现就", "指出", "强调", "记者", "“"] as [StaticString]
    where text.firstPlace(of: cue, in: words) != nil {
      return nil
    }
    if text[range.lowerBound] < 0x80 {
      guard isEnglishAddressee(words) else { return nil }
    } else if text.triple(at: end - 3, end: end) == 0xE997AE
      || text.triple(at: end - 3, end: end) == 0xE7AD94
    {
      return nil  // 问： 答：
    }
    return end
  }

  private func isEnglishAddressee(_ range: Range<Int>) -> Bool {
    guard text[range.lowerBound].isUppercase, text.firstPlace(of: ". ", in: range) == nil,
      text.firstPlace(of: "follow", in: range) == nil
    else { return false }
    if text.starts(with: "To ", at: range.lowerBound, end: range.upperBound) { return true }
    var start = range.lowerBound
    for position in range.lowerBound...range.upperBound {
      if position < range.upperBound, text[position].isLetter { continue }
      if position > start {
        let bodies = CitationLexicon.shared.englishBodies
        let isPlural = text[position - 1] | 0x20 == 0x73
        if bodies.contains(text, start..<position)
          || isPlural && bodies.contains(text, start..<position - 1)
        {
          return true
        }
      }
      start = position + 1
    }
    return false
  }
}
