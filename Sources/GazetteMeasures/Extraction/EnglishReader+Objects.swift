import GazetteDocument

extension EnglishReader {
  /// `efforts will be made to develop X`: what is meant is the verb behind `to`.
  func takePurpose(_ draft: inout DraftMeasure, _ from: Int, _ high: Int) {
    guard from + 1 < high, isWord(from, "to"), tokens[from + 1].has(.verb),
      isWord(from - 1, "made") || isWord(from - 1, "taken")
    else { return }
    draft.action = tokens[from + 1].range
    draft.group = tokens[from + 1].cue.group
    draft.objects = []
    var end = from + 2
    while end < high, tokens[end].form == .word, !tokens[end].has(.cut) { end += 1 }
    if end > from + 2 { draft.objects.append(tokens[from + 2].start..<tokens[end - 1].end) }
  }

  /// Puts object, deadline and indicator into a draft.
  func takeObject(
    _ draft: inout DraftMeasure, _ from: Int, _ high: Int, isPassive: Bool
  ) {
    var low = from
    while low < high,
      tokens[low].form == .deadline
        || tokens[low].has(.intensifier) && !(low + 1 < high && isParticiple(low + 1))
    {
      if tokens[low].form == .deadline,
        draft.deadline == nil || tokens[low].has(.deadlineSoft) == false
      {
        draft.deadline = draft.deadline ?? tokens[low].range
      }
      low += 1
    }
    let takesThat = isWord(low, "that") || low > 0 && isThatWord(low - 1)
    if isWord(low, "that") { low += 1 }
    if !isPassive, low > from - 1, takesClause(from - 1), let state = stateVerb(low, high),
      saysHowMuch(low..<state) || tokens[state..<high].contains(where: { $0.form == .indicator })
    {
      // ensure that all of them are covered: the state to be reached says how much.
      draft.objects.append(tokens[low].start..<tokens[state - 1].end)
      var last = state + 1
      while last < high, tokens[last].form != .clauseMark, tokens[last].form != .deadline {
        last += 1
      }
      draft.indicators.append(tokens[state].start..<tokens[last - 1].end)
      for token in tokens[last..<high] where token.form == .deadline && draft.deadline == nil {
        draft.deadline = token.range
      }
      return
    }
    if low + 1 < high, isWord(low, "the") || isWord(low, "a"), tokens[low + 1].form == .sign,
      low + 2 < high
    {
      // the “…: a quotation that never closes.
      low += 2
    }
    if low == from, low < high, isPlainPreposition(low), !isPassive {
      // register with the Board, rush down to the villages: no object.
      if let next = objectBehindPhrase(low, high) { low = next } else { low = high }
    }
    var end = low
    var isRelative = false
    while end < high {
      let token = tokens[end]
      if isRelative, token.form == .word || token.form == .bracket || token.form == .quotation {
        end += 1
        continue
      }
      if end > low, isWord(end, "which"), isPlainPreposition(end - 1) || isWord(end - 1, "of") {
        // an environment in which firms can compete: all of it.
        isRelative = true
        continue
      }
      if end > low, endsAtModal(end, high, takesThat: takesThat) { break }
      if token.form == .clauseMark, end > low, !isRelative, let next = listEnd(end, high) {
        end = next
        continue
      }
      if token.form == .clauseMark || token.form == .deadline || token.form == .bracket && end > low
        || token.form == .sign && token.sign != 0x2F && token.sign != 0x26
      {
        break
      }
      if token.form == .indicator,
        end > low || end + 1 >= high || tokens[end + 1].form != .word
          || tokens[end + 1].has([.cut, .connector])
      {
        break
      }
      if token.has(.modal), end > low, !token.has([.softVerb, .month, .intensifier, .verb]),
        !(low..<end).contains(where: asksHow)
      {
        // the plan and has to report: another clause.
        while end > low + 1, joins(end - 1) { end -= 1 }
        break
      }
      if isWord(end, "to"), end > low {
        // `access to schools` goes on, `plans to build` does not.
        let verbal =
          end + 1 < high && tokens[end + 1].has(.verb)
          && (!takesInfinitive(end - 1) || isWord(end + 1, "see that") || isWord(end + 1, "ensure"))
        let embeds =
          verbal && draft.group == .organise && tokens[low..<end].contains { $0.has(.actor) }
          && !isWord(end + 1, "serve as") && !isWord(end + 1, "act as")
          || verbal && urges(low..<end)
        if !embeds, verbal || draft.group == .report || draft.group == .help { break }
      }
      // the need of using consultants: a gerund behind a preposition goes on.
      let isGoverned = end > low && isWord(end - 1, "of") && isIng(end)
      if token.has([.cut, .result]), !isGoverned,
        end > low
          || !isPassive && !isWord(end, "to") && !isWord(end, "so") && !isWord(end, "that")
            && token.end - token.start > 2
      {
        break
      }
      if token.has(.cut), isPassive { break }
      if isWord(end, "of"), end > low + 1, informs(from - 1), namesThing(end + 1, high) { break }
      end += 1
    }
    if end > low, !isPassive { draft.objects.append(tokens[low].start..<tokens[end - 1].end) }
    if isPassive, isWord(end, "by"), end + 1 < high {
      var last = end + 1
      while last + 1 < high, tokens[last + 1].form == .word || tokens[last + 1].form == .quotation,
        !tokens[last + 1].has(.cut)
      { last += 1 }
      if (end + 1...last).contains(where: { tokens[$0].has(.actor) }) {
        draft.actors = [
          DraftMeasure.Actor(range: tokens[end + 1].start..<tokens[last].end, role: .responsible)
        ]
      }
    }
    guard end <= high else { return }
    for index in end..<max(end, high) {
      let token = tokens[index]
      if token.form == .deadline, draft.deadline == nil { draft.deadline = token.range }
      if token.form == .indicator { draft.indicators.append(token.range) }
      if token.has([.relative, .conditional]) && token.has(.subordinator) { break }
    }
  }

