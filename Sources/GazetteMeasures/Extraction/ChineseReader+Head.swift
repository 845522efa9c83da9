import GazetteDocument

extension ChineseReader {
  /// Reads what stands before the verb of a clause, and finds the verb.
  func readHead(_ clause: inout ChineseClause) {
    var index = clause.low
    while index < clause.high {
      let token = tokens[index]
      switch token.form {
      case .deadline:
        clause.deadline = token.range
        index += 1
        continue
      case .indicator:
        clause.indicators.append(token.range)
        index += 1
        continue
      case .sign, .listMark, .bracket:
        index += 1
        continue
      case .word, .number, .quotation, .clauseMark, .colon: break
      }
      if let next = takeModal(&clause, index) {
        index = next
        continue
      }
      if token.has(.objectPreposition), clause.verb == nil,
        let next = takeObject(&clause, index)
      {
        index = next
        continue
      }
      if token.has(.agent) || (token.has(.joint) && clause.subject != nil),
        let next = takeAgent(&clause, index)
      {
        index = next
        continue
      }
      let isRule = token.has(.verb) && token.has(.preposition) && namesRule(index, clause.high)
      if token.has(.preposition), !token.has(.verb) || isRule {
        if let next = phraseEnd(index, clause.high) {
          // 按照每月1000元的标准扣除.
          if clause.indicators.isEmpty {
            for inner in index..<next where tokens[inner].form == .indicator {
              clause.indicators.append(tokens[inner].range)
            }
          }
          if clause.deadline == nil,
            let date = tokens[index..<next].first(where: { $0.form == .deadline })
          {
            clause.deadline = date.range
          }
          clause.glued = nil
          index = next
          continue
        }
        // 应当依照…, 可以参照…: the preposition is the verb where no other follows.
        let goesOn = clause.high < tokens.count && tokens[clause.high].sign == HanSign.comma
        if clause.modal != nil, token.sign == 0, index + 1 < clause.high, !goesOn {
          clause.verb = index
          return
        }
        // A phrase without a verb behind it: the clause goes on behind the comma.
        if clause.subject == nil || clause.modal != nil || endsInActor(clause) { return }
      }
      if token.has([.objectPreposition, .agent]), clause.modal != nil {
        if token.sign == HanSign.will || token.sign == HanSign.take { clause.openObject = index }
        return
      }
      if token.has(.intensifier), !token.has(.glued), index + 1 < clause.high,
        tokens[index + 1].sign != HanSign.of, !isVerbOfItsOwn(index, clause.high)
      {
        if clause.subject == nil { clause.isUrged = true }
        index += 1
        continue
      }
      if token.has(.glued), !token.has(.verb), index + 1 == clause.high, clause.subject != nil,
        clause.modal == nil
      {
        return
      }
      if token.has(.glued), index + 1 < clause.high, !isVerbOfItsOwn(index, clause.high),
        !isStrictVerb(index, clause.high)
      {
        if clause.glued == nil { clause.glued = index }
        if isStrictAdverb(token) { clause.isStrict = true }
        index += 1
        continue
      }
      if token.has(.connector), !token.has(.verb) {
        index += 1
        continue
      }
      if token.has([.verb, .pair, .principle]) || isStrictVerb(index, clause.high),
        isVerb(index, clause)
      {
        if let later = laterModal(index, clause) {
          // 企业研究重大问题应当…: the first verb belongs to the subject.
          let end = clause.subject.map { isActor($0) ? $0.upperBound : later } ?? later
          clause.subject = (clause.subject?.lowerBound ?? index)..<end
          index = later
          continue
        }
        clause.verb = index
        return
      }
      if clause.modal != nil || clause.hasObjectPreposition || clause.glued != nil
        || clause.isUrged || !clause.agents.isEmpty && isRuling(token),
        clause.subject == nil || clause.modal != nil || clause.glued != nil || isRuling(token),
        token.form == .word,
        !clause.isUrged || !token.has([.block, .nominal, .actor, .timeWhen]),
        !token.has([.copula, .unit]) || token.has(.copula) && clause.modal != nil
      {
        // 精准施策要深入推进: what stands before the modal word is the subject.
        if clause.modal == nil || token.has(.block), clause.subject == nil,
          !clause.hasObjectPreposition,
          let later = (index + 1..<max(index + 1, min(index + 4, clause.high))).first(where: {
            isPlainModal(tokens[$0]) && !tokens[$0].has(.block) && $0 + 1 < clause.high
          })
        {
          clause.subject = (clause.modal == nil ? clause.low : index)..<later
          (clause.glued, clause.isUrged) = (nil, false)
          index = later
          continue
        }
        clause.verb = index
        clause.isUnknownVerb = true
        return
      }
      guard clause.subject == nil else {
        index += 1
        continue
      }
      let end = subjectEnd(index, clause.high)
      if end - index > 1, end < clause.high, tokens[end - 1].has(.timeWhen),
        tokens[end - 1].sign == HanSign.after || tokens[end - 1].sign == HanSign.when
          || tokens[end - 1].sign == HanSign.before
      {
        // 转制后按规定纳入: when, not who.
        if let body = leadingActor(index, end) { clause.subject = body }
        index = end
        continue
      }
      clause.subject = index..<end
      clause.glued = nil
      index = end
    }
  }

