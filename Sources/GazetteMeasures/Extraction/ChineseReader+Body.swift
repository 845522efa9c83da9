import GazetteDocument

extension ChineseReader {
  /// Whether a clause with a verb asks something rather than tells it.
  mutating func isAsked(_ clause: ChineseClause, _ verb: Int) -> Bool {
    let isTold =
      context.isReview || context.voice == .narration || context.voice == .expert
      || context.voice == .caption
    if let modal = clause.modal {
      // 将 announces: of a body a duty, of an event a prediction.
      if tokens[verb].form != .word { return false }
      // 预计…，每年可…: what may come of it.
      if isDone, modal.strength == 1 { return false }
      if text.span.triple(at: modal.range.lowerBound, end: modal.range.upperBound) == HanSign.will,
        !endsInActor(clause)
      {
        return false
      }
      if !isTold || isReported { return true }
      // Even a reporter's or a review's own 必须 and 要 asks; what may or shall be is only told.
      return context.voice != .expert && modal.strength >= 3 && !modal.range.isEmpty
    }
    if isDone || (isTold && !isReported) { return false }
    // 符合人民利益: what something is, and with it what stands before.
    if text.span.triple(at: tokens[verb].start, end: tokens[verb].end) == 0xE7ACA6,  // 符
      clause.subject == nil, modal == nil
    {
      if context.voice == .leaderSpeech { dropTold() }
      return false
    }
    // 人民热爱和平: in a speech who did or does something is told; what is asked has a modal word, or no subject.
    if context.voice == .leaderSpeech, !isReported, clause.subject != nil, modal == nil,
      clause.deadline == nil, clause.agents.isEmpty, !context.isItem,
      !clause.hasObjectPreposition, clause.indicators.isEmpty,
      !endsInActor(clause) || tellsOfNation(clause)
    {
      return false
    }
    if modal != nil, clause.subject == nil { return true }
    if clause.subject == nil {
      if !clause.agents.isEmpty || clause.hasObjectPreposition { return true }
      return !clause.isUnknownVerb || clause.glued != nil
        || clause.isUrged && tokens[verb].sign != 0 && clause.high - verb > 2
    }
    if endsInActor(clause) { return !clause.isUnknownVerb }
    if !clause.agents.isEmpty { return true }
    if clause.isUnknownVerb { return false }
    let isSteady = verb > clause.low && tokens[verb - 1].has(.intensifier)
    if isSteady || clause.glued != nil || verb + 1 == clause.high && isSetPhrase(tokens[verb])
      || tokens[verb].has(.pivot) || clause.hasObjectPreposition
    {
      return true
    }
    // 资金用于…: what a rule sets apart.
    if context.voice == .policy, tokens[verb].end - tokens[verb].start == 6,
      text.span.triple(at: tokens[verb].start, end: tokens[verb].end) == 0xE794A8,  // 用
      text.span.triple(at: tokens[verb].start + 3, end: tokens[verb].end) == 0xE4BA8E,  // 于
      let subject = clause.subject, isFund(tokens[subject.upperBound - 1])
    {
      return true
    }
    return !drafts.isEmpty
      && (clause.deadline != nil || clause.hasObjectPreposition || isKept(verb))
  }

  /// 人民, 民族, 中国, 我国 and the names of peoples: whose deeds a speech tells.
  private func tellsOfNation(_ clause: ChineseClause) -> Bool {
    guard let subject = clause.subject else { return false }
    let range = tokens[subject.lowerBound].start..<tokens[subject.upperBound - 1].end
    for index in subject where tokens[index].end - tokens[index].start >= 3 {
      switch text.span.triple(at: tokens[index].start, end: tokens[index].end) {
      // 人(民), 民(族), 国, 军, 党(人), 医(生), 战(士)
      case 0xE4BABA, 0xE6B091, 0xE59BBD, 0xE5869B, 0xE58CBB:
        return true
      default: continue
      }
    }
    // 中国…: the first characters of the subject.
    return text.span.triple(at: range.lowerBound, end: range.upperBound) == 0xE4B8AD  // 中
      && text.span.triple(at: range.lowerBound + 3, end: range.upperBound) == 0xE59BBD  // 国
  }

