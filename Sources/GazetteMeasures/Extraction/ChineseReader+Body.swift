import GazetteDocument

extension ChineseReader {
  /// Whether a clause with a verb asks something rather than tells it.
  mutating func isAsked(_ clause: ChineseClause, _ verb: Int) -> Bool {
    let isTold = context.isReview || context.voice == .narration || context.voice == .expert
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
    return !drafts.isEmpty
      && (clause.deadline != nil || clause.hasObjectPreposition || isKept(verb))
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
      if isActor(subject) {
        actors = [DraftMeasure.Actor(range: range, role: .responsible)]
        if draft.modality == nil { draft.cues.append((.actorVerb, range)) }
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

  /// Where an action ends: verbs that stand together are one action.
  func chainEnd(
    _ verb: Int, _ end: Int, _ clause: ChineseClause, isUnknown: Bool
  ) -> Int {
    var end = end
    if isUnknown {
      if isWholeVerb(tokens[verb]) { return end }
      // A verb that the lexicon lacks has two characters.
      if tokens[clause.high - 1].end - tokens[verb].start <= 12,
        tokens[verb..<clause.high].allSatisfy({ $0.form == .word && !$0.has([.verb, .actor]) })
      {
        return clause.high
      }
      if tokens[verb].sign != 0, end < clause.high, tokens[end].form == .word,
        tokens[end].sign != 0, tokens[end].sign != HanSign.of
      {
        end += 1
      }
      return end
    }
    while end + 1 < clause.high, tokens[end].form == .listMark, tokens[end + 1].has(.verb),
      end + 2 < clause.high,
      tokens[end + 2].form == .listMark || opensPredicate(end + 1, clause.high),
      end == verb + 1
    {
      end += 2
    }
    while end < clause.high, tokens[verb].has(.chain) || end > verb + 1,
      tokens[end].has(.chain), tokens[end].form == .word, opensPredicate(end, clause.high),
      !tokens[end].has(.block), end + 1 < clause.high, !tokens[verb].has(.encourage),
      tokens[verb].cue.group != .strengthen, end < verb + 3
    {
      end += 1
    }
    // 发挥好, 落实好.
    if end + 1 < clause.high, tokens[end].sign == 0xE5A5BD { end += 1 }
    // 聘用到位, 落实到位.
    if end < clause.high, isInPlace(tokens[end]) { end += 1 }
    if end < clause.high, isEmptyVerb(tokens[verb]), clause.high - end <= 6 {
      // 进行全程动态监控, 予以倾斜支持: the light verb and the noun of the act are one action.
      return joinedVerb(end, clause.high, .other)?.cut ?? clause.high
    }
    // 阻挠和限制, 帮助和指导: verbs that stand together.
    if end + 1 < clause.high, tokens[end].sign == HanSign.and || isWordOr(tokens[end]),
      tokens[end + 1].has(.verb), !tokens[end + 1].has(.block)
    {
      end += 2
    } else if end + 2 < clause.high, isWordOr(tokens[end]), tokens[end + 1].has(.glued),
      tokens[end + 2].has(.verb), !tokens[end + 2].has(.block)
    {
      // 摊派或者变相摊派.
      end += 3
    } else if end + 3 == clause.high, isWordOr(tokens[end]), tokens[end + 1].has(.glued),
      tokens[end + 2].has(.verb)
    {
      end += 3
    }
    return end
  }

  /// 有, 是, 含, 持, 设: verbs of one character.
  func isWholeVerb(_ token: MeasureToken) -> Bool {
    switch token.sign {
    case 0xE69C89, HanSign.copula, 0xE590AB, 0xE68C81, 0xE8AEBE: return true
    default: return false
    }
  }

  /// 到位: it completes the verb before it.
  func isInPlace(_ token: MeasureToken) -> Bool {
    token.end - token.start == 6
      && text.span.triple(at: token.start, end: token.end) == HanSign.to
      && text.span.triple(at: token.start + 3, end: token.end) == 0xE4BD8D  // 位
  }

  /// 进行, 予以, 加以: verbs that mean nothing without the noun behind them.
  func isEmptyVerb(_ token: MeasureToken) -> Bool {
    guard token.has(.light), token.end - token.start == 6 else { return false }
    switch text.span.triple(at: token.start, end: token.end) {
    case 0xE8BF9B: return text.span.triple(at: token.start + 3, end: token.end) == 0xE8A18C  // 进行
    case 0xE4BA88, 0xE58AA0:
      return text.span.triple(at: token.start + 3, end: token.end) == 0xE4BBA5  // 予以, 加以
    default: return false
    }
  }

  func isWordOr(_ token: MeasureToken) -> Bool {
    token.sign == HanSign.or
      || text.span.triple(at: token.start, end: token.end) == HanSign.or
        && token.end - token.start == 6
  }

  /// A further verb with an object of its own: behind 并, or behind 、.
  func joinedVerb(
    _ from: Int, _ high: Int, _ group: VerbGroup
  ) -> (cut: Int, low: Int, verb: Int)? {
    var index = from
    // 适应建设体系、推动发展的需要: verbs within one object.
    if high - 2 > from, isRuleNoun(tokens[high - 1]), tokens[high - 2].sign == HanSign.of {
      return nil
    }
    while index + 1 < high {
      let token = tokens[index]
      let isAnd =
        token.sign == HanSign.also
        || (token.has(.connector) && token.end - token.start == 6
          && text.span.triple(at: token.start, end: token.end) == HanSign.also)
      if isAnd, index > from || token.sign == HanSign.also {
        var verb = index + 1
        while verb < high, tokens[verb].has([.intensifier, .glued, .preposition]),
          !tokens[verb].has(.verb) || tokens[verb].has(.preposition)
        {
          if tokens[verb].has(.preposition), let next = phraseEnd(verb, high) {
            verb = next
          } else if tokens[verb].has(.verb) {
            break
          } else {
            verb += 1
          }
        }
        if verb < high, tokens[verb].has([.verb, .pair]) { return (index, index + 1, verb) }
      }
      if token.form == .listMark, index > from, isOpener(index + 1, high), index + 2 < high,
        !tokens[index + 2].has([.nominal, .verb]) || tokens[index + 2].has(.block)
      {
        return (index, index + 1, index + 1)
      }
      index += 1
    }
    return nil
  }

  /// Whether a verb behind 、 begins a requirement of its own rather than another noun of the list.
  func isOpener(_ index: Int, _ high: Int) -> Bool {
    let token = tokens[index]
    guard token.has(.verb), !token.has(.block), opensPredicate(index, high) else { return false }
    switch token.cue.group {
    case .setUp, .strengthen, .cut, .keep, .carryThrough: return true
    case .advance, .putRight: return token.has(.chain)
    default: return false
    }
  }

  /// Puts the verb, the object and what stands in it into a draft.
  func fill(
    _ draft: inout DraftMeasure, action: Range<Int>, verb: Int, objectTo high: Int
  ) {
    draft.action = tokens[action.lowerBound].start..<tokens[action.upperBound - 1].end
    draft.group = tokens[verb].cue.group
    if draft.cues.isEmpty { draft.cues.append((.bareVerb, draft.action)) }
    if tokens[verb].has(.modal), draft.modality == nil, tokens[verb].cue.strength > 0,
      tokens[verb].cue.strength < 3
    {
      draft.strength = Int(tokens[verb].cue.strength)
    }
    let forbidding = Int(tokens[verb].cue.forbidding)
    if tokens[verb].has(.forbidVerb), !draft.isNegative {
      draft.isNegative = true
      draft.strength = draft.strength > 3 ? draft.strength : forbidding
      draft.cues.append((.forbiddingVerb, draft.action))
    }
    var end = high
    while end > action.upperBound {
      let token = tokens[end - 1]
      if token.form == .indicator {
        draft.indicators.insert(token.range, at: draft.indicators.isEmpty ? 0 : 0)
        end -= 1
      } else if token.form == .deadline {
        draft.deadline = draft.deadline ?? token.range
        end -= 1
      } else if token.form == .bracket || token.form == .sign || token.form == .listMark
        || token.has(.comparatorBefore) && end < high && tokens[end].form == .indicator
      {
        end -= 1
      } else {
        break
      }
    }
    for token in tokens[action.upperBound..<end] {
      if token.form == .deadline, draft.deadline == nil { draft.deadline = token.range }
    }
    var low = action.upperBound
    while low < end, tokens[low].form == .deadline || tokens[low].form == .listMark { low += 1 }
    // An indicator within the object counts where nothing governs it with 的.
    for index in low..<max(low, end) where tokens[index].form == .indicator {
      if index + 1 < tokens.count, tokens[index + 1].sign != HanSign.of, draft.indicators.isEmpty {
        draft.indicators.append(tokens[index].range)
      }
    }
    if low + 1 < end, asksLeave(tokens[verb]), tokens[end - 1].has(.verb), isActor(low..<end - 1) {
      // 报本级人民政府批准: to whom, then what for.
      draft.complement = tokens[end - 1].range
      end -= 1
    }
    if low < end {
      let rest = tokens[low].start..<tokens[end - 1].end
      let isPlacing =
        draft.takesObject || isPlacing(tokens[verb]) || isTarget(tokens[low])
      if isPlacing, !draft.objects.isEmpty || pendingObject != nil || isTarget(tokens[low]) {
        draft.complement = rest
      } else {
        draft.objects.append(rest)
      }
    }
    if let object = pendingObject,
      draft.objects.isEmpty
        || text.span.triple(at: object.lowerBound, end: object.upperBound) == HanSign.opposite
        || object.lowerBound >= 3
          && text.span.triple(at: object.lowerBound - 3, end: object.upperBound)
            == HanSign.opposite,
      !draft.objects.contains(object)
    {
      draft.objects.insert(object, at: 0)
    }
  }

  /// 报, 报请, 报经, 提请: they take a body and what it is to do.
  func asksLeave(_ token: MeasureToken) -> Bool {
    switch text.span.triple(at: token.start, end: token.end) {
    case 0xE68AA5: return token.end - token.start <= 6  // 报
    case 0xE68F90:  // 提
      return token.end - token.start == 6
        && text.span.triple(at: token.start + 3, end: token.end) == 0xE8AFB7  // 请
    default: return false
    }
  }

  /// 到 behind a verb: where to, not what. 落实到村.
  func isTarget(_ token: MeasureToken) -> Bool { token.sign == HanSign.to }

  /// 作为, 纳入, 列入 and the like: what stands behind them is what becomes of the object.
  func isPlacing(_ token: MeasureToken) -> Bool {
    token.has(.pivot) && token.cue.group == .organise
  }

  /// Tells measures from principles and from what a measure brings about.
  mutating func finish(_ draft: inout DraftMeasure, _ clause: ChineseClause) {
    pendingObject = nil
    guard let verb = clause.verb else { return }
    let token = tokens[verb]
    if token.has(.principle) && !token.has(.forbidVerb) {
      draft.kind = .principle
      draft.isOptional = true
      draft.cues.append((.principle, token.range))
      return
    }
    let isQuantified = !draft.indicators.isEmpty
    if token.has(.result), clause.modal == nil, !drafts.isEmpty, clause.subject == nil,
      clause.objects.isEmpty
    {
      draft.kind = isQuantified ? .target : .result
      draft.isOptional = !isQuantified
      draft.cues.append((.result, token.range))
    } else if isQuantified, token.cue.group == .carryThrough || token.has(.comparatorBefore) {
      draft.kind = .target
    }
  }

  /// Reads a clause without a verb as a target where it has a number to be reached.
  mutating func readTarget(_ clause: ChineseClause) {
    if attaches(clause) { return }
    guard !clause.indicators.isEmpty, clause.subject != nil || clause.modal != nil,
      !isDone, !context.isReview, context.voice != .narration || isReported,
      clause.modal != nil || !drafts.isEmpty || modal != nil || listsTargets
    else { return }
    var draft = opening(clause)
    draft.kind = .target
    draft.cues.append((.target, clause.indicators.first))
    pendingObject = nil
    drafts.append(draft)
  }
}
