import GazetteDocument

extension EnglishReader {
  /// Reads what stands between semicolons or colons: an imperative, or subjects with modal words.
  mutating func readSegment(_ low: Int, _ high: Int, isFirst: Bool) {
    var index = low
    // Provided, That the Secretary shall …: a rule of its own.
    if isWord(low, "provided") || isWord(low, "provided further") {
      var that = low + 1
      while that < high, that < low + 4, !isWord(that, "that") { that += 1 }
      if isWord(that, "that") {
        readModals(that + 1, high)
        return
      }
    }
    if let verb = strayInfinitive(low, high) {
      readVerbs(verb, high, force: modal, isOwnModal: false, subject: nil, isBare: true)
      return
    }
    while index < high {
      index = skipOpening(index, high)
      guard index < high else { return }
      if let end = phraseEnd(index, high) {
        index = end
        continue
      }
      break
    }
    index = skipOpening(index, high)
    guard index < high else { return }
    if let verb = imperative(index, high), isFirst || mayOpen(index, low) {
      readImperative(verb.adverbs, verb.verb, high)
      return
    }
    if let verb = headGerund(index, high).map({ (adverbs: index, verb: $0) }) {
      readImperative(verb.adverbs, verb.verb, high)
      return
    }
    readModals(index, high)
  }

  /// Whether a segment behind a semicolon may be an imperative: not where the one before told something.
  func mayOpen(_ index: Int, _ low: Int) -> Bool {
    !drafts.isEmpty || context.isItem || low > 0 && tokens[low - 1].form == .colon
      || text[tokens[index].start].isUppercase
  }

  /// The verb of an infinitive that stands for a sentence, or of a gerund that is an item of a list; `nil` where there is a main clause.
  func strayInfinitive(_ low: Int, _ high: Int) -> Int? {
    var index = skipOpening(low, high)
    while index < high, tokens[index].has(.intensifier), !tokens[index].has(.verb) { index += 1 }
    // Specifically, to do …
    if index > low, index < high, tokens[index].form == .clauseMark { index += 1 }
    guard index + 1 < high, !context.isReview, context.voice != .narration else { return nil }
    if context.isItem, tokens[index].has(.gerund), !tokens[index].has(.modal) { return index }
    if tokens[index].has(.gerund), !tokens[index].has(.modal), tokens[index + 1].has(.determiner),
      context.voice != .unknown || context.isReported, !hasFinite(index, high)
    {
      // Strengthening the network, improving the service: an imperative in another form.
      return index
    }
    guard isWord(index, "to") else { return nil }
    var verb = index + 1
    while verb + 1 < high, tokens[verb].has(.intensifier), !tokens[verb].has(.verb) { verb += 1 }
    guard tokens[verb].has(.verb), !isWord(verb, "amend"), !isWord(verb, "authorize") else {
      return nil
    }
    if context.isItem { return verb }
    for later in verb + 1..<high {
      let token = tokens[later]
      if token.has(.been)
        || token.has(.modal) && !token.has([.softVerb, .month, .intensifier]) && !isAdverbial(later)
      {
        return nil
      }
    }
    // `To help the poor, set up …`: the imperative is the main clause.
    for later in verb + 1..<high where tokens[later].form == .clauseMark {
      if later + 1 < high, imperative(later + 1, high) != nil, !tokens[later + 1].has(.gerund),
        !tokens[later + 1].has(.modal) || tokens[later + 1].has(.verb)
      {
        return nil
      }
      break
    }
    return verb
  }

  /// Whether a finite verb can be told from its form in a segment.
  func hasFinite(_ low: Int, _ high: Int) -> Bool {
    for index in low..<high {
      let token = tokens[index]
      if token.has([.been, .done, .statement, .demand]) { return true }
      if token.has(.modal), !token.has([.softVerb, .month, .intensifier]) { return true }
      if token.form == .clauseMark, index + 1 < high, names(index + 1..<min(high, index + 5)) {
        return true
      }
    }
    return false
  }

  func isAdverbial(_ index: Int) -> Bool {
    text[tokens[index].end - 1] == UInt8(ascii: "y") && tokens[index].end - tokens[index].start > 5
  }

  /// Steps over connectors, signs and commas.
  func skipOpening(_ first: Int, _ high: Int) -> Int {
    var index = first
    while index < high {
      let token = tokens[index]
      let isSkipped =
        token.form == .clauseMark || token.form == .sign || token.form == .bracket
        || (token.has(.connector) && !token.has([.modal, .verb, .conditional, .actor]))
      guard isSkipped else { break }
      index += 1
    }
    return index
  }

