import GazetteDocument

extension ChineseReader {
  /// Joins the tokens of each deadline and each indicator into one.
  mutating func markNumbers() {
    // Joining shortens the row, so it is written back in place: nothing before a place is read again.
    var kept = 0
    var index = 0
    while index < tokens.count {
      var joined = index + 1
      var token = tokens[index]
      if let found = deadline(at: index), !isOfNoun(found) {
        token = merged(index..<found, .deadline)
        joined = found
      } else if let found = indicator(at: index) {
        // The words that compare stand before the number: 不低于, 达到.
        token = merged(index..<found, .indicator)
        joined = found
      }
      tokens[kept] = token
      kept += 1
      index = joined
    }
    tokens.removeLast(tokens.count - kept)
  }

  func merged(_ range: Range<Int>, _ form: MeasureToken.Form) -> MeasureToken {
    var token = MeasureToken(
      start: tokens[range.lowerBound].start, end: tokens[range.upperBound - 1].end, form: form,
      cue: Cue(kinds: []))
    // What the words of a deadline are, soft or whole, is asked later.
    for part in tokens[range] {
      token.cue.kinds.formUnion(part.kinds.intersection([.deadlineSoft, .quantified]))
      if part.thousandths >= 0 { token.thousandths = part.thousandths }
    }
    return token
  }

  /// Whether 的 makes what stands before it part of a noun: 在出境前的护照.
  func isOfNoun(_ next: Int) -> Bool {
    sign(next) == HanSign.of && !(next + 1 < tokens.count && tokens[next + 1].form == .number)
  }

  func sign(_ index: Int) -> UInt32 { index < tokens.count ? tokens[index].sign : 0 }

  /// The token after the deadline that begins at a place; `nil` where none does.
  func deadline(at first: Int) -> Int? {
    var index = first
    let token = tokens[first]
    if token.has(.deadlineWhole) {
      // 每年不超过1次 says how much.
      if first + 1 < tokens.count, tokens[first + 1].has(.comparatorBefore),
        !tokens[first + 1].has(.verb)
      {
        return nil
      }
      // 每月1500元 says how much.
      if token.has(.comparatorBefore), first + 2 < tokens.count, tokens[first + 1].form == .number,
        tokens[first + 2].has(.unit), dateEnd(at: first + 1) == nil, length(at: first + 1) == nil
      {
        return nil
      }
      // 每年3月底前, 每月5日前.
      var end = first + 1
      while end < tokens.count, let next = dateEnd(at: end) { end = next }
      if end < tokens.count, tokens[end].has(.deadlineTail) { end += 1 }
      return end
    }
    var hasPrefix = false
    switch token.sign {
    case HanSign.to, HanSign.until, HanSign.at, HanSign.inside:
      hasPrefix = true
      index += 1
    case HanSign.ownStart, HanSign.since:
      return windowFrom(first)
    default: break
    }
    guard index < tokens.count else { return nil }
    if token.sign == HanSign.inside, let end = beforeEvent(first) ?? windowOfEvent(first) {
      return end
    }
    if hasPrefix, tokens[index].has(.deadlineWhole) {
      // 在每年10月底前, 于每年12月15日前.
      var end = index + 1
      while end < tokens.count, let next = dateEnd(at: end) { end = next }
      while end < tokens.count, tokens[end].has(.deadlineTail) { end += 1 }
      return end
    }
    if tokens[index].form == .number, let end = length(at: index) { return end }
    guard var end = dateEnd(at: index) else {
      return nil
    }
    while end < tokens.count, let next = dateEnd(at: end) { end = next }
    // 2024—2025年, 2021年至2025年.
    if sign(end) == HanSign.until || sign(end) == HanSign.to, let next = dateEnd(at: end + 1) {
      end = next
      while end < tokens.count, let further = dateEnd(at: end) { end = further }
      hasPrefix = true
    }
    var hasTail = tokens[end - 1].has(.deadlineWhole)
    while end < tokens.count, tokens[end].has(.deadlineTail) {
      hasTail = hasTail || sign(end) != HanSign.to && sign(end) != HanSign.until
      end += 1
    }
    guard hasTail || (hasPrefix && token.sign != HanSign.inside) else { return nil }
    return end
  }

  /// The token after 在…前 where an act stands between: 在出境前.
  func beforeEvent(_ first: Int) -> Int? {
    var hasVerb = false
    for index in first + 1..<max(first + 1, min(tokens.count, first + 7)) {
      let token = tokens[index]
      guard token.form == .word || token.form == .quotation else { return nil }
      if token.has([.modal]) && !token.has([.verb, .block]) { return nil }
      if token.has([.verb, .block]) { hasVerb = true }
      let isBefore =
        token.sign == HanSign.before
        || token.has(.deadlineWhole)
          && text.span.triple(at: token.end - 3, end: token.end) == HanSign.before
      if isBefore { return hasVerb || token.has(.deadlineWhole) ? index + 1 : nil }
    }
    return nil
  }