  /// 依照有关规定公开…: a verb that is a preposition where another verb follows.
  func namesRule(_ index: Int, _ high: Int) -> Bool {
    let sign = text.span.triple(at: tokens[index].start, end: tokens[index].end)
    guard sign == 0xE4BE9D || sign == 0xE981B5 else { return false }  // 依, 遵
    guard let next = phraseEnd(index, high) else {
      return isRuleNoun(tokens[high - 1]) && high < tokens.count
        && tokens[high].sign == HanSign.comma
    }
    return next > index + 1
  }

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

  /// Takes 对, 将, 把 with what they govern; `nil` where no verb follows.
  func takeObject(_ clause: inout ChineseClause, _ index: Int) -> Int? {
    let isTaking = tokens[index].sign == HanSign.will || tokens[index].sign == HanSign.take
    guard let verb = governedVerb(index, clause.high, isTaking: isTaking), verb > index + 1 else {
      return nil
    }
    var end = verb
    while end > index + 1,
      tokens[end - 1].has([.intensifier, .glued]) || tokens[end - 1].form == .deadline
    {
      end -= 1
    }
    guard end > index + 1 else { return nil }
    let last = tokens[end - 1].sign == HanSign.of && isTaking ? end - 1 : end
    clause.objects.append(tokens[index + 1].start..<tokens[max(index + 1, last - 1)].end)
    clause.hasObjectPreposition = true
    clause.glued = nil
    if isTaking { clause.isTaking = true }
    return end
  }

  /// The verb behind an object that 对, 将 or 把 governs.
  func governedVerb(_ preposition: Int, _ high: Int, isTaking: Bool) -> Int? {
    var last: Int?
    var index = preposition + 2
    while index < high {
      let token = tokens[index]
      if token.has(.modal), !token.has([.verb, .block]) { return index }
      if token.has([.glued, .intensifier]), !token.has(.verb), index + 1 < high,
        !tokens[index + 1].has(.nominal), tokens[index - 1].form != .number
      {
        var next = index + 1
        while next < high, tokens[next].has([.glued, .intensifier]), !tokens[next].has(.verb) {
          next += 1
        }
        // 违法违规行为: no verb behind the adverbs.
        if next < high,
          tokens[next].has([.verb, .pair]) && !tokens[next].has(.block)
            || !isBreach(token) || next == high
        {
          return index
        }
        index = next
        continue
      }
      if token.form == .word, token.has([.verb, .pair]) {
        let takes = token.cue.group == .organise || token.cue.group == .report
        if isTaking
          ? takes && opensPredicate(index, high) : token.has(.light) && !isWithinNoun(index, high)
        {
          return index
        }
        if opensPredicate(index, high) || index + 1 == high { last = index }
      }
      index += 1
    }
    return last
  }

  /// 违法, 违规, 非法.
  func isBreach(_ token: MeasureToken) -> Bool {
    startsWith(token, 0xE8BF9D) || startsWith(token, 0xE99D9E)  // 违, 非
  }

  /// 对利用平台开展募捐的组织进行验证: 开展 is part of a noun where 的 and another light verb follow.
  func isWithinNoun(_ verb: Int, _ high: Int) -> Bool {
    guard let of = (verb + 1..<high).first(where: { tokens[$0].sign == HanSign.of }) else {
      return false
    }
    return (of + 1..<max(of + 1, high - 1)).contains {
      tokens[$0].has(.light) && tokens[$0].form == .word
        && tokens[$0 - 1].sign != HanSign.of
    }
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