  /// The token behind a phrase or clause that stands before the main clause, up to its comma; `nil` where none stands.
  mutating func phraseEnd(_ first: Int, _ high: Int) -> Int? {
    let token = tokens[first]
    if token.form == .deadline {
      pendingDeadline = token.range
      return first + 1
    }
    let leads = token.has(.agent) && !isWord(first, "by")
    let opens =
      token.has([.conditional, .subordinator]) && !token.has(.modal)
      || leads || isWord(first, "to") || isWord(first, "also")
      || token.has(.gerund) && !token.has(.modal)
    guard opens else { return nil }
    let isCondition = opensCondition(first)
    var index = first + 1
    while index < high {
      if tokens[index].form == .deadline, pendingDeadline == nil, !isCondition {
        pendingDeadline = tokens[index].range
      }
      if tokens[index].form == .clauseMark {
        // A comma within a list or before a second condition does not end the phrase.
        let next = index + 1
        guard next < high else { return nil }
        if tokens[next].has(.connector),
          !tokens[next].has(.intensifier) || isWord(next, "and") || isWord(next, "or")
        {
          index += 1
          continue
        }
        if leads {
          actors = [
            DraftMeasure.Actor(
              range: tokens[first + 1].start..<tokens[index - 1].end,
              role: isWord(first, "led by") ? .lead : .responsible)
          ]
        }
        return next
      }
      index += 1
    }
    pendingDeadline = nil
    return nil
  }

  /// A gerund that stands for an imperative: no finite verb is anywhere in the segment; `nil` else.
  ///
  /// Translations from Chinese by machine do so: `Promoting the convergence of both systems.`
  private func headGerund(_ first: Int, _ high: Int) -> Int? {
    guard !context.isReview, context.voice != .narration, context.voice != .expert else {
      return nil
    }
    var verb = first
    while verb < high, tokens[verb].has(.intensifier), !tokens[verb].has(.gerund) { verb += 1 }
    guard verb + 1 < high, tokens[verb].has(.gerund), !tokens[verb].has([.modal, .conditional]),
      tokens[verb + 1].has(.determiner)
    else { return nil }
    for token in tokens[verb..<high] {
      if token.has([.relative, .subordinator]), !token.has(.connector) { break }
      if token.has([.been, .done]) { return nil }
      if token.has(.modal), !token.has([.softVerb, .month, .intensifier]) { return nil }
    }
    return verb
  }

  /// Whether a word opens a condition or a reason, whose dates bind nobody.
  private func opensCondition(_ index: Int) -> Bool {
    for word in [
      "if", "when", "where", "unless", "whenever", "because", "although", "though", "whereas",
      "since",
      "while", "wherever", "even if", "given that", "provided that",
    ] as [StaticString]
    where isWord(index, word) {
      return true
    }
    return false
  }

  /// The verb of an imperative at a place, with the adverbs before it; `nil` where none stands.
  func imperative(_ first: Int, _ high: Int) -> (adverbs: Int, verb: Int)? {
    guard !context.isReview, context.voice != .narration || isReported || context.isGuidance
    else { return nil }
    var index = first
    while index < high, tokens[index].has(.intensifier) || tokens[index].form == .deadline,
      !tokens[index].has(.verb) || index + 1 < high && tokens[index + 1].has(.verb)
    {
      index += 1
    }
    // Strictly, Resolutely, Strive to: modal words that a verb follows.
    if index < high, tokens[index].has(.modal), !tokens[index].has(.softVerb),
      index + 1 < high, tokens[index + 1].has(.verb), !tokens[index].has(.month),
      tokens[index].cue.strength != 1
    {
      return (first, index)
    }
    guard index < high, tokens[index].has(.verb), tokens[index].form == .word,
      !tokens[index].has([.nounHead, .month])
    else { return nil }
    if index + 1 < high {
      let next = tokens[index + 1]
      if next.has([.been, .modal]) || isWord(index + 1, "of") { return nil }
      if tokens[index].has(.nominal), next.form == .number || next.form == .bracket { return nil }
      if tokens[index].has(.nominal),
        !next.has([.determiner, .numberWord, .intensifier]) && next.form != .number
          && !next.has(.verb) && isNominalUse(index, high)
      {
        return nil
      }
      // A finite verb behind it: it was a noun. Not so behind `ensure that`.
      if !takesClause(index), isFinite(index + 1, high) { return nil }
    } else if index == first, tokens[index].has(.nominal) {
      return nil
    }
    return (first, index)
  }