  /// The token after `2025年`, `3月`, `5日`, 今年, 月底 or the like.
  func dateEnd(at index: Int) -> Int? {
    guard index < tokens.count else { return nil }
    let token = tokens[index]
    if token.form == .number {
      let unit = sign(index + 1)
      let value = token.thousandths / 1_000
      if unit == 0, let end = glued(to: index, value) { return end }
      if unit == HanSign.year, value >= 1900, value < 2200 { return index + 2 }
      if unit == HanSign.month, value >= 1, value <= 12 { return index + 2 }
      if unit == HanSign.day || unit == HanSign.dayNumber, value >= 1, value <= 31 {
        return index + 2
      }
      return nil
    }
    if token.has(.deadlineSoft), token.end - token.start == 6, sign(index + 1) != HanSign.of,
      isYearWord(token)
    {
      return index + 1
    }
    return nil
  }

  /// The token after a number with a word that begins with its unit: `2025年` + 底前 as 年底前.
  func glued(to number: Int, _ value: Int) -> Int? {
    guard number + 1 < tokens.count, tokens[number + 1].has([.deadlineWhole, .deadlineTail]) else {
      return nil
    }
    let span = text.span
    let token = tokens[number + 1]
    switch span.triple(at: token.start, end: token.end) {
    case HanSign.year: return value >= 1900 && value < 2200 ? number + 2 : nil
    case HanSign.month: return value >= 1 && value <= 12 ? number + 2 : nil
    case HanSign.day, HanSign.dayNumber: return value >= 1 && value <= 31 ? number + 2 : nil
    default: return nil
    }
  }

  /// Whether a token is 今年 or 明年.
  func isYearWord(_ token: MeasureToken) -> Bool {
    text.span.triple(at: token.start + 3, end: token.end) == HanSign.year
  }

  /// The token after `15个工作日内`, `24小时内`, `三年内`.
  func length(at number: Int) -> Int? {
    var index = number + 1
    if sign(index) == HanSign.individual { index += 1 }
    guard index < tokens.count else { return nil }
    // 五年内: 年内 is one word.
    if tokens[index].has(.deadlineWhole),
      text.span.triple(at: tokens[index].end - 3, end: tokens[index].end) == HanSign.within
    {
      return index + 1
    }
    guard isTimeUnit(tokens[index]) else { return nil }
    index += 1
    if sign(index) == HanSign.hereof { index += 1 }
    guard index < tokens.count else { return nil }
    if tokens[index].has(.deadlineTail),
      sign(index) == HanSign.within || startsWith(tokens[index], 0xE4B98B)
        || startsWith(tokens[index], 0xE4BBA5)
    {
      return index + 1
    }
    return nil
  }

  func startsWith(_ token: MeasureToken, _ sign: UInt32) -> Bool {
    text.span.triple(at: token.start, end: token.end) == sign && token.end - token.start > 3
  }

  func isTimeUnit(_ token: MeasureToken) -> Bool {
    // 天, 周 and 旬 beside the units that have names here.
    switch token.sign {
    case HanSign.year, HanSign.month, HanSign.day, 0xE5A4A9, 0xE591A8, 0xE697AC: return true
    default: break
    }
    guard token.has(.unit) else { return false }
    let span = text.span
    switch span.triple(at: token.start, end: token.end) {
    case 0xE5B08F: return span.triple(at: token.start + 3, end: token.end) == 0xE697B6  // 小时
    case 0xE5B7A5, 0xE58886: return token.end - token.start >= 6  // 工作日, 分钟
    case HanSign.individual: return span.triple(at: token.start + 3, end: token.end) != 0xE799BE
    default: return false
    }
  }

  /// The token after a window that is counted from an event: 自收到申请之日起15日内, 自2025年1月1日起.
  func windowFrom(_ first: Int) -> Int? {
    var index = first + 1
    while index < tokens.count, index < first + 20 {
      let token = tokens[index]
      if token.form == .clauseMark || token.form == .colon { return nil }
      let isStart =
        token.sign == HanSign.from
        || (token.has(.deadlineTail) && token.end - token.start >= 6
          && text.span.triple(at: token.end - 3, end: token.end) == HanSign.from)
      if isStart {
        if index + 1 < tokens.count, tokens[index + 1].form == .number,
          let end = length(at: index + 1)
        {
          return end
        }
        return index + 1
      }
      index += 1
    }
    return nil
  }