  /// Whether `and` or a comma leads to a further modal word or to a clause of its own.
  func endsAtModal(_ index: Int, _ high: Int, takesThat: Bool) -> Bool {
    guard
      isWord(index, "and") || isWord(index, "or") || isWord(index, "but")
        || tokens[index].form == .clauseMark
    else { return false }
    var next = index + 1
    while next < high, tokens[next].has([.intensifier, .connector]), !tokens[next].has(.modal) {
      next += 1
    }
    guard next < tokens.count else { return false }
    if tokens[next].has(.modal), !tokens[next].has([.softVerb, .intensifier]),
      !tokens[next].has(.month) || text[tokens[next].start].isLowercase, !isAdverb(next)
    {
      return true
    }
    return isWord(index, "and") && !takesThat && startsClause(index + 1, tokens.count)
  }

  /// Whether a name without a capital stands behind `of`: what somebody is told of.
  func namesThing(_ index: Int, _ high: Int) -> Bool {
    let noun = isWord(index, "the") || isWord(index, "its") ? index + 1 : index
    return noun < high && text[tokens[noun].start].isLowercase
  }

  /// The verb of the clause behind `ensure that`; `nil` where a modal word makes it a requirement of its own.
  private func stateVerb(_ low: Int, _ high: Int) -> Int? {
    for index in low..<max(low, high) {
      let token = tokens[index]
      if token.form == .clauseMark || token.has([.relative, .subordinator]) { return nil }
      if token.has(.modal), !token.has([.softVerb, .month, .intensifier]) { return nil }
      if token.has(.been), index > low { return index }
    }
    return nil
  }

  /// how, what, whether: an indirect question with a modal word of its own.
  private func asksHow(_ index: Int) -> Bool {
    for word in ["how", "what", "whether", "why", "which", "where", "who"] as [StaticString]
    where isWord(index, word) {
      return true
    }
    return false
  }