  /// 资金, 经费, 基金, 款, 费, 收入.
  private func isFund(_ token: MeasureToken) -> Bool {
    switch text.span.triple(at: token.end - 3, end: token.end) {
    case 0xE98791, 0xE8B4B9, 0xE6ACBE: return true  // 金, 费, 款
    default: return false
    }
  }

  /// 作为, 纳入: what becomes of something, said behind another measure.
  func isKept(_ verb: Int) -> Bool {
    tokens[verb].cue.group == .organise && tokens[verb].has(.verb)
  }

  /// Reads the verb with its object, and the verbs that are joined to it.
  mutating func readBody(_ clause: ChineseClause, _ first: Int) {
    if clause.encourages, let inner = encouragedVerb(first, clause.high), inner > first,
      tokens[inner].has([.preposition, .objectPreposition]), phraseEnd(inner, clause.high) == nil
    {
      // 鼓励企业在…范围内，通过…，增加…: body and modal word wait.
      actors = [
        DraftMeasure.Actor(range: tokens[first].start..<tokens[inner - 1].end, role: .responsible)
      ]
      modal = clause.modal
      isPendingModal = true
      return
    }
    var draft = opening(clause)
    var verb = first
    var low = clause.glued.map { min($0, first) } ?? first
    var isFirst = true
    while true {
      var actionEnd = verb + 1
      var bodyStart = verb
      // 鼓励 A V: the body stands between.
      if clause.encourages, isFirst, let inner = encouragedVerb(verb, clause.high), inner > verb {
        var end = inner
        while end > verb, tokens[end - 1].has([.glued, .intensifier]) { end -= 1 }
        if end > verb {
          draft.actors = [
            DraftMeasure.Actor(range: tokens[verb].start..<tokens[end - 1].end, role: .responsible)
          ]
        }
        var at = inner
        if tokens[at].has([.preposition, .objectPreposition]), let next = phraseEnd(at, clause.high)
        {
          low = tokens[at].has(.objectPreposition) ? next : at
          at = next
        } else {
          low = end
          while low < at, tokens[low].has(.intensifier) { low += 1 }
        }
        verb = at
        actionEnd = at + 1
        bodyStart = at
      }
      actionEnd = chainEnd(verb, actionEnd, clause, isUnknown: clause.isUnknownVerb && isFirst)
      _ = bodyStart
      let join = joinedVerb(actionEnd, clause.high, tokens[verb].cue.group)
      let stop = join?.cut ?? clause.high
      fill(&draft, action: low..<actionEnd, verb: verb, objectTo: stop)
      finish(&draft, clause)
      drafts.append(draft)
      guard let join else { break }
      draft = continued(from: draft)
      verb = join.verb
      low = join.low
      isFirst = false
    }
    modal = clause.modal ?? (clause.subject == nil ? modal : nil)
    if let modal = clause.modal, clause.encourages || isSoftAlone(modal) { self.modal = modal }
  }

  /// 责令, 处以, 给予处分: an authority acts, not whom the condition names.
  func punishes(_ clause: ChineseClause) -> Bool {
    guard let verb = clause.verb else { return false }
    if tokens[verb].cue.group == .putRight { return true }
    let sign = text.span.triple(at: tokens[verb].start, end: tokens[verb].end)
    return sign == 0xE5A484 || sign == 0xE7BB99 || sign == 0xE4BA88  // 处, 给, 予
  }

  func isSoftAlone(_ modal: SentenceContext.HeldModal) -> Bool { modal.strength < 3 }