  /// Whether a word that is noun and verb reads as a noun: a preposition or another noun follows.
  func isNominalUse(_ index: Int, _ high: Int) -> Bool {
    let next = tokens[index + 1]
    if next.form == .clauseMark || next.form == .sign { return true }
    if next.has([.conditional, .cut]) { return true }
    return isWord(index + 1, "and") && !(index + 2 < high && tokens[index + 2].has(.verb))
  }

  /// Whether a finite verb stands in what would be the object: `Support for schools is growing`.
  func isFinite(_ first: Int, _ high: Int) -> Bool {
    var index = first
    while index < high {
      let token = tokens[index]
      if token.form == .clauseMark || token.has([.relative, .subordinator]) { return false }
      // The clause behind `make sure that` has a verb of its own.
      if token.has(.verb), takesClause(index) { return false }
      if token.has(.modal), token.cue.strength >= 1, !token.has([.verb, .month, .softVerb]),
        token.cue.strength <= 4, !token.has(.intensifier)
      {
        return index > first || !isWord(index, "can")
      }
      if token.has(.been), index > first { return true }
      index += 1
    }
    return false
  }

  /// Whether a verb ends in `that`: ensure that, see to it that.
  func takesClause(_ index: Int) -> Bool {
    isThatWord(index) && text[tokens[index].end - 1] == UInt8(ascii: "t")
  }

  /// Reads an imperative and the verbs that are joined to it.
  mutating func readImperative(_ adverbs: Int, _ verb: Int, _ high: Int) {
    var force: SentenceContext.HeldModal?
    var action = verb
    for index in adverbs..<verb where tokens[index].has(.modal) {
      force = held(index)
    }
    if tokens[verb].has(.modal), !tokens[verb].has(.softVerb) || tokens[verb].cue.isNegative {
      force = held(verb)
      action = verb + 1
      while action < high, tokens[action].has(.intensifier) { action += 1 }
    }
    guard action < high else { return }
    readVerbs(
      action, high, force: force ?? (modal.map { $0 }), isOwnModal: force != nil, subject: nil,
      isBare: true)
  }

  func held(_ index: Int) -> SentenceContext.HeldModal {
    SentenceContext.HeldModal(
      range: tokens[index].range, strength: Int(tokens[index].cue.strength),
      isNegative: tokens[index].cue.isNegative)
  }