  /// Behind give, pay, attach: the end of `greater priority to`, `attention to`; `nil` where none stands.
  func lightNounEnd(_ verb: Int, _ from: Int, _ high: Int) -> Int? {
    var isLight = false
    for word in ["give", "gives", "pay", "attach", "accord", "lend", "devote", "assign"]
      as [StaticString] where isWord(verb, word)
    {
      isLight = true
    }
    guard isLight, from == verb + 1 else { return nil }
    for index in from..<max(from, min(high - 1, from + 4)) {
      guard tokens[index].form == .word else { return nil }
      for word in ["priority", "attention", "importance", "consideration", "weight", "emphasis"]
        as [StaticString] where isWord(index, word) && isWord(index + 1, "to")
      {
        return index + 2
      }
    }
    return nil
  }

  /// order, force, place, writing: what something is to be in.
  func isStateNoun(_ index: Int) -> Bool {
    for word in ["order", "force", "place", "writing", "charge", "line", "effect", "possession"]
      as [StaticString] where isWord(index, word)
    {
      return true
    }
    return false
  }

  /// all, every, a number: a state that is to be reached by so many.
  private func saysHowMuch(_ range: Range<Int>) -> Bool {
    range.contains { index in
      tokens[index].form == .indicator || tokens[index].has(.quantified) || isWord(index, "all")
        || isWord(index, "every") || isWord(index, "each") || isWord(index, "no")
        || tokens[index].form == .number
    }
  }

  /// ability to manage, right to appeal: the infinitive belongs to the noun.
  private func takesInfinitive(_ index: Int) -> Bool {
    for word in [
      "ability", "abilities", "capacity", "right", "rights", "opportunity", "opportunities",
      "power",
      "powers", "chance", "way", "ways", "willingness", "duty", "obligation", "need", "policy",
      "policies", "mechanism", "mechanisms", "incentive", "incentives", "initiative", "initiatives",
      "program", "programs", "programme", "programmes", "drive", "campaign", "strategy",
    ] as [StaticString]
    where isWord(index, word) {
      return true
    }
    return false
  }

  /// mechanisms encouraging officials to take on responsibility: the infinitive belongs to the participle.
  private func urges(_ range: Range<Int>) -> Bool {
    guard let last = range.last(where: { isIng($0) }), last > range.lowerBound,
      last + 4 > range.upperBound
    else { return false }
    for word in [
      "encouraging", "enabling", "allowing", "helping", "requiring", "permitting", "assisting",
      "urging", "guiding", "supporting", "empowering",
    ] as [StaticString] where isWord(last, word) {
      return true
    }
    return false
  }

  /// notify, inform, advise: what stands behind `of` is not who is told.
  func informs(_ verb: Int) -> Bool {
    isWord(verb, "notify") || isWord(verb, "inform") || isWord(verb, "advise")
      || isWord(verb, "remind")
  }

  /// with, to, in, on, for, at, from, by, under: no object begins with them.
  func isPlainPreposition(_ index: Int) -> Bool {
    for word in [
      "with", "to", "in", "on", "for", "at", "from", "by", "under", "through", "towards",
      "within", "into", "onto", "as", "against", "across", "among", "between", "about",
    ] as [StaticString] where isWord(index, word) {
      return true
    }
    return false
  }

