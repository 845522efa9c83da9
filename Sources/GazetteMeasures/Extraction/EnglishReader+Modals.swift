import GazetteDocument

extension EnglishReader {
  /// Reads every modal word of a segment with its subject and verb.
  mutating func readModals(_ low: Int, _ high: Int) {
    var subject = low
    var index = low
    var relative: Int?
    var hasPredicate = false
    while index < high {
      let token = tokens[index]
      var endsCondition = false
      if token.form == .clauseMark, let found = relative, !tokens[found].has(.relative) {
        endsCondition = found > low
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
        let joinsNouns =
          !hasPredicate && relative == nil && !isWord(index, "but") && !endsCondition
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
      if isWord(index, "means"), index > low, isWord(index + 1, "that") {
        // This means that X must: the subject begins anew.
        subject = index + 2
        relative = nil
        hasPredicate = false
        index = subject
        continue
      }
      if let that = toldThat(index, high), index > low {
        isReported = true
        speaker = tokens[subject].start..<tokens[max(subject, index - 1)].end
        subject = that + 1
        relative = nil
        hasPredicate = false
        pendingDeadline = nil
        index = subject
        continue
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
          || isWord(index - 1, "state") || isWord(index - 1, "states")
          || isWord(index - 1, "provide") || isWord(index - 1, "say")
          || isWord(low, "it") && tokens[low + 1].has(.been)
      {
        // It is expected that X will …, It is the sense of Congress that …: the subject begins anew.
        subject = index + 1
        relative = nil
        hasPredicate = false
        pendingDeadline = nil
        index += 1
        continue
      }
      // He required that X be checked, and that Y open a school.
      if isReported, isWord(index, "that"), index > low, isWord(index - 1, "and"),
        let verb = bareVerb(index + 1, high)
      {
        readVerbs(
          verb, high, force: nil, isOwnModal: false, subject: index + 1..<verb, isBare: false)
        return
      }
      let isCause = isWord(index, "as") && index > low && tokens[index - 1].form == .clauseMark
      if isReported, relative == nil, isWord(index, "be"), index + 1 < high, index > subject,
        isParticiple(index + 1), !hasPredicate
      {
        // He required that the survey be finished.
        readVerbs(
          index, high, force: nil, isOwnModal: false, subject: trimmedSubject(subject..<index),
          isBare: false)
        hasPredicate = true
        index = max(index, lastVerb) + 1
        continue
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
      if index > subject, joins(index - 1), hasPredicate || !names(subject..<index),
        insetStart(before: index, from: subject, high) == nil
      {
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

  /// The bare verb of a body behind `and that`; `nil` where a modal word or none stands.
  func bareVerb(_ first: Int, _ high: Int) -> Int? {
    for index in first..<max(first, min(high, first + 10)) {
      let token = tokens[index]
      if token.form != .word || token.has([.been, .relative]) { return nil }
      if token.has(.modal), !token.has([.softVerb, .month, .intensifier]) { return nil }
      if index > first, token.has(.verb), tokens[index - 1].has(.actor), names(first..<index) {
        return index
      }
    }
    return nil
  }

  /// Where `that` stands behind `told the county`, `reminded them`; `nil` where nobody is told.
  func toldThat(_ index: Int, _ high: Int) -> Int? {
    var tells = false
    for word in ["told", "informed", "reminded", "notified", "advised", "warned", "assured"]
      as [StaticString] where isWord(index, word)
    {
      tells = true
    }
    // He pointed out at the conference that X should …
    let told = tokens[index]
    let isAtPlace =
      told.has([.demand, .statement]) && !told.has(.modal) && index + 1 < high
      && !isWord(index, "said") && !isWord(index, "says")
      && (isWord(index + 1, "at") || isWord(index + 1, "in") || isWord(index + 1, "on")
        || isWord(index + 1, "during"))
    guard tells || isAtPlace else { return nil }
    for later in index + 1..<max(index + 1, min(high, index + (isAtPlace ? 16 : 8))) {
      if isWord(later, "that") { return later > index + 1 ? later : nil }
      guard tokens[later].form == .word, !tokens[later].has([.modal, .been]) else { return nil }
    }
    return nil
  }

  /// Whether `and`, `or`, `but` or a comma stands at a place.
  func joins(_ index: Int) -> Bool {
    tokens[index].form == .clauseMark || isWord(index, "and") || isWord(index, "or")
      || isWord(index, "but")
  }

  func isIng(_ index: Int) -> Bool {
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
    guard bears, index > 0, !isWord(index - 1, "to"), !tokens[index - 1].has(.modal) else {
      return nil
    }
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

  /// The comma that opens examples which close right before a modal word; `nil` where none do.
  func insetStart(before modal: Int, from low: Int, _ high: Int) -> Int? {
    guard modal - 1 > low, tokens[modal - 1].form == .clauseMark else { return nil }
    return (low..<modal - 1).first {
      tokens[$0].form == .clauseMark && insetEnd($0, high) == modal - 1
    }
  }

  /// The comma that closes examples set between commas: `, such as health and education,`.
  func insetEnd(_ comma: Int, _ high: Int) -> Int? {
    guard
      isWord(comma + 1, "such as") || isWord(comma + 1, "including")
        || isWord(comma + 1, "particularly") || isWord(comma + 1, "especially")
    else { return nil }
    for index in comma + 2..<max(comma + 2, min(high, comma + 14))
    where tokens[index].form == .clauseMark { return index }
    return nil
  }

  /// Whether a clause with its own subject and modal word begins behind a comma or an `and`.
  func startsClause(_ first: Int, _ high: Int) -> Bool {
    var index = first
    if index < high, tokens[index].has(.connector) { index += 1 }
    guard index < high else { return false }
    var limit = min(high, index + 14)
    if tokens[index].has(.modal) || tokens[index].has([.conditional, .relative]) { return false }
    let begin = index
    while index < limit {
      let token = tokens[index]
      if token.form == .clauseMark, index > begin, let close = insetEnd(index, high) {
        // sectors, such as health and education, will be opened.
        index = close + 1
        limit = min(high, close + 8)
        continue
      }
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