  /// A draft with what stands before the verb.
  mutating func opening(_ clause: ChineseClause) -> DraftMeasure {
    var draft = DraftMeasure()
    if let force = clause.modal {
      draft.modality = force.range
      (draft.strength, draft.isNegative) = (force.strength, force.isNegative)
      draft.cues.append((.modal, force.range))
    } else if let force = modal, clause.subject == nil || context.modal != nil {
      draft.modality = force.range
      draft.isInheritedModal = !isPendingModal
      (draft.strength, draft.isNegative) = (force.strength, force.isNegative)
      draft.cues.append((.inheritedModal, force.range))
    }
    if clause.isStrict, draft.strength == 3 { draft.strength = 4 }
    draft.objects = clause.objects
    draft.takesObject = clause.isTaking
    if let subject = clause.subject {
      let range = tokens[subject.lowerBound].start..<tokens[subject.upperBound - 1].end
      if isActor(subject), let verb = clause.verb, isPlacing(tokens[verb]), clause.agents.isEmpty,
        clause.objects.isEmpty, clause.modal == nil, !clause.indicators.isEmpty
      {
        // 三级医院全部纳入平台: who is placed.
        draft.objects.append(range)
        draft.takesObject = true
      } else if isActor(subject) {
        actors = bodies(in: subject)
        if draft.modality == nil { draft.cues.append((.actorVerb, range)) }
      } else if let body = actingBody(in: subject, clause) {
        // 企业和个体户采矿应当…: who acts stands at the head.
        actors = bodies(in: body)
      } else if clause.objects.isEmpty {
        draft.objects.append(range)
      }
    }
    if let body = pendingActor, let verb = clause.verb, isPlacing(tokens[verb]),
      clause.objects.isEmpty
    {
      // 派出机构的人员，…纳入…: who is placed, not who places.
      if pendingObject == nil { pendingObject = body.range }
      pendingActor = nil
    }
    if let body = pendingActor, clause.subject == nil, clause.agents.isEmpty,
      !punishes(clause)
    {
      actors = [body]
    }
    pendingActor = nil
    if !clause.agents.isEmpty {
      if clause.agents.contains(where: { $0.role != .joint }) {
        actors = clause.agents
      } else {
        actors += clause.agents
      }
    }
    draft.actors = actors
    for index in actors.indices { actors[index].isInherited = true }
    draft.deadline = clause.deadline ?? pendingDeadline
    pendingDeadline = nil
    isPendingModal = false
    draft.indicators = clause.indicators
    draft.isReported = isReported
    draft.speaker = speaker
    if isReported { draft.cues.append((.reported, speaker)) }
    return draft
  }

  /// The body at the head of a subject that a verb with or without its object follows, before a modal word.
  private func actingBody(in subject: Range<Int>, _ clause: ChineseClause) -> Range<Int>? {
    guard clause.modal != nil, let body = leadingActor(subject.lowerBound, subject.upperBound),
      body.upperBound < subject.upperBound, let verb = clause.verb, verb + 1 < clause.high
    else { return nil }
    let next = tokens[body.upperBound]
    // 各级培训方式要…: a noun that begins with a verb.
    guard next.has(.verb), !next.has([.nominal, .actor, .block]),
      !tokens[body.upperBound + 1].has(.nominal) || body.upperBound + 1 == subject.upperBound,
      !tokens[body.upperBound..<subject.upperBound].contains(where: { $0.sign == HanSign.of })
    else { return nil }
    return body
  }

  /// The bodies that act: 国务院新闻办会同国家发展改革委 are two.
  private func bodies(in subject: Range<Int>) -> [DraftMeasure.Actor] {
    let whole = tokens[subject.lowerBound].start..<tokens[subject.upperBound - 1].end
    guard
      let joint = subject.dropFirst().dropLast().first(where: {
        tokens[$0].has(.joint) && tokens[$0].end - tokens[$0].start == 6
      }), isActor(subject.lowerBound..<joint), isActor(joint + 1..<subject.upperBound)
    else { return [DraftMeasure.Actor(range: whole, role: .responsible)] }
    return [
      DraftMeasure.Actor(
        range: whole.lowerBound..<tokens[joint - 1].end, role: .responsible),
      DraftMeasure.Actor(range: tokens[joint + 1].start..<whole.upperBound, role: .joint),
    ]
  }

  /// A draft for a verb that is joined to the one before.
  func continued(from draft: DraftMeasure) -> DraftMeasure {
    var next = DraftMeasure()
    next.modality = draft.modality
    next.isInheritedModal = draft.modality != nil
    (next.strength, next.isNegative) = (draft.strength, draft.isNegative)
    next.actors = draft.actors.map {
      DraftMeasure.Actor(range: $0.range, role: $0.role, isInherited: true)
    }
    next.isReported = draft.isReported
    next.speaker = draft.speaker
    next.cues.append((.joinedVerb, nil))
    return next
  }
}
