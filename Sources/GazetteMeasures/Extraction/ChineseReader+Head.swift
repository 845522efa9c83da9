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
      // 国务院决定在…调整实施: what was decided is the act.
      if clause.subject != nil, endsInActor(clause), clause.verb == nil, isDeciding(token),
        index + 2 < clause.high, !tokens[index + 1].has(.nominal),
        tokens[index + 1].has([.preposition, .objectPreposition, .verb, .glued, .intensifier])
      {
        index += 1
        continue
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
      // 具体分摊方式在一个年度内不能变更: the adverb belongs to the noun before the modal word.
      if token.has([.glued, .intensifier]), !token.has(.verb), index == clause.low,
        clause.modal == nil, let later = modalBehindNoun(index, clause.high)
      {
        let end = min(subjectEnd(index, clause.high), later)
        if end > index + 1 {
          clause.subject = index..<end
          index = end
          continue
        }
      }
      // 及时、准确、规范向社会公开: adverbs in a row.
      if token.has([.glued, .intensifier]), index + 2 < clause.high,
        tokens[index + 1].form == .listMark, tokens[index + 2].has([.glued, .intensifier]),
        clause.modal != nil || clause.subject != nil || !token.has(.verb)
      {
        if clause.glued == nil { clause.glued = index }
        index += 2
        continue
      }
      if token.has(.glued), clause.glued != nil, index + 1 < clause.high,
        tokens[index + 1].has([.preposition, .objectPreposition]),
        !tokens[index + 1].has([.verb, .block]), tokens[index - 1].form == .listMark
      {
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
          let later =
            (index + 1..<max(index + 1, min(index + (token.has(.block) ? 14 : 4), clause.high)))
            .first(where: {
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

  /// 决定.
  private func isDeciding(_ token: MeasureToken) -> Bool {
    token.end - token.start == 6
      && text.span.triple(at: token.start, end: token.end) == 0xE586B3  // 决
      && text.span.triple(at: token.start + 3, end: token.end) == 0xE5AE9A  // 定
  }

  /// The modal word of a rule behind a noun that begins with an adverb: 具体办法应当…, 随机抽查事项清单应….
  private func modalBehindNoun(_ first: Int, _ high: Int) -> Int? {
    guard
      let modal = (first + 2..<max(first + 2, high - 1)).first(where: {
        isPlainModal(tokens[$0]) && !tokens[$0].has([.block, .preposition, .intensifier])
          && tokens[$0].cue.strength >= 3 || tokens[$0].sign == HanSign.by
      })
    else { return nil }
    // Up to it stands no verb with an object of its own: nouns, 的, 和, a phrase of time.
    for index in first + 1..<modal {
      let token = tokens[index]
      if token.form == .deadline || token.form == .number { continue }
      guard token.form == .word || token.form == .listMark else { return nil }
      if token.has([.objectPreposition, .agent, .joint, .modal]), !token.has([.verb, .block]) {
        return nil
      }
      if token.has(.verb), !token.has([.nominal, .actor]), index + 1 < modal,
        !tokens[index + 1].has(.nominal), tokens[index + 1].sign != HanSign.and,
        tokens[index + 1].form != .listMark, tokens[index + 1].sign != HanSign.of
      {
        return nil
      }
    }
    return modal
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

  /// Takes 对, 将, 把 with what they govern; `nil` where no verb follows.
  func takeObject(_ clause: inout ChineseClause, _ index: Int) -> Int? {
    let isTaking = tokens[index].sign == HanSign.will || tokens[index].sign == HanSign.take
    guard let verb = governedVerb(index, clause.high, isTaking: isTaking), verb > index + 1 else {
      return nil
    }
    // 对已经预缴税款的所得，不再折算: the verb is part of the noun, and the clause goes on behind the comma.
    if !isTaking, clause.high < tokens.count, tokens[clause.high].sign == HanSign.comma,
      let of = (verb + 1..<max(verb + 1, clause.high)).last(where: { tokens[$0].sign == HanSign.of }
      ),
      !(of + 1..<clause.high).contains(where: {
        tokens[$0].has([.verb, .pair]) && !tokens[$0].has([.nominal, .block])
          || tokens[$0].has(.modal)
      })
    {
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
}
