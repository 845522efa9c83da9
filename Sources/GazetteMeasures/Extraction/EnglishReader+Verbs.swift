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
    if let inner = meantVerb(verb, high) { verb = inner }
    if verb >= high || tokens[verb].has([.conditional, .cut]) && !tokens[verb].has(.verb), force.strength >= 4, force.isNegative,
      text[tokens[index].end - 1] == UInt8(ascii: "d") || text[tokens[index].end - 1] == UInt8(ascii: "n"), low < index
    {
      return forbidWhole(index, low, verb)
    }
    guard verb < high, tokens[verb].form == .word else { return nil }
    if isWord(verb, "have") || isWord(verb, "has"), verb + 1 < high, isParticiple(verb + 1) {
      return nil
    }
    let body = low < index ? trimmedSubject(low..<index) : nil
    let isActor = body.map { names($0) } ?? true
    let isNone = body.map { isWord($0.lowerBound, "no") || isWord($0.lowerBound, "nothing") || isWord($0.lowerBound, "neither") } ?? false
    if isNone, force.strength < 4 || !force.isNegative {
      force.isNegative = true
      force.strength = 4
    }
    let isPassive = isWord(verb, "be") && verb + 1 < high
    if !isActor, !isPassive {
      // Prediction and doubt: an event is the subject.
      if isWord(index, "will") || isWord(index, "may") || isWord(index, "can")
        || isWord(index, "could") || isWord(index, "will also") || isWord(index, "may also")
      {
        return nil
      }
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

  /// `Stoves are strictly prohibited in rooms`: the ban itself is all there is.
  private mutating func forbidWhole(_ index: Int, _ low: Int, _ next: Int) -> Int? {
    var high = index
    while high > low, tokens[high - 1].has(.been) { high -= 1 }
    guard high > low else { return nil }
    var draft = DraftMeasure()
    draft.modality = tokens[index].range
    (draft.strength, draft.isNegative) = (Int(tokens[index].cue.strength), true)
    draft.objects = [tokens[low].start..<tokens[high - 1].end]
    draft.cues = [(.modal, tokens[index].range)]
    drafts.append(draft)
    return next
  }

  /// The verb that empty ones lead to: `work faster to establish`, `keep working to expand`.
  private func meantVerb(_ verb: Int, _ high: Int) -> Int? {
    var isEmpty = false
    for word in ["work", "keep", "strive", "move", "continue", "act", "take steps", "endeavour", "make efforts", "continue to", "try", "go on"] as [StaticString]
    where isWord(verb, word) {
      isEmpty = true
    }
    guard isEmpty else { return nil }
    if isWord(verb, "continue to") { return verb + 1 < high && tokens[verb + 1].has(.verb) ? verb + 1 : nil }
    for index in verb + 1..<max(verb + 1, min(high, verb + 4)) {
      if isWord(index, "to"), index + 1 < high {
        var inner = index + 1
        while inner + 1 < high, tokens[inner].has(.intensifier) { inner += 1 }
        return tokens[inner].form == .word ? inner : nil
      }
      if tokens[index].form != .word { return nil }
    }
    return nil
  }

  /// Whether a passive asks: `will be helped by` predicts, `shall be submitted` asks.
  private func isPassiveAsked(_ verb: Int, _ modal: Int) -> Bool {
    var index = verb + 1
    while index < tokens.count, tokens[index].has(.intensifier) { index += 1 }
    guard index < tokens.count else { return false }
    if isWord(modal, "will") || isWord(modal, "can") || isWord(modal, "could") || isWord(modal, "may") {
      return isParticiple(index)
    }
    return true
  }

  func isParticiple(_ index: Int) -> Bool {
    guard index < tokens.count, tokens[index].form == .word else { return false }
    let token = tokens[index]
    let length = token.end - token.start
    guard length > 3 else { return false }
    let last = text[token.end - 1] | 0x20
    let before = text[token.end - 2] | 0x20
    if last == UInt8(ascii: "d"), before == UInt8(ascii: "e") { return true }
    if last == UInt8(ascii: "n"), before == UInt8(ascii: "e") || before == UInt8(ascii: "w") { return true }
    for word in ["made", "set", "held", "kept", "put", "paid", "sent", "built", "met", "brought", "laid", "cut", "done", "set up", "drawn up", "taught", "spent", "sold", "found", "left", "led", "set out", "read", "heard", "begun", "told", "told", "sought", "borne", "dealt with", "carried out", "won"] as [StaticString]
    where isWord(index, word) {
      return true
    }
    return false
  }

  /// A subject without what stands before it: connectors, phrases, adverbs.
  private mutating func trimmedSubject(_ range: Range<Int>) -> Range<Int>? {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let token = tokens[low]
      if token.form == .clauseMark || token.form == .sign || token.form == .deadline
        || token.has([.connector, .intensifier]) && !token.has(.actor) || isWord(low, "that")
      {
        if token.form == .deadline { pendingDeadline = token.range }
        low += 1
      } else {
        break
      }
    }
    while high > low, tokens[high - 1].has(.intensifier) || tokens[high - 1].form == .clauseMark
      || tokens[high - 1].form == .deadline
    {
      if tokens[high - 1].form == .deadline { pendingDeadline = tokens[high - 1].range }
      high -= 1
    }
    return low < high ? low..<high : nil
  }

  /// Whether a subject names somebody who can act.
  func names(_ range: Range<Int>) -> Bool {
    for index in range {
      let token = tokens[index]
      if token.has([.actor, .voiceLabel]) { return true }
      // the Architect of the Capitol: a name.
      if index > range.lowerBound, text[token.start].isUppercase, token.form == .word,
        isWord(range.lowerBound, "the")
      {
        return true
      }
      if token.has([.relative, .cut]), index > range.lowerBound { return false }
    }
    return false
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
        let isBare = end < high && (tokens[end].form != .word || tokens[end].has([.cut, .determiner, .numberWord, .conditional]))
        end = isBare ? current + 1 : min(high, end + 1)
        for word in ["available", "aware", "public", "known", "aware of"] as [StaticString] where end < high && isWord(end, word) {
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
      } else if !isPassive, tokens[current].has(.softVerb), isWord(current + 1, "the"), isWord(current + 3, "of"),
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
      if isWord(from, "and") || isWord(from, "or"), from + 1 < high, tokens[from + 1].has([.verb, .gerund]),
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
        draft.strength = draft.strength > 3 ? draft.strength : Int(max(3, tokens[low].cue.forbidding))
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

  /// `efforts will be made to develop X`: what is meant is the verb behind `to`.
  private func takePurpose(_ draft: inout DraftMeasure, _ from: Int, _ high: Int) {
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

  private mutating func takeSubject(
    _ draft: inout DraftMeasure, _ subject: Range<Int>?, isPassive: Bool, isFirst: Bool
  ) {
    if let subject {
      let range = tokens[subject.lowerBound].start..<tokens[subject.upperBound - 1].end
      if isWord(subject.lowerBound, "it"), subject.count <= 2 {
        draft.actors = []
      } else if isPassive || !names(subject) {
        draft.objects.append(range)
      } else {
        var end = subject.upperBound
        if subject.count == 1, isPronoun(subject.lowerBound) {
          actors = []
          return takePending(&draft, isFirst)
        }
        for index in subject where tokens[index].form == .clauseMark || tokens[index].has(.relative) {
          if index > subject.lowerBound { end = min(end, index) }
        }
        draft.actors = [
          DraftMeasure.Actor(
            range: tokens[subject.lowerBound].start..<tokens[end - 1].end, role: .responsible,
            isInherited: !isFirst)
        ]
        if let joint = subject.first(where: { tokens[$0].has([.joint, .supporting]) }), joint + 1 < subject.upperBound {
          var last = joint + 1
          while last + 1 < subject.upperBound, tokens[last + 1].form != .clauseMark { last += 1 }
          draft.actors.append(
            DraftMeasure.Actor(
              range: tokens[joint + 1].start..<tokens[last].end,
              role: tokens[joint].has(.joint) ? .joint : .supporting, isInherited: !isFirst))
        }
        actors = draft.actors
      }
    } else {
      draft.actors = actors
      if !isFirst || subject == nil {
        for index in draft.actors.indices where !isFirst { draft.actors[index].isInherited = true }
      }
    }
    takePending(&draft, isFirst)
  }

  private mutating func takePending(_ draft: inout DraftMeasure, _ isFirst: Bool) {
    guard isFirst else { return }
    draft.deadline = pendingDeadline
    pendingDeadline = nil
  }

  /// Words that name nobody: the body stays implicit.
  private func isPronoun(_ index: Int) -> Bool {
    for word in ["we", "you", "they", "he", "she", "i", "it"] as [StaticString] where isWord(index, word) {
      return true
    }
    return false
  }

  /// Whether the verb behind `and` shares the object of the one before: `withhold or divert funds`.
  private func sharesObject(_ index: Int, _ high: Int) -> Bool {
    guard index + 1 < high else { return false }
    return !tokens[index + 1].has(.conditional)
  }

  /// Who is encouraged, and to what: `private firms` `to set up`.
  private func encouraged(_ verb: Int, _ high: Int) -> (actor: Range<Int>, verb: Int)? {
    for index in verb + 1..<max(verb + 1, min(high, verb + 24)) {
      if tokens[index].form == .clauseMark { return nil }
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

  /// A further verb in the same form: behind `and`, `or`, or a comma.
  private func joined(_ from: Int, _ high: Int, isPassive: Bool) -> (cut: Int, verb: Int)? {
    var index = from
    while index + 1 < high {
      let token = tokens[index]
      let isJoint = token.form == .clauseMark || isWord(index, "and") || isWord(index, "or") || isWord(index, "but")
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
      while verb < high, tokens[verb].has([.intensifier]) && !tokens[verb].has(.verb)
        || tokens[verb].has(.modal) && !tokens[verb].has(.verb) && isAdverb(verb) || isWord(verb, "and") || isWord(verb, "or")
        || isWord(verb, "then") || tokens[verb].form == .deadline && verb == index + 1
      {
        verb += 1
      }
      guard verb < high else { return nil }
      if isPassive {
        if isWord(verb, "be") { return (index, verb) }
      } else if tokens[verb].has(.verb) && isVerbUse(verb, index, high) && tokens[verb].form == .word
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
  private func isAdverb(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.end - token.start > 5 && text[token.end - 2] == UInt8(ascii: "l") && text[token.end - 1] == UInt8(ascii: "y")
  }

  private func startsSubject(_ first: Int, _ high: Int) -> Bool {
    for index in first..<min(high, first + 10) {
      if tokens[index].form == .clauseMark { return false }
      if tokens[index].has(.modal), !tokens[index].has([.softVerb, .intensifier]) { return true }
    }
    return false
  }

  /// Whether a word of the lexicon is used as a verb behind a joint.
  private func isVerbUse(_ verb: Int, _ joint: Int, _ high: Int) -> Bool {
    guard verb + 1 < high else { return !tokens[verb].has(.nominal) }
    let next = tokens[verb + 1]
    if isWord(verb + 1, "of") || next.has(.been) { return false }
    if next.has(.determiner) || next.form == .number || next.form == .quotation { return true }
    if tokens[verb].has(.nominal) { return false }
    if next.form == .clauseMark || next.form == .sign { return false }
    return true
  }

  /// Puts object, deadline and indicator into a draft.
  private func takeObject(
    _ draft: inout DraftMeasure, _ from: Int, _ high: Int, isPassive: Bool
  ) {
    var low = from
    while low < high, tokens[low].form == .deadline || tokens[low].has(.intensifier) {
      if tokens[low].form == .deadline, draft.deadline == nil || tokens[low].has(.deadlineSoft) == false {
        draft.deadline = draft.deadline ?? tokens[low].range
      }
      low += 1
    }
    if isWord(low, "that") { low += 1 }
    var end = low
    while end < high {
      let token = tokens[end]
      if token.form == .clauseMark, end > low, let next = listEnd(end, high) {
        end = next
        continue
      }
      if token.form == .clauseMark || token.form == .deadline || token.form == .bracket && end > low
        || token.form == .sign && token.sign != 0x2F && token.sign != 0x26
      {
        break
      }
      if token.form == .indicator, end > low || end + 1 >= high || tokens[end + 1].form != .word || tokens[end + 1].has([.cut, .connector]) { break }
      if isWord(end, "to"), end > low {
        // `access to schools` goes on, `plans to build` does not.
        let verbal = end + 1 < high && tokens[end + 1].has(.verb)
        if verbal || draft.group == .report || draft.group == .help { break }
      }
      if token.has([.cut, .result]), end > low || !isPassive && !isWord(end, "to") && !isWord(end, "so") && !isWord(end, "that") && token.end - token.start > 2 {
        break
      }
      if token.has(.cut), isPassive { break }
      end += 1
    }
    if end > low, !isPassive { draft.objects.append(tokens[low].start..<tokens[end - 1].end) }
    if isPassive, isWord(end, "by"), end + 1 < high {
      var last = end + 1
      while last + 1 < high, tokens[last + 1].form == .word || tokens[last + 1].form == .quotation, !tokens[last + 1].has(.cut) { last += 1 }
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

  /// The token behind the comma of a list of nouns that goes on to an `and`: `research, diagnosis, and treatment`.
  private func listEnd(_ comma: Int, _ high: Int) -> Int? {
    var index = comma + 1
    while index < high, index < comma + 7 {
      let token = tokens[index]
      if isWord(index, "and") || isWord(index, "or") {
        return index + 1 < high && !tokens[index + 1].has([.modal, .gerund]) ? comma + 1 : nil
      }
      if token.form == .clauseMark {
        index += 1
        continue
      }
      guard token.form == .word, !token.has([.modal, .conditional, .gerund, .been, .relative, .connector])
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
    let role: ResponsibleBody.Role = text[label.start] | 0x20 == UInt8(ascii: "l") ? .lead : .responsible
    for index in drafts.indices {
      drafts[index].actors = [
        DraftMeasure.Actor(range: token.start + 1..<token.end - 1, role: role)
      ]
      drafts[index].cues.append((.bracket, token.range))
    }
  }
}
