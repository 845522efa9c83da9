import GazetteDocument

extension ChineseReader {
  /// The token at which the clause goes on behind a phrase that a preposition opens; `nil` where nothing follows.
  func phraseEnd(_ preposition: Int, _ high: Int) -> Int? {
    let sign = tokens[preposition].sign
    var candidate: Int?
    // 以…为导向: no verb behind it.
    if sign == 0xE4BBA5,
      let being = (preposition..<high).last(where: { tokens[$0].sign == HanSign.being }),
      high - being <= 4
    {
      // 以流域为单位编制: the verb at the end is the clause's own.
      let last = tokens[high - 1]
      if high - being > 2, last.has(.verb), !last.has([.block, .nominal]),
        tokens[high - 2].sign != HanSign.of,
        tokens[high - 2].has(.nominal) || isMeans(tokens[high - 2])
          || tokens[high - 2].has(.unit)
      {
        return high - 1
      }
      return nil
    }
    if endsInMeans(preposition, high) { return nil }
    // 通过再担保、联合担保等方式分散风险.
    if tokens[preposition].end - tokens[preposition].start >= 6 || sign == 0xE4BBA5 {
      for end in preposition + 2..<max(preposition + 2, high - 1)
      where isMeans(tokens[end])
        && (tokens[end - 1].sign == 0xE7AD89 || tokens[end - 1].sign == HanSign.of)
        && tokens[end + 1].form == .word && tokens[end + 1].sign != HanSign.of
        && tokens[end + 1].has([
          .verb, .pair, .intensifier, .glued, .objectPreposition, .preposition,
        ])
      {
        return end + 1
      }
    }
    if sign == HanSign.being, high - 1 > preposition + 1, tokens[high - 1].has(.verb),
      tokens[high - 2].sign != HanSign.of,
      text.span.triple(at: tokens[high - 1].start, end: tokens[high - 1].end) == 0xE69C8D  // 服
    {
      return high - 1
    }
    // 与…相适应, 与…一致.
    if sign == HanSign.with || sign == HanSign.and || sign == 0xE5908C,  // 同
      high - 1 > preposition + 1, isRelation(tokens[high - 1])
    {
      return high - 1
    }
    if let end = ruleEnd(preposition, high) { return end }
    var index = preposition + 1
    // 在…中, 按…要求: the phrase has an end of its own.
    while index < high {
      let token = tokens[index]
      if token.has(.modal), !token.has([.verb, .block]), index > preposition + 1 { return index }
      if token.has(.timeWhen) && !token.has(.verb) || token.sign == HanSign.within,
        token.sign != HanSign.of, index + 1 < high,
        sign == HanSign.inside || sign == HanSign.since || token.end - token.start >= 6
      {
        return index + 1
      }
      if index > preposition + 1, candidate == nil, opensInner(token, within: sign) { return index }
      // 与接受捐赠的人签订协议: the verb before 的 was part of a noun.
      if token.sign == HanSign.of, candidate != nil,
        (index + 1..<max(index + 1, high)).contains(where: {
          opensPredicate($0, high) && tokens[$0 - 1].sign != HanSign.of
            && !tokens[$0].has(.nominal)
        }), sign == HanSign.with || sign == 0xE59091  // 向
      {
        candidate = nil
      }
      if token.has([.intensifier, .glued]), index > preposition + 1, candidate == nil,
        index + 1 < high, tokens[index + 1].has(.verb)
      {
        return index
      }
      // 与指定加工企业签订协议: the verb behind the body is the clause's own.
      if sign == HanSign.with || sign == 0xE5908C, candidate != nil, tokens[index - 1].has(.actor),
        opensPredicate(index, high)
      {
        return index
      }
      if index > preposition + 1, opensPredicate(index, high) {
        // 雇用单位: a noun rather than a verb with its object.
        let isNoun =
          index + 1 < high && isGenericBody(tokens[index + 1]) && !token.has([.light, .encourage])
        if isNoun, index + 2 < high {
          index += 1
          continue
        }
        // 加强对…考核工作的指导: what 对 governs is the object of the verb before it.
        if let verb = candidate, tokens[verb + 1].has(.objectPreposition) { return verb }
        if candidate == nil || token.has(.light) { candidate = index }
        if token.has(.light) { return index }
      }
      index += 1
    }
    if goesOnByMeans(preposition, high) {
      guard let found = candidate, found > preposition + 1, isMeans(tokens[found - 1]) else {
        return nil
      }
      return found
    }
    if candidate == nil, high - 1 > preposition + 1, tokens[high - 1].has(.verb),
      tokens[high - 1].form == .word, tokens[high - 2].sign != HanSign.of
    {
      return high - 1
    }
    // 向其收费: a verb that the lexicon lacks.
    if candidate == nil, sign == 0xE59091, high - 2 > preposition + 1,  // 向
      isUnknown(tokens[high - 1]), isUnknown(tokens[high - 2])
    {
      return high - 2
    }
    return candidate
  }