  /// The token after 在接到通知之日起15日内; `nil` where no length follows the event.
  func windowOfEvent(_ first: Int) -> Int? {
    guard let end = windowFrom(first), tokens[end - 1].has([.deadlineTail, .deadlineWhole]),
      tokens[first..<end].contains(where: { $0.form == .number })
    else { return nil }
    return end
  }

  func isPlainModal(_ token: MeasureToken) -> Bool {
    token.has(.modal) && !token.has(.verb)
  }

  /// Whether 确保, 实现 or 做到 governs a place of its clause.
  func isEnsured(_ place: Int) -> Bool {
    var index = place - 1
    while index >= 0, tokens[index].form != .clauseMark {
      if tokens[index].has(.verb),
        tokens[index].has(.result) || tokens[index].cue.group == .carryThrough
      {
        return true
      }
      index -= 1
    }
    return false
  }

  /// 次, 回, 遍: how often.
  func countsTimes(_ sign: UInt32) -> Bool {
    sign == HanSign.next || sign == 0xE59B9E || sign == 0xE9818D
  }

  /// The token after what a value is compared with: 不低于上年水平.
  func comparedNoun(_ first: Int) -> Int? {
    var index = first
    while index < tokens.count, tokens[index].form == .word || tokens[index].form == .number,
      !tokens[index].has(.modal)
    {
      index += 1
    }
    guard tokens[index - 1].sign != HanSign.of, index > first, index - first <= 8 else {
      return nil
    }
    return index
  }

  /// The token after the indicator that begins at a place; `nil` where none does.
  func indicator(at first: Int) -> Int? {
    let token = tokens[first]
    if token.has(.quantified), token.has(.verb) { return nil }
    if token.has(.quantified) {
      var end = first + 1
      if sign(first) == 0, end < tokens.count, tokens[end].form == .word, tokens[end].sign == 0,
        token.end - token.start == 6, text.span.triple(at: token.start, end: token.end) == 0xE585A8,
        tokens[end].has(.verb), end + 1 == tokens.count || tokens[end + 1].form != .word,
        isEnsured(first)
      {
        end += 1
      }
      return end
    }
    var index = first
    var compares = 0
    // 高于, 达到 behind a modal word are the verb; 每年 before a comparison belongs to it.
    if token.has(.comparatorBefore),
      token.has(.verb) || first > 0 && isPlainModal(tokens[first - 1])
    {
      return nil
    }
    if token.has(.deadlineWhole), index + 1 < tokens.count, tokens[index + 1].has(.comparatorBefore)
    {
      index += 1
    }
    while index < tokens.count, tokens[index].has(.comparatorBefore), compares < 3 {
      compares += 1
      index += 1
    }
    if index == first + 1, sign(first) == 0,
      text.span.triple(at: token.start, end: token.end) == HanSign.not,
      index < tokens.count, tokens[index].form == .word
    {
      return comparedNoun(index)
    }
    guard index < tokens.count, tokens[index].form == .number else { return nil }
    if index > first, sign(index - 1) == HanSign.to || sign(index - 1) == HanSign.until,
      compares == 1
    {
      return nil
    }
    index += 1
    // 至 between two numbers: 1至2个.
    if sign(index) == HanSign.until || sign(index) == HanSign.dash || sign(index) == 0x2D,
      index + 1 < tokens.count, tokens[index + 1].form == .number
    {
      index += 2
    }
    while sign(index) == HanSign.several || sign(index) == HanSign.odd
      || sign(index) == HanSign.individual && index + 1 < tokens.count
        && tokens[index + 1].has(.unit)
    {
      index += 1
    }
    guard index < tokens.count, tokens[index].has(.unit) || sign(index) == HanSign.percent else {
      return nil
    }
    let number = tokens[index - 1]
    // 1991年 is a date.
    if sign(index) == HanSign.year, number.thousandths >= 1_900_000 { return nil }
    if compares == 0, sign(index) == HanSign.day,
      number.thousandths >= 1_900_000 || first > 0 && sign(first - 1) == HanSign.month
    {
      return nil
    }
    let isWide = number.sign >= 0xEFBC90 && number.sign <= 0xEFBC99  // ０ to ９
    let isPlain = compares == 0 && number.form == .number && number.sign != 0 && !isWide
    index += 1
    var compared = compares > 0
    if index < tokens.count, tokens[index].has(.comparatorAfter),
      tokens[index].end - tokens[index].start >= 6
    {
      compared = true
      index += 1
    }
    // 一个, 一项, 两种 count nothing.
    if isPlain, !compared, sign(index - 1) != HanSign.year, !countsTimes(sign(index - 1)) {
      return nil
    }
    if !compared, first > 0, sign(first - 1) == HanSign.ordinal { return nil }
    return index
  }
}
