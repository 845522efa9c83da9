import GazetteDocument

extension ChineseReader {
  /// Reads one clause: what it reports, waits for or asks.
  mutating func readClause(_ low: Int, _ high: Int) {
    var first = low
    while first < high,
      tokens[first].form == .sign || tokens[first].form == .listMark
        || (tokens[first].has(.connector) && !tokens[first].has([.modal, .verb, .deadlineSoft]))
        || isInlineMark(first, high)
    {
      first += 1
    }
    guard first < high else { return }
    if let demand = reportHead(first, high) {
      first = demand
      guard first < high else { return }
    }
    if announcesBody(first, high) { return }
    hasAnnounced = false
    if isNarrated(first, high) { return }
    if waits(first, high) { return }
    if readAllOf(first, high) || isItemNoun(first, high) { return }
    var clause = ChineseClause(low: first, high: high)
    readHead(&clause)
    guard let verb = clause.verb else {
      readTarget(clause)
      keepHead(clause)
      return
    }
    if isLongName(clause, verb) {
      actors = [
        DraftMeasure.Actor(range: tokens[first].start..<tokens[high - 1].end, role: .responsible)
      ]
      return
    }
    guard isAsked(clause, verb) else {
      if clause.modal == nil { modal = modal.flatMap { clause.subject == nil ? $0 : nil } }
      return
    }
    readBody(clause, verb)
  }

  /// Whether an item of a list is a noun that begins with its verbs: 安置残疾人员的企业.
  func isItemNoun(_ first: Int, _ high: Int) -> Bool {
    guard context.isItem, high >= tokens.count - 1, tokens[first].has(.verb), high - first > 2,
      isActor(first..<high), let of = (first..<high).last(where: { tokens[$0].sign == HanSign.of })
    else { return false }
    return !tokens[of + 1..<high].contains { $0.has(.verb) && !$0.has(.actor) }
      && !tokens[first..<high].contains { $0.has(.modal) && !$0.has([.verb, .block]) }
  }

  /// Whether a clause names a body with its part and nothing else: 由市水利局牵头, 市财政局配合.
  ///
  /// Then the body acts in the measure behind it, or in the one before where none comes.
  mutating func announcesBody(_ first: Int, _ high: Int) -> Bool {
    let last = tokens[high - 1]
    let start = tokens[first].has(.agent) ? first + 1 : first
    guard start < high - 1, isActor(start..<high - 1),
      last.has([.voiceLead, .voiceSupporting]) || last.has(.voiceResponsible) && start > first,
      !tokens[start..<high - 1].contains(where: { $0.has(.modal) && !$0.has([.verb, .block]) })
    else { return false }
    let goesOn =
      high + 1 < tokens.count && tokens[high].form == .clauseMark
      && (tokens[high].sign == HanSign.comma || tokens[high].sign == 0x2C)
    guard goesOn || !drafts.isEmpty || hasAnnounced else { return false }
    let actor = DraftMeasure.Actor(
      range: tokens[start].start..<tokens[high - 2].end,
      role: last.has(.voiceLead)
        ? .lead : last.has(.voiceSupporting) ? .supporting : .responsible)
    if goesOn, drafts.isEmpty || hasAnnounced || start > first {
      actors = hasAnnounced ? actors + [actor] : [actor]
      hasAnnounced = true
    } else if let index = drafts.indices.last {
      if !hasAnnounced, last.has(.voiceLead) { drafts[index].actors = [] }
      drafts[index].actors.append(actor)
      hasAnnounced = true
    }
    return true
  }

  /// Reads 审批事项应减尽减: the word for all of them is the act too, where no other verb governs it.
  mutating func readAllOf(_ first: Int, _ high: Int) -> Bool {
    let last = tokens[high - 1]
    guard last.form == .indicator, last.end - last.start == 12, high - first > 1,
      text.span.triple(at: last.start, end: last.end) == 0xE5BA94, !context.isReview,  // 应
      context.voice != .narration || isReported
    else { return false }
    for token in tokens[first..<high - 1] {
      if token.has(.modal), !token.has([.verb, .block]) { return false }
      if token.has(.verb), token.cue.group == .carryThrough || token.has(.result) { return false }
      if token.has([.preposition, .objectPreposition]), !token.has([.verb, .block]) {
        return false
      }
    }
    var clause = ChineseClause(low: first, high: high)
    clause.indicators = [last.range]
    var draft = opening(clause)
    draft.objects = [tokens[first].start..<tokens[high - 2].end]
    draft.action = last.range
    draft.cues.append((.target, last.range))
    pendingObject = nil
    drafts.append(draft)
    return true
  }

  /// Whether a clause that begins with a verb is the name of a body: 从事…的公司.
  func isLongName(_ clause: ChineseClause, _ verb: Int) -> Bool {
    guard clause.modal == nil, clause.subject == nil, verb == clause.low, drafts.isEmpty,
      isActor(verb..<clause.high),
      clause.high < tokens.count, tokens[clause.high].sign == HanSign.comma
    else { return false }
    return tokens[verb + 1..<clause.high].contains { $0.sign == HanSign.of }
  }

  /// Keeps modal word, body and topic of a clause without a verb for the clause behind it.
  mutating func keepHead(_ clause: ChineseClause) {
    if let force = clause.modal {
      modal = force
      isPendingModal = true
    }
    if !clause.agents.isEmpty {
      if let subject = clause.subject, isActor(subject),
        clause.agents.allSatisfy({ $0.role == .joint })
      {
        let range = tokens[subject.lowerBound].start..<tokens[subject.upperBound - 1].end
        actors = [DraftMeasure.Actor(range: range, role: .responsible)] + clause.agents
        return
      }
      actors = clause.agents
    }
    if let date = clause.deadline, pendingDeadline == nil { pendingDeadline = date }
    if let open = clause.openObject, open + 1 < clause.high {
      pendingObject = tokens[open + 1].start..<tokens[clause.high - 1].end
    }
    guard let subject = clause.subject, clause.indicators.isEmpty else { return }
    let range = tokens[subject.lowerBound].start..<tokens[subject.upperBound - 1].end
    if tokens[subject.lowerBound].has(.objectPreposition) {
      // 对直接责任人员，依法给予处分: to whom, not by whom.
      pendingObject =
        tokens[min(subject.lowerBound + 1, subject.upperBound - 1)].start..<range.upperBound
    } else if isActor(subject) {
      actors = [DraftMeasure.Actor(range: range, role: .responsible)]
    } else if subject.upperBound == clause.high, pendingObject == nil,
      tokens[clause.high - 1].sign != HanSign.of
    {
      pendingObject = range
    }
  }

  /// Whether 一是, 二是 or 第一 stands at a place.
  func isInlineMark(_ index: Int, _ high: Int) -> Bool {
    guard index + 1 < high else { return false }
    if tokens[index].form == .number, tokens[index + 1].sign == HanSign.copula { return true }
    return tokens[index].form == .number && tokens[index + 1].has(.modal)
      && tokens[index + 1].sign == HanSign.want && tokens[index].thousandths < 20_000
      && tokens[index].thousandths > 0
  }

  /// Keeps the body that a clause of time begins with for the clause behind it.
  mutating func keepSubject(_ first: Int, _ high: Int, if isKept: Bool) {
    guard isKept, let body = leadingActor(first, high) else { return }
    keepActor(body)
  }

  /// Keeps some tokens as the body that acts in the clause behind.
  mutating func keepActor(_ body: Range<Int>) {
    pendingActor = DraftMeasure.Actor(
      range: tokens[body.lowerBound].start..<tokens[body.upperBound - 1].end, role: .responsible)
  }
}
