import GazetteDocument

extension EnglishReader {
  /// Reads one modal word with its subject and verbs.
  ///
  /// - Returns: The token behind what was read; `nil` where the modal word asks nothing.
  mutating func readModal(_ index: Int, subject low: Int, _ high: Int) -> Int? {
    if index > low, tokens[index - 1].has(.determiner) || isWord(index - 1, "of"),
      isWord(index, "need to") || begins(index, "plan") || isWord(index, "aim to")
    {
      return nil
    }
    if isAdverb(index), !hasBlank(index),
      !(index == low || tokens[index - 1].form == .clauseMark || isWord(index - 1, "and")
        || tokens[index - 1].has(.actor)) || index + 1 < high && !tokens[index + 1].has(.verb)
    {
      return nil
    }
    var force = held(index)
    var verb = index + 1
    // shall be required to, must also, may not.
    while verb < high {
      let token = tokens[verb]
      if token.has(.modal), !token.has(.softVerb), !token.has(.month) {
        let next = held(verb)
        if next.strength != 3 || next.isNegative {
          let isNegative = force.isNegative || next.isNegative
          force = SentenceContext.HeldModal(
            range: force.range.lowerBound..<next.range.upperBound,
            strength: min(next.strength, 5), isNegative: isNegative)
        }
      } else if !token.has(.intensifier) && !isWord(verb, "then") && token.form != .deadline {
        break
      }
      if token.form == .deadline, !token.has(.deadlineSoft) { pendingDeadline = token.range }
      verb += 1
    }
    if verb + 1 < high, tokens[verb].form == .bracket {
      // must (subject to paragraph 3) sign.
      verb += 1
      while verb < high, tokens[verb].has(.intensifier) { verb += 1 }
    }
    if verb < high, tokens[verb].form == .clauseMark {
      // "shall, in consultation with X, establish": an inset.
      var close = verb + 1
      while close < high, tokens[close].form != .clauseMark { close += 1 }
      if close + 1 < high, tokens[close + 1].form == .word {
        for inset in verb..<close where tokens[inset].form == .deadline {
          pendingDeadline = tokens[inset].range
        }
        verb = close + 1
        while verb < high, tokens[verb].has(.intensifier) { verb += 1 }
      }
    }
    if let inner = behindPhrase(verb, high) { verb = inner }
    if isWord(verb, "to") { verb += 1 }
    // never at the last moment: nothing is done there.
    if verb < high, tokens[verb].has([.conditional, .relative]), !tokens[verb].has(.verb),
      !force.isNegative || text[tokens[index].end - 1] | 0x20 == UInt8(ascii: "r")
    {
      return nil
    }
    if let inner = meantVerb(verb, high) { verb = inner }
    if verb >= high || tokens[verb].has([.conditional, .cut]) && !tokens[verb].has(.verb),
      force.strength >= 4, force.isNegative,
      text[tokens[index].end - 1] == UInt8(ascii: "d")
        || text[tokens[index].end - 1] == UInt8(ascii: "n"), low < index
    {
      return forbidWhole(index, low, verb)
    }
    guard verb < high, tokens[verb].form == .word else { return nil }
    if isWord(verb, "have") || isWord(verb, "has"), verb + 1 < high, isParticiple(verb + 1) {
      return nil
    }
    let inset = insetStart(before: index, from: low, high)
    let body =
      inset == nil && joinsModal(index, low)
      ? lastSubject
      : low < index && !isImpersonal(index) ? trimmedSubject(low..<(inset ?? index)) : nil
    let isActor = body.map { names($0) } ?? true
    let isNone =
      body.map {
        isWord($0.lowerBound, "no") || isWord($0.lowerBound, "nothing")
          || isWord($0.lowerBound, "neither") || isWord($0.lowerBound, "nobody")
          || isWord($0.lowerBound, "none") || isWord($0.lowerBound, "no one")
      } ?? false
    if isNone, force.strength < 4 || !force.isNegative {
      force.isNegative = true
      force.strength = 4
    }
    let isPassive = isWord(verb, "be") && verb + 1 < high
    let isThing =
      body.map { $0.count == 1 && (isWord($0.lowerBound, "it") || isWord($0.lowerBound, "this")) }
      ?? false
    let isInstrument = body.map { isProviding($0) } ?? false
    if !isActor && !(isInstrument && begins(index, "may")) || isThing && !begins(index, "may"),
      !isPassive
    {
      // Prediction and doubt: an event is the subject.
      let forbids = force.isNegative && begins(index, "may")
      if begins(index, "will") || begins(index, "may") && !forbids || begins(index, "can")
        || isWord(index, "could") || begins(index, "aim") || begins(index, "seek")
        || begins(index, "intend")
      {
        return nil
      }
    }
    if begins(index, "will") {
      // The aims will not be realised until …: a fear, not a ban.
      if force.isNegative, body != nil, !isActor { return nil }
      // will not address the problem: an item that says what an option does.
      if body == nil, low == index, index == bodyStart(), context.actors.isEmpty, !context.isItem {
        return nil
      }
    }
    if isPassive, !isPassiveAsked(verb, index) { return nil }
    if isWord(index, "could") || begins(index, "can"),
      isPassive || !isActor
    {
      return nil
    }
    let isTold = context.isReview || (context.voice == .narration && !isReported)
    let isDuty = force.strength >= 3 && !isWord(index, "will") && !isWord(index, "would")
    if isWord(index, "is to") || isWord(index, "are to") || isWord(index, "is not to"), let body,
      describesRole(body) || isWord(body.lowerBound, "to") || isWord(body.lowerBound, "one")
        || isWord(body.upperBound - 1, "it")
        || tokens[body.lowerBound].has(.gerund)
    {
      return nil
    }
    if tokens[index].has(.softVerb), !isActor { return nil }
    if isTold, !isDuty, !isOwnPromise(body, index) { return nil }
    if context.voice == .expert { return nil }
    if isWord(index, "do not"), body != nil { return nil }
    readVerbs(verb, high, force: force, isOwnModal: true, subject: body, isBare: false)
    modal = nil
    lastSubject = body
    return max(verb, lastVerb) + 1
  }

