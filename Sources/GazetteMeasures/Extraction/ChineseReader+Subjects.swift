import GazetteDocument

extension ChineseReader {
  /// Takes 由 or 会同 with the body; `nil` where no verb follows.
  func takeAgent(_ clause: inout ChineseClause, _ index: Int) -> Int? {
    var end = index + 1
    while end < clause.high {
      let token = tokens[end]
      if token.has([.voiceLead, .voiceResponsible]) { break }
      if end > index + 1, tokens[end - 1].has(.actor),
        token.has([.verb, .pair, .light, .glued, .intensifier, .joint]) || token.form == .deadline
          || token.has(.modal) && !token.has(.block)
          || token.has([.objectPreposition, .preposition])
      {
        // 由开发建设的单位和个人承担: a further body.
        if token.sign == HanSign.and || token.sign == HanSign.with || isListWord(token),
          let body = laterBody(end + 1, clause.high)
        {
          end = body + 1
          continue
        }
        break
      }
      end += 1
    }
    guard end > index + 1 else { return nil }
    // 部门联合“双随机”监管: not with whom.
    if tokens[index].has(.joint) || startsWith(tokens[index], 0xE88194),  // 联合
      !isActor(index + 1..<end)
    {
      return nil
    }
    if end == clause.high, end - 1 > index + 1, isRuling(tokens[end - 1]) {
      end -= 1
    } else if end == clause.high, tokens[index].has(.joint), isActor(index + 1..<end),
      end < tokens.count, tokens[end].sign == HanSign.comma
    {
      // 会同有关部门，根据…，制定: the verb stands behind the comma.
    } else if end == clause.high {
      guard let verb = phraseEnd(index, clause.high), verb > index + 1 else { return nil }
      end = verb
    }
    // 由粗放管理转向…: from what, not by whom.
    if tokens[index].sign == HanSign.by, end - index > 3, !isActor(index + 1..<end),
      end < clause.high,
      text.span.triple(at: tokens[end].start, end: tokens[end].end) == 0xE8BDAC  // 转
        || tokens[end].sign == 0xE59091  // 向
    {
      return nil
    }
    let isLead = end < clause.high && tokens[end].has(.voiceLead)
    let role: ResponsibleBody.Role =
      tokens[index].has(.joint) ? .joint : isLead ? .lead : .responsible
    clause.agents.append(
      DraftMeasure.Actor(range: tokens[index + 1].start..<tokens[end - 1].end, role: role))
    return isLead
      || (end < clause.high && tokens[end].has(.voiceResponsible) && end + 1 == clause.high)
      ? end + 1 : end
  }

  /// 规定, 决定: verbs only behind 由 and a body.
  func isRuling(_ token: MeasureToken) -> Bool {
    guard token.end - token.start == 6 else { return false }
    let span = text.span
    return span.triple(at: token.start + 3, end: token.end) == 0xE5AE9A  // 定
      && (span.triple(at: token.start, end: token.end) == 0xE8A784  // 规
        || span.triple(at: token.start, end: token.end) == 0xE586B3)  // 决
  }

  /// Where a subject ends: at the first modal word, adverb, preposition or verb that opens the predicate.
  func subjectEnd(_ first: Int, _ high: Int) -> Int {
    var index = first + 1
    while index < high {
      let token = tokens[index]
      switch token.form {
      case .bracket where isWithinName(index, high) || continuesName(index, high):
        index += 1
        continue
      case .deadline, .indicator, .bracket: return index
      case .quotation, .listMark, .number, .sign, .clauseMark, .colon:
        index += 1
        continue
      case .word: break
      }
      if token.has(.modal), !token.has(.block), !token.has(.verb) {
        return index
      }
      if token.has(.encourage), tokens[index - 1].has(.actor) { return index }
      if token.has([.objectPreposition, .agent, .joint]), !token.has([.block, .verb]) {
        return index
      }
      if token.has([.glued, .intensifier]), index + 1 < high,
        tokens[index + 1].has([.verb, .pair, .glued, .intensifier])
          || tokens[index - 1].has(.actor),
        tokens[index - 1].sign != HanSign.of
      {
        return index
      }
      let isBehindBody =
        tokens[index - 1].has(.actor)
        || tokens[index - 1].form == .bracket && index - 2 >= first && tokens[index - 2].has(.actor)
      if token.has(.preposition), isBehindBody, !token.has([.verb, .block]),
        token.sign != HanSign.and, token.sign != HanSign.with, !isListWord(token)
      {
        return index
      }
      // 扣除方式在一个纳税年度内不能变更.
      if token.sign == HanSign.inside, index > first, let end = phraseEnd(index, high),
        tokens[end - 1].has(.timeWhen) || tokens[end - 1].sign == HanSign.within,
        tokens[index - 1].sign != HanSign.of
      {
        return index
      }
      if token.has(.pivot), index + 1 < high, tokens[index - 1].sign != HanSign.of { return index }
      if token.has([.verb, .pair]), tokens[index - 1].has(.actor),
        opensPredicate(index, high) || joinsVerbs(index, high)
      {
        return index
      }
      index += 1
    }
    return lateVerb(first, high) ?? high
  }

