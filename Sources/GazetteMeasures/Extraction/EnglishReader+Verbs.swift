import GazetteDocument

extension EnglishReader {
  /// Reads one modal word with its subject and verbs.
  ///
  /// - Returns: The token behind what was read; `nil` where the modal word asks nothing.
  mutating func readModal(_ index: Int, subject low: Int, _ high: Int) -> Int? {
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
    let body = low < index && !isImpersonal(index) ? trimmedSubject(low..<index) : nil
    let isActor = body.map { names($0) } ?? true
    let isNone =
      body.map {
        isWord($0.lowerBound, "no") || isWord($0.lowerBound, "nothing")
          || isWord($0.lowerBound, "neither")
      } ?? false
    if isNone, force.strength < 4 || !force.isNegative {
      force.isNegative = true
      force.strength = 4
    }
    let isPassive = isWord(verb, "be") && verb + 1 < high
    if !isActor, !isPassive {
      // Prediction and doubt: an event is the subject.
      if foretells(index) { return nil }
    }
    if isPassive, !isPassiveAsked(verb, index) { return nil }
    if isWord(index, "could") || isWord(index, "can") || isWord(index, "cannot"),
      isPassive || !isActor
    {
      return nil
    }
    let isTold = context.isReview || (context.voice == .narration && !isReported)
    let isDuty = force.strength >= 3 && !isWord(index, "will") && !isWord(index, "would")
    if isTold, !isDuty { return nil }
    if context.voice == .expert { return nil }
    if isWord(index, "do not"), body != nil { return nil }
    readVerbs(verb, high, force: force, isOwnModal: true, subject: body, isBare: false)
    modal = nil
    return verb + 1
  }

  /// it is necessary to, it is imperative that: whatever stands before it is another clause.
  private func isImpersonal(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.end - token.start > 5 && text[token.start] | 0x20 == UInt8(ascii: "i")
      && text[token.start + 1] | 0x20 == UInt8(ascii: "t") && text[token.start + 2].isSpace
  }

  /// Whether a modal word can foretell or doubt: will, may, can, could, with what stands beside them.
  private func foretells(_ index: Int) -> Bool {
    let token = tokens[index]
    for word in ["will", "may", "can", "could"] {
      let bytes = Array(word.utf8)
      let end = token.start + bytes.count
      guard end <= token.end,
        (0..<bytes.count).allSatisfy({ text[token.start + $0] | 0x20 == bytes[$0] })
      else { continue }
      if end == token.end { return true }
      if text[end].isSpace { return !isBan(index) }
    }
    return false
  }

  /// may not, must not: what is forbidden is no doubt.
  private func isBan(_ index: Int) -> Bool {
    tokens[index].cue.isNegative && !isWord(index, "will never") && !isWord(index, "will not")
  }

  /// Reads a verb with its object, and the verbs that are joined to it.
  mutating func readVerbs(
    _ first: Int, _ high: Int, force: SentenceContext.HeldModal?, isOwnModal: Bool,
    subject: Range<Int>?, isBare: Bool
  ) {
    var verb: Int? = first
    var isFirst = true
    var isPassive = false
    while let current = verb {
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
            || tokens[end].has([.cut, .determiner, .numberWord, .conditional]))
        end = isBare ? current + 1 : min(high, end + 1)
        if isWord(current + 1, "more") || isWord(current + 1, "less") {
          // be more rigorous and true
          end = current + 2
          while end < high, end < current + 7, tokens[end].form == .word,
            !tokens[end].has([.cut, .determiner, .modal, .relative, .conditional])
          {
            end += 1
          }
        }
        for word in ["available", "aware", "public", "known", "aware of"] as [StaticString]
        where end < high && isWord(end, word) {
          end += 1
          break
        }
      } else if !isFirst, isPassive, isParticiple(current) {
        isPassive = true
      } else if isFirst {
        isPassive = false
      }
      takeSubject(&draft, subject, isPassive: isPassive, isFirst: isFirst)
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
      let join = joined(from, high, isPassive: isPassive)
      if isPassive, isFirst { takePurpose(&draft, from, high) }
      takeObject(&draft, from, join?.cut ?? high, isPassive: isPassive)
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

  /// Whether the verb behind `and` shares the object of the one before: `withhold or divert funds`.
  func sharesObject(_ index: Int, _ high: Int) -> Bool {
    guard index + 1 < high else { return false }
    return !tokens[index + 1].has(.conditional)
  }

  /// A further verb in the same form: behind `and`, `or`, or a comma.
  func joined(_ from: Int, _ high: Int, isPassive: Bool) -> (cut: Int, verb: Int)? {
    var index = from
    while index + 1 < high {
      let token = tokens[index]
      let isJoint =
        token.form == .clauseMark || isWord(index, "and") || isWord(index, "or")
        || isWord(index, "but")
        || isWord(index, "then")
      guard isJoint else {
        if token.has(.relative) || token.has(.subordinator), !token.has(.connector) {
          // Behind who, which, if: the verbs are no longer asked.
          if !isWord(index, "that") && !isWord(index, "than") { return nil }
        }
        index += 1
        continue
      }
      var verb = index + 1
      while verb < high,
        tokens[verb].has([.intensifier]) && !tokens[verb].has(.verb)
          || tokens[verb].has(.modal) && !tokens[verb].has(.verb) && isAdverb(verb)
          || isWord(verb, "and") || isWord(verb, "or")
          || isWord(verb, "then") || tokens[verb].form == .deadline && verb == index + 1
      {
        verb += 1
      }
      guard verb < high else { return nil }
      if isPassive {
        if isWord(verb, "be") { return (index, verb) }
      } else if tokens[verb].has(.verb) && isVerbUse(verb, index, high)
        && tokens[verb].form == .word
        || isWord(verb, "giving priority to")
      {
        return (index, verb)
      }
      if token.form == .clauseMark, startsSubject(index + 1, high) { return nil }
      index += 1
    }
    return nil
  }

  /// firmly, strictly, resolutely: modal words that stand like adverbs.
  func isAdverb(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.end - token.start > 5 && text[token.end - 2] == UInt8(ascii: "l")
      && text[token.end - 1] == UInt8(ascii: "y")
  }

  /// Whether a word of the lexicon is used as a verb behind a joint.
  func isVerbUse(_ verb: Int, _ joint: Int, _ high: Int) -> Bool {
    guard verb + 1 < high else { return !tokens[verb].has(.nominal) }
    let next = tokens[verb + 1]
    if isWord(verb + 1, "of") || next.has(.been) { return false }
    if next.has(.determiner) || next.form == .number || next.form == .quotation { return true }
    if tokens[verb].has(.nominal) { return false }
    if next.form == .clauseMark || next.form == .sign { return false }
    return true
  }
}
