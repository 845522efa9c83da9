import GazetteDocument

extension ChineseReader {
  /// A modal word of two characters behind the first verb of a clause that has none before it.
  func laterModal(_ verb: Int, _ clause: ChineseClause) -> Int? {
    guard clause.modal == nil, verb + 2 < clause.high else { return nil }
    for index in verb + 2..<clause.high
    where tokens[index].has(.modal)
      && !tokens[index].has([.verb, .block, .intensifier, .preposition])
      && !tokens[index].has(.encourage)
      && (tokens[index].end - tokens[index].start >= 6 || tokens[index].sign == 0xE9A1BB
        || namesThing(verb, index) && tokens[index].sign == 0xE5BA94)  // 应
      && (tokens[index].cue.strength >= 3 || namesThing(verb, index)
        || tokens[verb..<index].contains { $0.sign == HanSign.of })
      && index + 1 < clause.high
    {
      if tokens[index - 1].has(.timeWhen) || !tokens[index - 1].has(.actor) { return index }
      if tokens[index..<clause.high].contains(where: {
        $0.sign == HanSign.of && $0.end < tokens[clause.high - 1].end
      })
        && !tokens[verb..<index].contains(where: { $0.sign == HanSign.of })
      {
        return nil
      }
      return index
    }
    return nil
  }

  /// 募捐方案, 检查事项清单: a verb that only begins a noun.
  func namesThing(_ verb: Int, _ modal: Int) -> Bool {
    let next = tokens[verb + 1]
    return next.has(.nominal) && !next.has([.verb, .actor]) && next.form == .word
      && !tokens[verb + 1..<modal].contains { $0.form == .listMark }
  }

  /// Whether a bare 不 stands before the verb of a rule.
  func forbids(_ index: Int, _ clause: ChineseClause) -> Bool {
    guard clause.modal == nil, context.voice == .policy, !context.isReview, !isDone,
      index + 1 < clause.high, tokens[index + 1].has(.verb), !tokens[index + 1].has(.block),
      opensPredicate(index + 1, clause.high), !context.isItem,
      tokens[clause.high - 1].sign != HanSign.of
    else { return false }
    return index == clause.low || tokens[index - 1].has(.actor) && clause.subject != nil
  }

  /// Takes a modal word at a place; `nil` where none stands.
  func takeModal(_ clause: inout ChineseClause, _ index: Int) -> Int? {
    let token = tokens[index]
    if token.sign == HanSign.not, forbids(index, clause) {
      // 不发贺信, 不予… in a rule: a ban without a modal word.
      clause.modal = SentenceContext.HeldModal(range: token.range, strength: 4, isNegative: true)
      return index + 1
    }
    guard token.has(.modal) else { return nil }
    let next = index + 1
    guard next < clause.high else { return nil }
    let following = tokens[next]
    // 国家规定禁止的情形: part of a noun.
    if following.sign == HanSign.of { return nil }
    // 拟 is a modal word before a verb only.
    if token.sign == 0xE68B9F, !following.has([.verb, .intensifier, .glued, .preposition, .agent]) {
      return nil
    }
    // 一般检查事项: what kind of items.
    if index == clause.low, token.end - token.start == 6, clause.subject == nil,
      startsWith(token, 0xE4B880), !following.has([.modal, .preposition])  // 一般
    {
      return nil
    }
    // 意见和建议: a noun.
    if token.has(.encourage), index > clause.low, clause.subject != nil,
      tokens[index - 1].sign == HanSign.and || tokens[index - 1].sign == HanSign.of
        || tokens[index - 1].sign == HanSign.with || tokens[index - 1].sign == HanSign.orWith
    {
      return nil
    }
    // 既有必要也有可能: an assessment.
    if following.has(.connector), token.end - token.start == 9 { return nil }
    // 需要解决的问题, 应当履行的职责: the modal word belongs to the noun.
    if following.has(.verb), next + 1 < clause.high, tokens[next + 1].sign == HanSign.of,
      clause.subject == nil, !token.has(.verb)
    {
      return nil
    }
    if token.sign == HanSign.will {
      // 将 before a noun takes an object; before a verb it announces.
      let announces =
        following.has([.verb, .intensifier, .glued, .preposition, .deadlineSoft, .modal])
        && !following.has(.block) && clause.subject != nil
      if following.has([.agent, .joint]), !following.has(.block) {
        // 将由, 将会同.
      } else if !(announces && (opensPredicate(next, clause.high) || !following.has(.verb))) {
        return nil
      }
    }
    if token.has(.verb) {
      // 支持, 研究, 负责, 试点 are modal words before a verb or a body with a verb.
      guard following.sign != HanSign.of,
        following.form != .listMark
          || token.has(.encourage) && next + 1 < clause.high
            && tokens[next + 1].has([.encourage, .verb])
      else { return nil }
      if token.has(.encourage) {
        guard clause.subject == nil || clause.modal != nil || endsInActor(clause) else {
          return nil
        }
        guard encouragedVerb(next, clause.high) != nil else { return nil }
      } else {
        guard following.has([.verb, .pair]), !following.has(.block) else { return nil }
        guard
          opensPredicate(next, clause.high)
            || token.has(.voiceResponsible) && next + 1 == clause.high
        else { return nil }
      }
    }
    if token.has(.preposition), !following.has([.verb, .intensifier, .glued, .modal]) {
      return nil
    }
    let force = SentenceContext.HeldModal(
      range: token.range, strength: Int(token.cue.strength), isNegative: token.cue.isNegative)
    if let held = clause.modal {
      // 要优先, 应尽可能: the softer word counts; 要坚决: the stricter one.
      if force.isNegative || force.strength != 3 {
        clause.modal = force
        clause.modal?.isNegative = held.isNegative || force.isNegative
        if held.isNegative { clause.modal = held }
      }
    } else {
      clause.modal = force
    }
    if token.has(.encourage) {
      clause.encourages = true
      // 鼓励、支持、引导: one modal word of several.
      var last = next
      while last + 2 < clause.high, tokens[last].form == .listMark,
        tokens[last + 1].has(.encourage) || tokens[last + 1].cue.group == .organise,
        tokens[last + 1].has(.verb),
        tokens[last + 2].form == .word || tokens[last + 2].form == .listMark
      {
        last += 2
      }
      if last > next {
        clause.modal?.range = force.range.lowerBound..<tokens[last - 1].end
        return last
      }
    }
    return next
  }

  /// The verb of the body that is encouraged: behind a body, with something after it.
  func encouragedVerb(_ first: Int, _ high: Int) -> Int? {
    if tokens[first].has([.verb, .pair]), !tokens[first].has(.block), opensPredicate(first, high) {
      return first
    }
    var index = first + 1
    var found: Int?
    while index < high {
      let token = tokens[index]
      if token.form == .word, token.has([.verb, .pair]), opensPredicate(index, high) {
        if tokens[index - 1].has([.actor, .glued, .intensifier]) { return index }
        if found == nil, tokens[index - 1].sign != HanSign.of,
          tokens[first..<index].contains(where: { $0.has(.actor) })
        {
          found = index
        }
      }
      if token.has([.preposition, .objectPreposition]), !token.has([.verb, .block]),
        tokens[index - 1].has(.actor), token.sign != HanSign.and, token.sign != HanSign.with,
        !isListWord(token)
      {
        return index
      }
      index += 1
    }
    if found == nil, let body = leadingActor(first, high), !tokens[body.upperBound].has(.nominal),
      tokens[body.upperBound].form == .word
    {
      return body.upperBound
    }
    return found
  }
}