  /// 水利部门培育和完善供水市场: two verbs of one object, straight behind a body.
  private func joinsVerbs(_ index: Int, _ high: Int) -> Bool {
    guard index + 3 < high, tokens[index].has(.verb), !tokens[index].has(.block),
      tokens[index + 1].form == .listMark || tokens[index + 1].sign == HanSign.with
        || tokens[index + 1].sign == HanSign.and,
      tokens[index + 2].has(.verb), !tokens[index + 2].has([.block, .actor])
    else { return false }
    return opensPredicate(index + 2, high) && !tokens[index + 3].has(.verb)
  }

  /// Whether a bracket belongs to the name of a body: 各县（区）人民政府, 省（区、市）.
  func isWithinName(_ index: Int, _ high: Int) -> Bool {
    guard tokens[index].end - tokens[index].start <= 24, tokens[index - 1].has(.actor) else {
      return false
    }
    return index + 1 < high
      && (tokens[index + 1].has(.actor) || tokens[index + 1].has([.modal, .agent, .preposition]))
  }

  /// Whether a bracket stands within the name of a body: 党委（党组）书记.
  func continuesName(_ index: Int, _ high: Int) -> Bool {
    guard index + 1 < high, tokens[index].end - tokens[index].start <= 36 else { return false }
    let next = tokens[index + 1]
    return next.has(.actor) || next.form == .listMark || isListWord(next)
      || next.sign == HanSign.and || next.sign == HanSign.with
  }

  /// The body at the head of a clause, up to the word that says what it does or is; `nil` where none leads.
  func leadingActor(_ first: Int, _ high: Int) -> Range<Int>? {
    guard first < high, !tokens[first].has([.preposition, .objectPreposition, .conditional]),
      !tokens[first].has(.verb) || tokens[first].has(.actor),
      text.span.triple(at: tokens[first].start, end: tokens[first].end) != 0xE58F91  // 发现
    else { return nil }
    var index = first
    while index + 1 < high {
      let token = tokens[index]
      if token.form == .deadline || token.form == .indicator || token.form == .clauseMark {
        return nil
      }
      if token.has(.modal), !token.has([.verb, .block, .actor]) { return nil }
      if isActor(first..<index + 1) {
        let next = tokens[index + 1]
        let goesOn =
          next.has(.actor) || next.sign == HanSign.of || next.form == .listMark
          || isListWord(next) || next.sign == HanSign.and || next.sign == HanSign.with
          || next.form == .bracket || isWordOr(next) || next.has(.nominal) && !next.has(.verb)
        if !goesOn {
          if next.cue.kinds.isEmpty, let later = laterBody(index + 1, high) {
            index = later
            continue
          }
          let verbs = (first..<index).filter { tokens[$0].has(.verb) && !tokens[$0].has(.actor) }
          if let verb = verbs.last, !tokens[verb..<index].contains(where: { $0.sign == HanSign.of })
          {
            return nil
          }
          return first..<index + 1
        }
      }
      index += 1
    }
    return nil
  }

  /// A further word for a body before anything that a body does or is: 我国工人阶级和广大劳动群众.
  func laterBody(_ from: Int, _ high: Int) -> Int? {
    for index in from..<max(from, min(high, from + 9)) {
      let token = tokens[index]
      guard token.form == .word else { return nil }
      if token.has(.actor) { return index }
      if token.has([.verb, .modal, .copula, .preposition, .objectPreposition, .conditional, .done]),
        token.sign != HanSign.and, token.sign != HanSign.with, !isListWord(token)
      {
        return nil
      }
    }
    return nil
  }

  /// 和, 与, 同, 及: they join bodies more often than they open a phrase.
  func isListWord(_ token: MeasureToken) -> Bool {
    token.sign == HanSign.orWith || token.sign == HanSign.or || token.sign == 0xE5908C
  }

  /// Whether the subject of a clause ends in a word for a body.
  func endsInActor(_ clause: ChineseClause) -> Bool {
    guard let subject = clause.subject else { return false }
    return isActor(subject)
  }

  /// 单位, 部门, 机构, 机关, 人员, 企业: behind a verb they make a noun of it.
  func isGenericBody(_ token: MeasureToken) -> Bool {
    guard token.end - token.start == 6 else { return false }
    let span = text.span
    switch span.triple(at: token.start, end: token.end) {
    case 0xE58D95, 0xE983A8, 0xE4BC81, 0xE4BABA:  // 单, 部, 企, 人
      return token.has(.actor)
    case 0xE69CBA:  // 机
      return token.has(.actor)
    default: return false
    }
  }

  /// Whether some tokens name a body.
  func isActor(_ range: Range<Int>) -> Bool {
    guard let last = range.last else { return false }
    let token = tokens[last]
    if token.has([.actor, .actorWhole]) { return true }
    return token.form == .bracket && last > range.lowerBound && tokens[last - 1].has(.actor)
  }
}
