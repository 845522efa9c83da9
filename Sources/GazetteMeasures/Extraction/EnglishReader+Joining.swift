import GazetteDocument

extension EnglishReader {
  /// Whether the verb behind `and` shares the object of the one before: `withhold or divert funds`.
  func sharesObject(_ index: Int, _ high: Int) -> Bool {
    guard index + 1 < high else { return false }
    return !tokens[index + 1].has(.conditional)
  }

  /// A further verb in the same form: behind `and`, `or`, or a comma.
  func joined(
    _ from: Int, _ high: Int, isPassive: Bool, isBare: Bool, isGerund: Bool
  ) -> (cut: Int, verb: Int)? {
    var index = from
    while index + 1 < high {
      let token = tokens[index]
      if let end = infinitivesEnd(index, high) {
        index = end
        continue
      }
      // services that, as far as possible, promote trade: a description.
      if isWord(index, "that"), index > from, tokens[index + 1].form == .clauseMark {
        return nil
      }
      let isJoint =
        token.form == .clauseMark || isWord(index, "and") || isWord(index, "or")
        || isWord(index, "but")
        || isWord(index, "then")
        || isWord(index, "to") && (isWord(index + 1, "serve as") || isWord(index + 1, "act as"))
      guard isJoint else {
        if isWord(index, "so as to") || isWord(index, "in order to") || isWord(index, "so that") {
          return nil
        }
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
        if isWord(verb, "be") || joinsParticiple(verb, index, high) { return (index, verb) }
      } else if isGerund {
        // establishing trade missions and reverse trade missions: no gerund, no verb.
        if tokens[verb].has(.gerund), isVerbUse(verb, index, high) { return (index, verb) }
      } else if isWord(verb, "be") {
        // officials to take on responsibility and be enterprising: of the officials.
      } else if tokens[verb].has(.verb) && isVerbUse(verb, index, high)
        && tokens[verb].form == .word
        || isWord(verb, "giving priority to")
      {
        return (index, verb)
      } else if isBare, tokens[verb].has(.gerund), isGerundUse(verb, high) {
        // Deepen housing safety, screening and verifying the houses: machines translate verbs so.
        return (index, verb)
      }
      if token.form == .clauseMark, startsSubject(index + 1, high) { return nil }
      index += 1
    }
    return nil
  }

  /// The token behind a row of infinitives: `to disrupt, degrade, and dismantle networks`; `nil` where none begins.
  func infinitivesEnd(_ index: Int, _ high: Int) -> Int? {
    guard isWord(index, "to"), index + 3 < high, tokens[index + 1].has(.verb),
      tokens[index + 2].form == .clauseMark
    else { return nil }
    for later in index + 3..<min(high, index + 9)
    where isWord(later, "and") || isWord(later, "or") {
      return later + 1 < high && tokens[later + 1].form == .word ? later + 2 : nil
    }
    return nil
  }

  /// Whether a participle behind `and` goes on with the passive: `be checked by April and put right within a month`.
  func joinsParticiple(_ verb: Int, _ joint: Int, _ high: Int) -> Bool {
    if isWord(joint, "and"), isWord(verb, "put right") { return true }
    guard isWord(joint, "and"), isParticiple(verb), !tokens[verb].has([.determiner, .actor]),
      !isParticiple(joint - 1)
    else { return false }
    guard verb + 1 < high else { return true }
    let next = tokens[verb + 1]
    if isWord(verb + 1, "right"), verb + 2 < high { return tokens[verb + 2].form == .deadline }
    return next.form == .deadline || next.form == .clauseMark || next.has([.cut, .conditional])
  }

  /// forced, encouraged, allowed: participles that say what somebody else is to do.
  func isUrging(_ index: Int) -> Bool {
    for word in [
      "forced", "compelled", "required", "asked", "encouraged", "allowed", "permitted", "obliged",
      "urged", "invited", "helped", "supported", "enabled", "authorized", "authorised", "directed",
      "guided", "trained", "expected", "requested", "instructed",
    ] as [StaticString] where isWord(index, word) {
      return true
    }
    return false
  }

  /// firmly, strictly, resolutely: modal words that stand like adverbs.
  func isAdverb(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.end - token.start > 5 && text[token.end - 2] == UInt8(ascii: "l")
      && text[token.end - 1] == UInt8(ascii: "y")
  }

  /// Nouns that are verbs more often than not behind a comma: support small firms.
  func isLikelyVerb(_ index: Int) -> Bool {
    for word in [
      "support", "address", "increase", "reform", "guide", "fight", "respect", "honour", "honor",
      "exercise", "control", "limit", "cut", "review", "secure", "complete", "help", "open", "use",
    ] as [StaticString] where isWord(index, word) {
      return true
    }
    return false
  }

  /// Whether a gerund governs an object: a determiner follows, or another gerund that one follows.
  func isGerundUse(_ verb: Int, _ high: Int) -> Bool {
    guard verb + 1 < high else { return false }
    if tokens[verb + 1].has(.determiner) { return true }
    return isWord(verb + 1, "and") && verb + 3 < high && tokens[verb + 2].has(.gerund)
      && tokens[verb + 3].has(.determiner)
  }

  /// Whether a word of the lexicon is used as a verb behind a joint.
  func isVerbUse(_ verb: Int, _ joint: Int, _ high: Int) -> Bool {
    guard verb + 1 < high else { return !tokens[verb].has(.nominal) }
    let next = tokens[verb + 1]
    if isWord(verb + 1, "of") || next.has(.been) { return false }
    if next.has(.determiner) || next.form == .number || next.form == .quotation { return true }
    if tokens[verb].has(.nominal) {
      return tokens[verb - 1].form == .clauseMark && next.form == .word && isLikelyVerb(verb)
        && !next.has([.verb, .gerund, .connector, .conditional, .cut, .modal, .been])
    }
    if next.form == .clauseMark || next.form == .sign { return false }
    return true
  }
}