  /// Reads every modal word of a segment with its subject and verb.
  mutating func readModals(_ low: Int, _ high: Int) {
    var subject = low
    var index = low
    var relative: Int?
    var hasPredicate = false
    while index < high {
      let token = tokens[index]
      if token.form == .clauseMark, let found = relative, !tokens[found].has(.relative) {
        relative = nil
      }
      if let verb = bearing(index, high), index > subject, names(subject..<index), relative == nil,
        !context.isReview
      {
        readVerbs(
          verb, high, force: nil, isOwnModal: false, subject: subject..<index, isBare: false)
        return
      }
      if relative == nil || isWord(index, "duty"), let imposed = imposedDuty(index, high) {
        isReported = true
        speaker = subject < index ? tokens[subject].start..<tokens[index - 1].end : nil
        readVerbs(
          imposed.verb, high, force: nil, isOwnModal: false, subject: imposed.actor, isBare: false)
        return
      }
      if token.form == .clauseMark || isWord(index, "and") || isWord(index, "but") {
        // `and` between the nouns of one subject begins no clause.
        let joinsNouns = !hasPredicate && relative == nil && !isWord(index, "but")
        if index + 1 < high, !joinsNouns, startsClause(index + 1, high) {
          hasPredicate = false
          subject = index + 1
          while subject < high, tokens[subject].has(.connector), !tokens[subject].has(.modal) {
            subject += 1
          }
          relative = nil
          index = max(index + 1, subject)
          continue
        }
        index += 1
        continue
      }
      if token.has([.demand, .statement]), !token.has(.modal), index > low {
        // X stressed that Y should …: the subject begins anew.
        let isThat =
          isWord(index + 1, "that") || text[token.end - 1] == UInt8(ascii: "t") && isThatWord(index)
        if isThat {
          isReported = token.has(.demand) || isReported
          speaker = tokens[subject].start..<tokens[max(subject, index - 1)].end
          subject = isWord(index + 1, "that") ? index + 2 : index + 1
          relative = nil
          index = subject
          continue
        }
      }
      if isWord(index, "that"), index > low, opensProviso(index, low) {
        subject = index + 1
        relative = nil
        hasPredicate = false
        index += 1
        continue
      }
      if isWord(index, "that"), index > subject, index + 1 < high,
        isParticiple(index - 1) || tokens[index - 1].has([.demand, .statement])
      {
        // It is expected that X will …: the subject begins anew.
        subject = index + 1
        relative = nil
        index += 1
        continue
      }
      let isCause = isWord(index, "as") && index > low && tokens[index - 1].form == .clauseMark
      if isReported, relative == nil, isWord(index, "be"), index + 1 < high, index > subject,
        isParticiple(index + 1), !hasPredicate
      {
        // He required that the survey be finished.
        readVerbs(
          index, high, force: nil, isOwnModal: false, subject: trimmedSubject(subject..<index),
          isBare: false)
        return
      }
      if token.has([.subordinator, .relative]) || isCause, !token.has(.modal) {
        // Ministers when making appointments should …: no verb of its own.
        if isWord(index, "when") || isWord(index, "while") || isWord(index, "if"), index > low,
          index + 1 < high, isIng(index + 1) || isParticiple(index + 1)
        {
          index += 1
          continue
        }
        relative = index
        index += 1
        continue
      }
      if token.has(.been), relative == nil, isBound(index, high), index > subject {
        readBound(index, subject, high)
        hasPredicate = true
        index += 2
        continue
      }
      if token.has(.been), !token.has(.modal) {
        if relative != nil { relative = nil } else { hasPredicate = true }
        index += 1
        continue
      }
      guard token.has(.modal),
        !token.has([.softVerb, .month]) || token.sign == 0 && isModalWord(index),
        !token.has(.intensifier)
      else {
        index += 1
        continue
      }
      if let found = relative,
        !tokens[found].has(.relative) || isWord(found, "so that") || isWord(found, "where")
          || isWord(found, "when") || isWord(found, "how") || isWord(found, "why")
      {
        // if, when, as, so that: their own modal word.
        index += 1
        relative = nil
        continue
      }
      if let found = relative, found > low, tokens[found - 1].has(.conditional),
        isWord(found, "which") || isWord(found, "whom") || isWord(found, "whose")
      {
        // the cases in which X must: a description.
        relative = nil
        index += 1
        continue
      }
      if let found = relative,
        index - found == 1
          || index > found + 1 && isWord(found, "that") && names(found + 1..<index)
            && subject == low
          || hasFurtherModal(index + 1, high)
      {
        relative = nil
        index += 1
        continue
      }
      if index > subject, joins(index - 1), hasPredicate || !names(subject..<index) {
        // …, and shall make it public: the body of the clause before acts.
        subject = index
      }
      let next = readModal(index, subject: subject, high)
      hasPredicate = true
      if let next {
        index = next
        subject = next
      } else {
        index += 1
      }
      relative = nil
    }
  }

  /// Whether `and`, `or`, `but` or a comma stands at a place.
  func joins(_ index: Int) -> Bool {
    tokens[index].form == .clauseMark || isWord(index, "and") || isWord(index, "or")
      || isWord(index, "but")
  }

  private func isIng(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.form == .word && token.end - token.start > 4
      && text[token.end - 3] | 0x20 == UInt8(ascii: "i")
      && text[token.end - 1] | 0x20 == UInt8(ascii: "g")
  }

  /// `imposes a duty on X to increase`, `requires X to publish`: whom a rule binds, and to what.
  func imposedDuty(_ index: Int, _ high: Int) -> (actor: Range<Int>, verb: Int)? {
    var low = index + 1
    if isWord(index, "duty"), isWord(index + 1, "on") || isWord(index + 1, "upon") {
      low = index + 2
    } else if tokens[index].has(.demand), !tokens[index].has([.modal, .verb]) || index > 0 {
      let previous = index > 0 ? tokens[index - 1] : nil
      // was required, is asked: no demand of the subject's.
      if previous?.has([.been, .determiner, .modal]) ?? true { return nil }
      if isThatWord(index) || isWord(index + 1, "that") { return nil }
    } else {
      return nil
    }
    var end = low
    while end < high, end < low + 16, !isWord(end, "to") {
      if tokens[end].form != .word && tokens[end].form != .bracket { return nil }
      end += 1
    }
    guard end > low, end + 1 < high, isWord(end, "to"), tokens[end + 1].form == .word,
      tokens[end + 1].has(.verb) || isWord(end + 1, "be"), names(low..<end)
    else { return nil }
    return (low..<end, end + 1)
  }