  /// The verb behind a phrase between it and its modal word: `may by regulations make`, `may during the games, operate`.
  mutating func behindPhrase(_ first: Int, _ high: Int) -> Int? {
    guard first < high, tokens[first].has(.conditional), !tokens[first].has(.verb),
      !isWord(first, "to")
    else { return nil }
    var mark: Int?
    var index = first + 1
    while index < high, index < first + 24 {
      let token = tokens[index]
      if token.form == .clauseMark {
        mark = index
      } else if token.has(.verb), token.form == .word, index > first + 1,
        !token.has(.nominal) || mark == index - 1
      {
        if mark == index - 1 || mark == nil && index <= first + 4 { return index }
      } else if token.has(.modal), !token.has([.softVerb, .month, .intensifier]) {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// Whether a modal word follows `and` or a comma, so that the subject of the one before is its own.
  func joinsModal(_ modal: Int, _ low: Int) -> Bool {
    guard lastSubject != nil else { return false }
    var before = modal - 1
    while before > 0, tokens[before].has(.intensifier), !isWord(before, "and") { before -= 1 }
    guard before >= 0 else { return false }
    return tokens[before].form == .clauseMark || isWord(before, "and") || isWord(before, "or")
      || isWord(before, "but")
  }

  /// Reads a verb with its object, and the verbs that are joined to it.
  mutating func readVerbs(
    _ first: Int, _ high: Int, force: SentenceContext.HeldModal?, isOwnModal: Bool,
    subject: Range<Int>?, isBare: Bool
  ) {
    var verb: Int? = first
    var isFirst = true
    var isPassive = false
    while var current = verb {
      // and make efforts to improve: what is meant is the verb behind `to`.
      if !isFirst, !isPassive, let inner = meantVerb(current, high), tokens[inner].has(.verb) {
        current = inner
      }
      lastVerb = current
      var draft = DraftMeasure()
      if let force {
        draft.modality = force.range
        (draft.strength, draft.isNegative) = (force.strength, force.isNegative)
        draft.isInheritedModal = !(isOwnModal && isFirst)
        draft.cues.append((draft.isInheritedModal ? .inheritedModal : .modal, force.range))
      }
      draft.isReported = isReported
      draft.speaker = speaker
      if isReported { draft.cues.append((.reported, speaker)) }
      var end = current + 1
      if isWord(current, "be") {
        isPassive = true
        while end < high, tokens[end].has(.intensifier) { end += 1 }
        // be no lower than, be in force: no participle behind it.
        let isBare =
          end < high
          && (tokens[end].form != .word
            || tokens[end].has([.cut, .determiner, .numberWord, .conditional])
              && !isWord(end, "given"))
        if end < high, isBare || !isParticiple(end) && !isWord(end, "given") { isPassive = false }
        end = isBare ? current + 1 : min(high, end + 1)
        if isBare, isWord(end, "more") || isWord(end, "better") {
          var last = end + 1
          while last < high, last < end + 4, tokens[last].form == .word,
            !tokens[last].has([.cut, .conditional])
          {
            last += 1
          }
          end = last
        }
        if isPassive, end + 1 < high, isWord(end, "to"), tokens[end + 1].form == .word,
          tokens[end + 1].has(.verb) || isWord(end + 1, "give up"), isUrging(end - 1)
        {
          // be forced to give up: who is forced acts.
          end += 2
          isPassive = false
          while end < high, isWord(end, "up") || isWord(end, "out") { end += 1 }
        }
        for word in ["out", "up", "off", "down", "forward", "back", "aside", "over"]
          as [StaticString]
        where end < high && end > current + 1 && isPassive && isWord(end, word) {
          end += 1
          break
        }
        if isWord(end, "of"), isWord(end - 1, "composed") || isWord(end - 1, "comprised") {
          end += 1
        }
        if isBare, end < high, isWord(end, "in"), end + 1 < high, isStateNoun(end + 1) { end += 2 }
        if isPassive, isWord(end, "as"),
          isWord(end - 1, "treated") || isWord(end - 1, "regarded") || isWord(end - 1, "designated")
        {
          end += 1
        }
        for word in ["available", "aware", "public", "known", "aware of"] as [StaticString]
        where end < high && isWord(end, word) {
          end += 1
          break
        }
      } else if !isFirst, isPassive, isParticiple(current) || isWord(current, "put right") {
        isPassive = true
        if isWord(end, "right") { end += 1 }
      } else if isFirst {
        isPassive = false
      }
      takeSubject(&draft, subject, isPassive: isPassive, isFirst: isFirst)
      if isWord(current, "be"), !isPassive, end > current + 1 { draft.isState = true }
      if !isFirst, current > 1, tokens[current - 1].has(.modal), isAdverb(current - 1) {
        let own = held(current - 1)
        draft.modality = own.range
        draft.isInheritedModal = false
        draft.strength = own.strength
      }
      var low = current
      var from = end
      if !isPassive, tokens[current].has(.softVerb), let inner = encouraged(current, high) {
        draft.modality = tokens[current].range
        draft.isInheritedModal = false
        draft.strength = Int(tokens[current].cue.strength)
        if inner.actor.lowerBound < inner.actor.upperBound {
          draft.actors = [
            DraftMeasure.Actor(
              range: tokens[inner.actor.lowerBound].start..<tokens[inner.actor.upperBound - 1].end,
              role: .responsible)
          ]
        }
        low = inner.verb
        from = inner.verb + 1
      } else if !isPassive, tokens[current].has(.softVerb), isWord(current + 1, "the"),
        isWord(current + 3, "of"),
        current + 4 < high
      {
        // Explore the establishment of X: the noun is the act.
        draft.modality = tokens[current].range
        draft.isInheritedModal = false
        draft.strength = Int(tokens[current].cue.strength)
        low = current + 1
        from = current + 4
      } else if !isPassive, tokens[current].has(.softVerb), !isOwnModal {
        draft.strength = Int(tokens[current].cue.strength)
      }
      if !isPassive, let end = lightNounEnd(low, from, high) { from = end }
      if isWord(from, "and") || isWord(from, "or"), from + 1 < high,
        tokens[from + 1].has([.verb, .gerund]),
        from == low + 1, sharesObject(from + 1, high)
      {
        from += 2
      }
      draft.action = tokens[low].start..<tokens[from - 1].end
      draft.group = tokens[isPassive ? from - 1 : low].cue.group
      if draft.cues.isEmpty {
        draft.cues.append((isFirst ? .bareVerb : .joinedVerb, draft.action))
      }
      if tokens[low].has(.forbidVerb), !draft.isNegative {
        draft.isNegative = true
        draft.strength =
          draft.strength > 3 ? draft.strength : Int(max(3, tokens[low].cue.forbidding))
        draft.cues.append((.forbiddingVerb, tokens[low].range))
      }
      let join = joined(
        from, high, isPassive: isPassive, isBare: isBare && !isOwnModal,
        isGerund: tokens[current].has(.gerund) && !tokens[current].has(.modal))
      if isPassive, isFirst { takePurpose(&draft, from, high) }
      // be made aware of the record: of what stands behind the verb.
      let takesMore = isPassive && isWord(from, "of") && isWord(from - 1, "aware")
      if takesMore {
        from += 1
        draft.action = tokens[low].start..<tokens[from - 1].end
      }
      takeObject(&draft, from, join?.cut ?? high, isPassive: isPassive && !takesMore)
      if tokens[low].has(.principle) {
        draft.kind = .principle
        draft.isOptional = true
      }
      drafts.append(draft)
      verb = join?.verb
      isFirst = false
    }
    pendingDeadline = nil
  }
}