  /// A character of which the lexicon knows nothing.
  func isUnknown(_ token: MeasureToken) -> Bool {
    token.form == .word && token.sign != 0 && token.cue.kinds.isEmpty
  }

  /// 相适应, 相协调, 一致: what two things are to be to each other.
  func isRelation(_ token: MeasureToken) -> Bool {
    guard token.has(.verb), token.end - token.start >= 6 else { return false }
    return startsWith(token, 0xE79BB8)  // 相
      || text.span.triple(at: token.end - 6, end: token.end) == 0xE4B880  // 一致
  }

  /// The token behind 按照…的要求, 依照有关规定 where the clause goes on; `nil` for another phrase.
  func ruleEnd(_ preposition: Int, _ high: Int) -> Int? {
    switch text.span.triple(at: tokens[preposition].start, end: tokens[preposition].end) {
    case 0xE68C89, 0xE4BE9D, 0xE6A0B9, 0xE58F82, 0xE981B5, 0xE6AF94: break  // 按, 依, 根, 参, 遵, 比
    default: return nil
    }
    for index in preposition + 1..<max(preposition + 1, high - 1) where isRuleNoun(tokens[index]) {
      let next = tokens[index + 1]
      guard tokens[index - 1].sign == HanSign.of || index <= preposition + 3,
        next.form == .word, next.sign != HanSign.of, !isRuleNoun(next),
        next.sign != HanSign.and, next.sign != HanSign.with, !isListWord(next)
      else { continue }
      return index + 1
    }
    return nil
  }

  /// 要求, 规定, 标准, 程序, 原则, 需要, 条件, 方式, 办法, 期限, 比例, 约定.
  func isRuleNoun(_ token: MeasureToken) -> Bool {
    guard token.form == .word, token.end - token.start >= 6 else { return false }
    let first = text.span.triple(at: token.end - 6, end: token.end)
    let last = text.span.triple(at: token.end - 3, end: token.end)
    switch (first, last) {
    case (0xE8A681, 0xE6B182), (0xE8A784, 0xE5AE9A), (0xE6A087, 0xE58786), (0xE7A88B, 0xE5BA8F),
      (0xE58E9F, 0xE58899), (0xE99C80, 0xE8A681), (0xE69DA1, 0xE4BBB6), (0xE58A9E, 0xE6B395),
      (0xE69C9F, 0xE99990), (0xE6AF94, 0xE4BE8B), (0xE7BAA6, 0xE5AE9A), (0xE6849F, 0xE58AA8):
      return true
    default: return false
    }
  }

  /// Whether a phrase of its own begins behind 与企业 or 以…精神: 通过…, 在….
  func opensInner(_ token: MeasureToken, within sign: UInt32) -> Bool {
    guard sign == HanSign.with || sign == 0xE5908C || sign == 0xE4BBA5,  // 与, 同, 以
      token.has(.preposition)
    else { return false }
    return token.sign == HanSign.inside && !token.has(.block) || startsWith(token, 0xE9809A)  // 通过
  }

