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
      // Beginning on or after May 1, but no later than June 1: one deadline.
      if let opening = pendingDeadline, first > 1, tokens[first - 2].form == .clauseMark,
        tokens[first - 1].has(.connector)
      {
        pendingDeadline = opening.lowerBound..<token.range.upperBound
      } else {
        pendingDeadline = token.range
      }
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
  func headGerund(_ first: Int, _ high: Int) -> Int? {
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
  func opensCondition(_ index: Int) -> Bool {
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
    // Commission Implementing Directive: a name.
    if tokens[index].has(.actor), index + 1 < high, text[tokens[index].start].isUppercase,
      text[tokens[index + 1].start].isUppercase, tokens[index + 1].form == .word
    {
      return nil
    }
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
      // the station they are attached to: a relative clause without its pronoun.
      if token.has(.been), index > first + 1, isPronoun(index - 1),
        tokens[index - 2].form == .word, !tokens[index - 2].has(.connector)
      {
        index += 1
        continue
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
}
