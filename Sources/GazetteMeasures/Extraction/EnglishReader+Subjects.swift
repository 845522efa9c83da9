import GazetteDocument

extension EnglishReader {
  /// A subject without what stands before it: connectors, phrases, adverbs.
  mutating func trimmedSubject(_ range: Range<Int>) -> Range<Int>? {
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
    while high > low,
      tokens[high - 1].has(.intensifier) || tokens[high - 1].form == .clauseMark
        || tokens[high - 1].form == .deadline
    {
      if tokens[high - 1].form == .deadline { pendingDeadline = tokens[high - 1].range }
      high -= 1
    }
    // two, the mission: the number of an item.
    if low + 2 < high, isNumber(low), tokens[low + 1].form == .clauseMark { low += 2 }
    // Openness - Processes should …: the subject stands behind the dash.
    if let dash = (low..<high).last(where: { isDash($0) }), dash + 1 < high { low = dash + 1 }
    if let comma = (low..<high).last(where: { tokens[$0].form == .clauseMark }), comma + 2 == high,
      isPronoun(comma + 1)
    {
      low = comma + 1
    }
    // In keeping with the "three distinctions," we: the comma is part of the quotation.
    if high - low > 2, tokens[low].has(.conditional), isPronoun(high - 1) { low = high - 1 }
    return low < high ? low..<high : nil
  }

  /// Whether a token is a dash with blanks around it.
  func isDash(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.form == .sign, token.start > 0, text[token.start - 1] == 0x20 else { return false }
    return token.sign == 0x2D
      || token.end - token.start == 3 && text[token.start] == 0xE2 && text[token.start + 1] == 0x80
        && (text[token.start + 2] == 0x93 || text[token.start + 2] == 0x94)
  }

