import GazetteDocument

extension ChineseReader {
  /// 严格定额管理: 严格 is the verb where no other follows.
  func isStrictVerb(_ index: Int, _ high: Int) -> Bool {
    guard tokens[index].has(.glued), isStrictAdverb(tokens[index]),
      tokens[index].end - tokens[index].start == 6, index + 1 < high
    else { return false }
    let next = tokens[index + 1]
    return !next.has([.verb, .pair, .glued, .intensifier, .preposition, .objectPreposition])
  }

  /// 严格, 严: they make a duty strict.
  func isStrictAdverb(_ token: MeasureToken) -> Bool {
    text.span.triple(at: token.start, end: token.end) == 0xE4B8A5
      && (token.end - token.start == 3
        || text.span.triple(at: token.start + 3, end: token.end) == 0xE6A0BC)
  }

  /// Whether an adverb that is a verb too has an object and no verb behind it: 统筹城乡发展, 加快建设.
  func isVerbOfItsOwn(_ index: Int, _ high: Int) -> Bool {
    guard tokens[index].has(.verb) else { return false }
    let next = tokens[index + 1]
    return !next.has([.verb, .intensifier, .glued, .pair]) || next.has(.block)
  }

  /// Whether a verb opens the predicate here and is not the first word of a noun.
  func isVerb(_ index: Int, _ clause: ChineseClause) -> Bool {
    let next = index + 1
    if next == clause.high {
      return clause.modal != nil || clause.deadline != nil || clause.glued != nil
        || clause.hasObjectPreposition || clause.subject != nil || !clause.objects.isEmpty
        || !clause.agents.isEmpty || index > clause.low
    }
    if tokens[next].sign == HanSign.of || tokens[next].sign == HanSign.past { return false }
    // 抽查比例不设上限, 检查事项针对…: the verb begins a noun.
    if clause.subject == nil, clause.modal == nil, tokens[next].has(.nominal),
      !tokens[next].has([.verb, .actor]), next + 1 < clause.high,
      tokens[next + 1].sign == HanSign.not || tokens[next + 1].has(.copula)
        || tokens[next + 1].has(.preposition) && !tokens[next + 1].has([.verb, .block])
          && tokens[next + 1].sign != HanSign.and && tokens[next + 1].sign != HanSign.with
          && tokens[next + 1].end - tokens[next + 1].start >= 6
    {
      return false
    }
    // 报告应当包括…, 实施过程中的管理由…负责: the verb is part of the subject.
    if clause.subject == nil, clause.modal == nil, clause.glued == nil, index == clause.low,
      isPlainModal(tokens[next]) && !tokens[next].has([.block, .preposition])
        || isLeftToBody(next, clause.high)
    {
      return false
    }
    // 基本建设过程中造成的…: part of a noun.
    if tokens[next].has(.timeWhen), tokens[next].end - tokens[next].start >= 6,
      !tokens[next].has([.verb, .nominal]) || tokens[next].end - tokens[next].start >= 9,
      clause.modal == nil
    {
      return false
    }
    if isGenericBody(tokens[next]), clause.subject == nil, clause.modal == nil,
      tokens[index].end - tokens[index].start < 12,
      next + 1 < clause.high,
      tokens[next + 1].form == .listMark
        || tokens[next + 1].has([.modal, .preposition, .objectPreposition, .verb, .glued])
    {
      return false
    }
    if clause.subject == nil, clause.modal == nil, clause.glued == nil, index == clause.low,
      tokens[next].has(.nominal), !tokens[next].has(.verb), reportsLater(next, clause.high)
    {
      // 考核结果反馈医院: the first verb is part of a noun.
      return false
    }
    if tokens[next].form == .listMark, clause.modal == nil, clause.glued == nil {
      // 监测、评估…: verbs of one object, or a list of nouns.
      return next + 1 < clause.high && tokens[next + 1].has(.verb)
    }
    return true
  }

  /// Whether a clause ends in 由 with a body and 负责 or 牵头.
  func isLeftToBody(_ first: Int, _ high: Int) -> Bool {
    guard tokens[high - 1].has([.voiceResponsible, .voiceLead]),
      let by = (first..<high).last(where: { tokens[$0].sign == HanSign.by }), by + 1 < high - 1
    else { return false }
    return isActor(by + 1..<high - 1)
  }

  /// Whether a verb of reporting or placing stands straight behind a noun: 结果反馈, 结果纳入.
  func reportsLater(_ noun: Int, _ high: Int) -> Bool {
    var index = noun + 1
    while index < high,
      tokens[index].has(.nominal) || tokens[index].form == .deadline
        || tokens[index].has([.glued, .intensifier])
    {
      if tokens[index].has(.verb) { break }
      index += 1
    }
    guard index < high, tokens[index].has(.verb) else { return false }
    return tokens[index].cue.group == .report || tokens[index].has(.pivot)
  }

  /// The verb behind a subject that is no body: the last one that something follows, or that ends the clause.
  func lateVerb(_ first: Int, _ high: Int) -> Int? {
    var index = first + 1
    while index < high {
      if opensPredicate(index, high), tokens[index - 1].sign != HanSign.of { return index }
      // 医疗问题即查即改.
      if index + 1 == high, isSetPhrase(tokens[index]), tokens[index - 1].sign != HanSign.of {
        return index
      }
      index += 1
    }
    return nil
  }

  /// A verb of four characters: 即查即改, 贯彻落实.
  func isSetPhrase(_ token: MeasureToken) -> Bool {
    token.form == .word && token.has(.verb) && !token.has(.block) && token.end - token.start == 12
  }
}