  /// 通过加强建设，…: what is done by means of it stands behind the comma.
  func goesOnByMeans(_ preposition: Int, _ high: Int) -> Bool {
    guard high < tokens.count, tokens[high].sign == HanSign.comma else { return false }
    let token = tokens[preposition]
    switch text.span.triple(at: token.start, end: token.end) {
    case 0xE9809A, 0xE6A0B9, 0xE59BB4, 0xE7BB93: return token.end - token.start == 6  // 通, 根, 围, 结
    default: return false
    }
  }

  /// 指标, 措施, 方式, 途径, 办法, 形式, 手段, 渠道, 机制, 平台, 制度, 名义.
  func isMeans(_ token: MeasureToken) -> Bool {
    guard token.end - token.start == 6 else { return false }
    switch text.span.triple(at: token.start, end: token.end) {
    case 0xE68C87, 0xE68EAA, 0xE696B9, 0xE98094, 0xE58A9E, 0xE5BDA2, 0xE6898B, 0xE6B8A0, 0xE69CBA,
      0xE5B9B3, 0xE588B6, 0xE5908D:
      return true
    default: return false
    }
  }

  /// 通过发展经济、完善服务等措施，: means, needs and rules that a phrase ends in before the clause goes on.
  func endsInMeans(_ preposition: Int, _ high: Int) -> Bool {
    guard high < tokens.count, tokens[high].sign == HanSign.comma, high - 2 > preposition,
      tokens[high - 1].end - tokens[high - 1].start == 6
    else { return false }
    let before = tokens[high - 2].sign
    let isRule =
      switch text.span.triple(at: tokens[preposition].start, end: tokens[preposition].end) {
      case 0xE6A0B9, 0xE68C89, 0xE4BE9D, 0xE7BB93, 0xE9809A: true  // 根, 按, 依, 结, 通
      default: false
      }
    guard before == HanSign.of || before == 0xE7AD89 || isRule else { return false }  // 等
    switch text.span.triple(at: tokens[high - 1].start, end: tokens[high - 1].end) {
    // 措施, 方式, 途径, 办法, 形式, 手段, 渠道, 规定, 要求, 原则, 需要, 精神, 部署, 目标, 思路
    case 0xE68EAA, 0xE696B9, 0xE98094, 0xE58A9E, 0xE5BDA2, 0xE6898B, 0xE6B8A0, 0xE8A784, 0xE8A681,
      0xE58E9F, 0xE99C80, 0xE7B2BE, 0xE68C87, 0xE983A8, 0xE79BAE, 0xE6809D:
      return true
    default: return false
    }
  }

  /// Whether the verb at a place can be the predicate rather than part of a noun: something follows that is no 的.
  func opensPredicate(_ index: Int, _ high: Int) -> Bool {
    let token = tokens[index]
    guard token.has([.verb, .pair]), token.form == .word else { return false }
    guard index + 1 < high else { return false }
    let next = tokens[index + 1]
    if next.sign == HanSign.of || next.form == .listMark || next.sign == HanSign.past {
      return false
    }
    // 发展和市场需求: a noun, 完善和实施: two verbs.
    if next.sign == HanSign.and || next.sign == HanSign.with || isListWord(next) || isWordOr(next),
      !token.has(.pair), index + 2 >= high || !tokens[index + 2].has(.verb)
    {
      return false
    }
    // 管理办法 is a noun, 制定办法 a verb with its object.
    var governs = false
    switch token.cue.group {
    case .setUp, .strengthen, .carryThrough, .cut, .keep: governs = next.sign == 0
    default: break
    }
    if next.has(.nominal), !next.has(.verb), !governs { return false }
    if index + 2 < high, next.has(.verb), tokens[index + 2].sign == HanSign.of { return true }
    return true
  }
}