  /// The object behind a phrase that stands before it: `submit to the Committee on Trade of the House a report`.
  func objectBehindPhrase(_ first: Int, _ high: Int) -> Int? {
    guard isWord(first, "to") || isWord(first, "with") else { return nil }
    var index = first + 2
    while index < high, index < first + 48 {
      if tokens[index].form == .clauseMark {
        // detail to the Commission, on a reimbursable basis, any employee.
        guard index + 1 < high, isPlainPreposition(index + 1),
          let close = (index + 1..<min(high, index + 14)).first(where: {
            tokens[$0].form == .clauseMark
          }), close + 1 < high, tokens[close + 1].has(.determiner)
        else { return nil }
        return close + 1
      }
      guard tokens[index].form == .word || tokens[index].form == .bracket,
        !tokens[index].has([.modal, .relative, .subordinator])
      else { return nil }
      let isArticle = isWord(index, "a") || isWord(index, "an") || isWord(index, "any")
      let opens = isArticle || isWord(index, "the") || isWord(index, "all")
      if opens, !isPlainPreposition(index - 1), !isWord(index - 1, "of"), !joins(index - 1),
        tokens[index - 1].form == .word
      {
        return index
      }
      index += 1
    }
    return nil
  }

  /// The token behind the comma of a list of nouns that goes on to an `and`: `research, diagnosis, and treatment`.
  func listEnd(_ comma: Int, _ high: Int) -> Int? {
    var index = comma + 1
    let isNoun = comma + 1 < high && tokens[comma + 1].has(.determiner)
    var mark = comma
    while index < high, index < mark + (isNoun ? 14 : 7) {
      let token = tokens[index]
      if isWord(index, "and") || isWord(index, "or") {
        return index + 1 < high && !tokens[index + 1].has([.modal, .gerund]) ? comma + 1 : nil
      }
      if token.form == .clauseMark {
        // its duration, any breaks: nouns with their determiners.
        if isNoun, index + 1 < high, tokens[index + 1].has(.determiner) { return comma + 1 }
        // radio, film and television, literature and art, archiving, and other programmes.
        if index < comma + 40 { mark = index }
        index += 1
        continue
      }
      guard token.form == .word,
        !token.has([.modal, .conditional, .gerund, .been, .relative, .connector])
      else { return nil }
      index += 1
    }
    return nil
  }

  /// Gives the bodies in a bracket at the end of the sentence to all its measures.
  mutating func attachBracket(from first: Int) {
    guard !drafts.isEmpty,
      let token = tokens[first...].last(where: { $0.form != .clauseMark && $0.form != .sign }),
      token.form == .bracket, token.end - token.start > 8
    else { return }
    var reader = EnglishReader(text: text, words: words, context: SentenceContext())
    reader.tokenise(token.start + 1..<token.end - 1)
    guard let label = reader.tokens.first, label.has(.voiceLabel),
      reader.tokens.contains(where: { $0.form == .colon })
    else { return }
    let role: ResponsibleBody.Role =
      text[label.start] | 0x20 == UInt8(ascii: "l") ? .lead : .responsible
    for index in drafts.indices {
      drafts[index].actors = [
        DraftMeasure.Actor(range: token.start + 1..<token.end - 1, role: role)
      ]
      drafts[index].cues.append((.bracket, token.range))
    }
  }

  /// Who is encouraged, and to what: `private firms` `to set up`.
  func encouraged(_ verb: Int, _ high: Int) -> (actor: Range<Int>, verb: Int)? {
    for index in verb + 1..<max(verb + 1, min(high, verb + 24)) {
      if tokens[index].form == .clauseMark { return nil }
      // support trade and expand cooperation to …: two verbs, nobody who is encouraged.
      if isWord(index, "and"), index + 1 < high, tokens[index + 1].has(.verb),
        !tokens[index + 1].has([.nominal, .determiner])
      {
        return nil
      }
      if isWord(index, "to"), index + 1 < high, tokens[index + 1].form == .word,
        index > verb + 1 || tokens[index + 1].has(.verb)
      {
        var inner = index + 1
        while inner + 1 < high, tokens[inner].has(.intensifier) { inner += 1 }
        guard tokens[inner].has(.verb) || isWord(verb, "encourage") else { continue }
        return (verb + 1..<index, inner)
      }
      if isWord(index, "in"), index + 1 < high, tokens[index + 1].has(.gerund), index > verb + 1 {
        return (verb + 1..<index, index + 1)
      }
    }
    return nil
  }
}