  /// Whether a rule says in the present tense what a value is kept to: `The subsidy is no less than 400 yuan`.
  func isBound(_ index: Int, _ high: Int) -> Bool {
    guard context.voice == .policy, !context.isReview, index + 1 < high,
      isWord(index, "is") || isWord(index, "are"), tokens[index + 1].form == .indicator
    else { return false }
    return begins(index + 1, "no ") || begins(index + 1, "not ") || begins(index + 1, "at least")
      || begins(index + 1, "at most")
  }

  /// Reads a value that a rule keeps to.
  mutating func readBound(_ index: Int, _ low: Int, _ high: Int) {
    guard let subject = trimmedSubject(low..<index) else { return }
    var draft = DraftMeasure()
    draft.action = tokens[index].range
    draft.objects = [
      tokens[subject.lowerBound].start..<tokens[subject.upperBound - 1].end
    ]
    draft.indicators = [tokens[index + 1].range]
    draft.kind = .target
    draft.cues = [(.target, tokens[index + 1].range)]
    takePending(&draft, true)
    drafts.append(draft)
  }

  /// `Provided, That`, `except that`: the clause behind begins anew.
  func opensProviso(_ that: Int, _ low: Int) -> Bool {
    let before = tokens[that - 1].form == .clauseMark ? that - 2 : that - 1
    guard before >= low else { return false }
    return isWord(before, "provided") || isWord(before, "except") || isWord(before, "further")
      || isWord(before, "ordered") || isWord(before, "resolved")
  }

  /// `bears primary responsibility`, `share first responsibility`: duties without a modal word.
  func bearing(_ index: Int, _ high: Int) -> Int? {
    var bears = false
    for word in ["bear", "bears", "share", "shares", "take", "takes", "assume", "assumes"]
      as [StaticString] where isWord(index, word)
    {
      bears = true
    }
    guard bears else { return nil }
    for later in index + 1..<max(index + 1, min(high, index + 5))
    where isWord(later, "responsibility") || isWord(later, "charge")
      || isWord(later, "responsibilities")
    {
      return index
    }
    return nil
  }

  func isThatWord(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.end - token.start > 5 else { return false }
    return text[token.end - 4] == UInt8(ascii: "t") && text[token.end - 3] == UInt8(ascii: "h")
  }

  /// Whether a modal word that is also a month, a noun or an ordinary verb is used as a modal: in lower case, a verb behind it.
  func isModalWord(_ index: Int) -> Bool {
    guard text[tokens[index].start].isLowercase, index + 1 < tokens.count else { return false }
    if tokens[index].has(.softVerb) { return false }
    let next = tokens[index + 1]
    // may, with the consent of the council, close.
    if next.form == .clauseMark { return true }
    return next.form == .word && !next.has([.determiner, .conditional]) || next.has(.verb)
      || next.has(.intensifier)
  }

  func hasFurtherModal(_ from: Int, _ high: Int) -> Bool {
    var index = from
    while index < high {
      if tokens[index].form == .clauseMark, startsClause(index + 1, high) { return false }
      if tokens[index].has(.modal), !tokens[index].has([.softVerb, .intensifier, .month]) {
        return true
      }
      if tokens[index].has(.been), index < from + 12 { return false }
      index += 1
    }
    return false
  }

  /// Whether a clause with its own subject and modal word begins behind a comma or an `and`.
  func startsClause(_ first: Int, _ high: Int) -> Bool {
    var index = first
    if index < high, tokens[index].has(.connector) { index += 1 }
    guard index < high else { return false }
    let limit = min(high, index + 14)
    if tokens[index].has(.modal) || tokens[index].has([.conditional, .relative]) { return false }
    let begin = index
    while index < limit {
      let token = tokens[index]
      if token.form == .clauseMark || token.has([.relative]) && index > begin { return false }
      if token.has(.modal), !token.has([.softVerb, .intensifier]),
        !token.has(.month) || isModalWord(index)
      {
        return index > begin
      }
      if token.has(.been) { return index > begin }
      index += 1
    }
    return false
  }
}