  /// Whether a subject names somebody who can act.
  func names(_ range: Range<Int>) -> Bool {
    for index in range {
      let token = tokens[index]
      if token.has([.actor, .voiceLabel]) || namesAgent(token) { return true }
      if isInstrument(index) { return false }
      if isWord(index, "it"), range.count == 1 { return true }
      // Advice to ministers: the advice does not act.
      if index > range.lowerBound,
        isWord(index, "to") || isWord(index, "for") || isWord(index, "on")
          || isWord(index, "about") || isWord(index, "against") || isWord(index, "from"),
        text[tokens[index - 1].start].isLowercase || index == range.lowerBound + 1
      {
        return false
      }
      // the task of helping people: what stands behind `of` does not act.
      if isWord(index, "of"), index > range.lowerBound, text[tokens[index - 1].start].isLowercase {
        return false
      }
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

  /// Whether a word that the lexicon lacks ends like one for somebody who acts: licensees, surveyors, claimants.
  func namesAgent(_ token: MeasureToken) -> Bool {
    let length = token.end - token.start
    guard token.cue.kinds.isEmpty, token.form == .word, length > 5 else { return false }
    let isPlural = text[token.end - 1] | 0x20 == UInt8(ascii: "s")
    let end = isPlural ? token.end - 1 : token.end
    func ends(_ suffix: StaticString) -> Bool {
      let count = suffix.utf8CodeUnitCount
      guard end - token.start > count + 1 else { return false }
      for offset in 0..<count
      where text[end - count + offset] | 0x20 != suffix.utf8Start[offset] { return false }
      return true
    }
    if ends("ee") { return !ends("fee") && !ends("gree") && !ends("antee") }
    if ends("eer") || ends("ist") || ends("ician") { return !ends("list") }
    // Words in -er and -or name things about as often where they are no plural.
    if ends("holder") || ends("worker") || ends("maker") || ends("owner") || ends("keeper") {
      return true
    }
    return isPlural && (ends("or") || ends("ier") || ends("ver") || ends("ter") || ends("der"))
      && !ends("matter") && !ends("letter") && !ends("factor") && !ends("sector")
      && !ends("order") && !ends("river") && !ends("number") && !ends("border")
      && !ends("error") && !ends("center") && !ends("quarter") && !ends("chapter")
      && !ends("tender") && !ends("computer") && !ends("parameter") && !ends("indicator")
  }

  /// Whether a word names a text or a plan: what it will do is told, not asked.
  func isInstrument(_ index: Int) -> Bool {
    for word in [
      "act", "regulations", "regulation", "order", "section", "subsection", "sections", "notes",
      "schedule", "rules", "paragraph", "paragraphs", "directive", "bill", "article", "policy",
      "strategy", "programme", "program", "scheme", "guidance", "chapter", "subsections",
      "provision", "provisions", "measures", "reforms", "initiative", "role", "function", "purpose",
      "effect", "aim", "objective", "goal", "amendment", "amendments", "changes", "consultation",
    ] as [StaticString]
    where isWord(index, word) {
      return true
    }
    return false
  }

  mutating func takeSubject(
    _ draft: inout DraftMeasure, _ subject: Range<Int>?, isPassive: Bool, isFirst: Bool
  ) {
    if let subject {
      let range = tokens[subject.lowerBound].start..<tokens[subject.upperBound - 1].end
      if isWord(subject.lowerBound, "it") || isWord(subject.lowerBound, "there"),
        subject.count <= 2
      {
        draft.actors = []
      } else if subject.count <= 2, isContraction(subject.lowerBound) {
        actors = []
        return takePending(&draft, isFirst)
      } else if isPassive || !names(subject) && !isProviding(subject) {
        draft.objects.append(range)
        // A worker absent for more than 30 days: who, not how much.
        for index in subject where tokens[index].form == .indicator && !begins(index, "for ") {
          draft.indicators.append(tokens[index].range)
        }
      } else {
        var end = subject.upperBound
        if subject.count == 1, isPronoun(subject.lowerBound) {
          actors = []
          return takePending(&draft, isFirst)
        }
        for index in subject where tokens[index].form == .clauseMark || tokens[index].has(.relative)
        {
          if index > subject.lowerBound { end = min(end, index) }
        }
        draft.actors = [
          DraftMeasure.Actor(
            range: tokens[subject.lowerBound].start..<tokens[end - 1].end, role: .responsible,
            isInherited: !isFirst)
        ]
        if let joint = subject.first(where: { tokens[$0].has([.joint, .supporting]) }),
          joint + 1 < subject.upperBound
        {
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

  mutating func takePending(_ draft: inout DraftMeasure, _ isFirst: Bool) {
    guard isFirst else { return }
    draft.deadline = pendingDeadline
    pendingDeadline = nil
  }

  /// you’ll, we’ve: a pronoun with its auxiliary.
  private func isContraction(_ index: Int) -> Bool {
    let token = tokens[index]
    for pronoun in ["you", "we", "they", "he", "she", "it", "i"] {
      let length = pronoun.utf8.count
      guard token.end - token.start > length,
        zip(text[token.start..<token.start + length], pronoun.utf8).allSatisfy({ $0 | 0x20 == $1 })
      else { continue }
      let sign = text[token.start + length]
      if sign == 0x27 || sign == 0xE2 { return true }
    }
    return false
  }

  /// Words that name nobody: the body stays implicit.
  func isPronoun(_ index: Int) -> Bool {
    for word in ["we", "you", "they", "he", "she", "i", "it"] as [StaticString]
    where isWord(index, word) {
      return true
    }
    return false
  }

  func startsSubject(_ first: Int, _ high: Int) -> Bool {
    for index in first..<min(high, first + 10) {
      if tokens[index].form == .clauseMark { return false }
      if tokens[index].has(.modal), !tokens[index].has([.softVerb, .intensifier]) { return true }
    }
    return false
  }

  /// `Stoves are strictly prohibited in rooms`: the ban itself is all there is.
  mutating func forbidWhole(_ index: Int, _ low: Int, _ next: Int) -> Int? {
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
  func meantVerb(_ verb: Int, _ high: Int) -> Int? {
    var isEmpty = false
    for word in [
      "work", "keep", "strive", "move", "continue", "act", "take steps", "endeavour",
      "make efforts", "continue to", "try", "go on",
    ] as [StaticString]
    where isWord(verb, word) {
      isEmpty = true
    }
    if isWord(verb, "make") || isWord(verb, "take"), verb + 3 < high,
      (verb + 1..<verb + 4).contains(where: {
        isWord($0, "efforts") || isWord($0, "steps") || isWord($0, "preparations")
      })
    {
      // make coordinated efforts to improve: what is meant is the verb behind `to`.
      isEmpty = true
    }
    guard isEmpty else { return nil }
    if isWord(verb, "continue to") {
      return verb + 1 < high && tokens[verb + 1].has(.verb) ? verb + 1 : nil
    }
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
  func isPassiveAsked(_ verb: Int, _ modal: Int) -> Bool {
    var index = verb + 1
    while index < tokens.count, tokens[index].has(.intensifier) { index += 1 }
    guard index < tokens.count else { return false }
    let start = tokens[modal].start
    let isWeak =
      [0x77, 0x6D, 0x63].contains(text[start] | 0x20) && !isWord(modal, "must")
      && !isWord(modal, "must not")
    if isWeak { return isParticiple(index) }
    return true
  }

  func isParticiple(_ index: Int) -> Bool {
    guard index < tokens.count, tokens[index].form == .word else { return false }
    let token = tokens[index]
    let length = token.end - token.start
    guard length > 2 else { return false }
    let last = text[token.end - 1] | 0x20
    let before = text[token.end - 2] | 0x20
    if length > 3, last == UInt8(ascii: "d"), before == UInt8(ascii: "e") { return true }
    if length > 3, last == UInt8(ascii: "n"),
      before == UInt8(ascii: "e") || before == UInt8(ascii: "w")
    {
      return true
    }
    for word in [
      "made", "set", "held", "kept", "put", "paid", "sent", "built", "met", "brought", "laid",
      "cut", "done", "set up", "drawn up", "taught", "spent", "sold", "found", "left", "led",
      "set out", "read", "heard", "begun", "told", "told", "sought", "borne", "dealt with",
      "carried out", "won",
    ] as [StaticString]
    where isWord(index, word) {
      return true
    }
    return false
  }
}
