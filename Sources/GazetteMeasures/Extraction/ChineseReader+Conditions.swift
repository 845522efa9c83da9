import GazetteDocument

extension ChineseReader {
  /// Whether a clause only says when, if, of what or why: it is kept for the clause behind it.
  mutating func waits(_ first: Int, _ high: Int) -> Bool {
    let last = tokens[high - 1]
    if high - first == 1, last.form == .deadline {
      pendingDeadline = last.range
      return true
    }
    // 在该地区从事建设的单位和个人，必须…: who acts, whatever stands before the noun.
    if last.has(.actor), isNamedBeforeRule(first, high) {
      keepActor(first..<high)
      return true
    }
    // 在重点防御区，要…, 各地，特别是边远地区，也要…: where and who, before the modal word.
    if high + 1 < tokens.count, tokens[high].sign == HanSign.comma,
      isPlainModal(tokens[high + 1]), !tokens[high + 1].has(.block),
      tokens[first].sign == HanSign.inside && !tokens[first].has(.block)
        || first > 0 && singlesOut(tokens[first - 1]) && last.has(.actor),
      !tokens[first..<high].contains(where: { isPlainModal($0) && !$0.has(.block) })
    {
      return true
    }
    // 对…的市，…: a topic whose verb is inside its own phrase.
    if isTopic(first, high) {
      pendingObject = tokens[min(first + 1, high - 1)].start..<last.end
      return true
    }
    if let body = leadingActor(first, high), body.upperBound + 1 < high,
      tokens[body.upperBound].sign == HanSign.opposite, isTopic(body.upperBound, high)
    {
      keepActor(body)
      pendingObject = tokens[min(body.upperBound + 1, high - 1)].start..<last.end
      return true
    }
    // 建设中造成的水土流失，其费用由…: what 其 means.
    if high + 1 < tokens.count, tokens[high].sign == HanSign.comma,
      tokens[high + 1].sign == 0xE585B6,  // 其
      tokens[first..<high].contains(where: { $0.sign == HanSign.of }),
      !tokens[first..<high].contains(where: { isPlainModal($0) && !$0.has(.block) }),
      tokens[first].has(.verb), endsInNoun(first, high)
    {
      return true
    }
    if isJustCondition(first, high) || precedesCondition(high) { return true }
    if let except = exception(first, high) {
      if except > first, let body = leadingActor(first, high) ?? named(first, except) {
        keepActor(body)
      }
      return true
    }
    if isNamed(first, high) {
      keepActor(first..<high)
      return true
    }
    var hasModal = false
    for token in tokens[first..<high]
    where token.has(.modal) && !token.has([.verb, .block]) && token.sign != HanSign.will {
      hasModal = true
    }
    if last.sign == HanSign.of, tokens[first].sign != HanSign.will {
      let goesOn = high + 1 < tokens.count && tokens[high].sign == HanSign.comma
      if !hasModal || goesOn || tokens[first].has(.conditional) || !tokens[first].has(.modal) {
        let low = tokens[first].has(.conditional) ? min(first + 1, high - 1) : first
        if let body = leadingActor(low, high) { keepActor(body) }
        pendingObject = tokens[low].start..<last.end
        return true
      }
    }
    if !hasModal || tokens[first].has(.conditional) {
      if tokens[first].has([.conditional, .purpose]) && !tokens[first].has(.objectPreposition) {
        // 为各类企业创造…: for somebody's good, not to what end.
        if tokens[first].sign == HanSign.being || tokens[first].sign == 0xE4BBA5,
          !isPurpose(first, high)
        {
          return false
        }
        // 凡…的一律…, 如…应当… go on in the same clause.
        return !tokens[first..<high].contains { $0.has(.modal) && !$0.has([.verb, .block]) }
      }
      if precedesRule(high), let body = leadingActor(first, high), body.upperBound < high {
        keepActor(body)
        return true
      }
      if precedesRule(high), !last.has(.timeWhen),
        tokens[first].form == .word || tokens[first].form == .quotation,
        !tokens[first].has([
          .verb, .pair, .intensifier, .glued, .preposition, .objectPreposition, .agent, .modal,
          .conditional, .copula,
        ])
      {
        // 水土保持规划，应当…: what the rule is about.
        pendingObject = tokens[first].start..<last.end
        return true
      }
      if isPreludeToRule(first, high) {
        pendingObject = nil
        return true
      }
      if opensAgent(high), !tokens[first].has([.verb, .preposition, .objectPreposition]),
        !tokens[first].has(.intensifier), endsInNoun(first, high)
      {
        pendingObject = tokens[first].start..<last.end
        return true
      }
      keepSubject(first, high, if: last.has(.timeWhen))
      if last.has(.timeWhen), high - first > 2 || tokens[first].has(.preposition) {
        if tokens[first].has([.preposition, .objectPreposition, .conditional]) { return true }
        return last.sign != HanSign.amid || tokens[first].has(.preposition)
      }
      if tokens[first].has(.preposition), !tokens[first].has([.verb, .modal]) {
        // 按照…要求, 在…基础上, 围绕…目标: no verb of its own behind the phrase.
        return phraseEnd(first, high) == nil
      }
      if tokens[first].has(.preposition), tokens[first].has(.verb), last.has(.timeWhen) {
        return true
      }
    }
    return false
  }

  /// Where 除 stands in a clause that ends in 外: 水利部门除责令改正外.
  func exception(_ first: Int, _ high: Int) -> Int? {
    let last = tokens[high - 1]
    guard text.span.triple(at: last.end - 3, end: last.end) == 0xE5A496, high - first > 2 else {
      return nil
    }
    return (first..<high - 1).first {
      text.span.triple(at: tokens[$0].start, end: tokens[$0].end) == 0xE999A4  // 除
    }
  }

  /// Some tokens where they name a body.
  func named(_ first: Int, _ high: Int) -> Range<Int>? {
    first < high && isActor(first..<high) ? first..<high : nil
  }

  /// Whether the clause behind goes on with 或者 and ends in 的: then both say in which case.
  func precedesCondition(_ high: Int) -> Bool {
    guard high + 1 < tokens.count, tokens[high].sign == HanSign.comma, isWordOr(tokens[high + 1])
    else { return false }
    for index in high + 2..<max(high + 2, min(tokens.count, high + 40))
    where tokens[index].form == .clauseMark {
      return tokens[index - 1].sign == HanSign.of && tokens[index].sign == HanSign.comma
    }
    return false
  }

  /// 特别是, 尤其是.
  func singlesOut(_ token: MeasureToken) -> Bool {
    token.has(.connector) && token.end - token.start == 9
      && (startsWith(token, 0xE789B9) || startsWith(token, 0xE5B0A4))  // 特, 尤
  }

  /// Whether a verb stands straight behind 为.
  func isPurpose(_ first: Int, _ high: Int) -> Bool {
    var index = first + 1
    while index < high, tokens[index].has([.intensifier, .glued]), !tokens[index].has(.verb) {
      index += 1
    }
    return index < high && tokens[index].has(.verb)
  }

  /// Whether the clause behind begins with a modal word of rules: then the one before it says in which case.
  func precedesRule(_ high: Int) -> Bool {
    var next = high + 1
    while next < tokens.count, tokens[next].has(.connector), !tokens[next].has(.modal) { next += 1 }
    guard high < tokens.count, next < tokens.count, tokens[high].sign != HanSign.semicolon else {
      return false
    }
    if tokens[next].has([.conditional, .preposition]), !tokens[next].has([.verb, .modal]),
      let comma = tokens[next...].firstIndex(where: { $0.form == .clauseMark }), comma - next < 14
    {
      // 除国家另有规定外，不得.
      next = comma + 1
      guard next < tokens.count, tokens[comma].sign == HanSign.comma else { return false }
    }
    let token = tokens[next]
    return token.has(.modal) && !token.has([.verb, .block, .preposition])
      && token.sign != HanSign.want && token.sign != HanSign.will
      && (token.cue.strength >= 3 || token.cue.strength == 1)
  }

  /// 设立外资银行，应当…: what a rule is for stands as a bare verb before its modal word.
  func isPreludeToRule(_ first: Int, _ high: Int) -> Bool {
    guard drafts.isEmpty, modal == nil, high + 1 < tokens.count, tokens[first].has(.verb),
      tokens[high].sign == HanSign.comma
    else { return false }
    let token = tokens[high + 1]
    guard token.has(.modal), !token.has([.verb, .block]) else { return false }
    switch text.span.triple(at: token.start, end: token.end) {
    case 0xE5BA94: return token.end - token.start >= 6  // 应当
    case 0xE9A1BB, 0xE58FAF: return true  // 须, 可
    case HanSign.not, 0xE5BF85: return tokens[0].sign == HanSign.ordinal  // 不得, 必须
    default: return false
    }
  }

  /// Whether a clause is a noun that carries verbs in front of 的 and names who acts behind the comma.
  func isNamed(_ first: Int, _ high: Int) -> Bool {
    guard high < tokens.count, tokens[high].sign == HanSign.comma, high - first > 2,
      isActor(first..<high),
      !tokens[first].has([.preposition, .objectPreposition, .conditional, .agent]),
      !tokens[first].has(.verb) || isAttributive(tokens[first]),
      let of = (first..<high).last(where: { tokens[$0].sign == HanSign.of }), of > first
    else { return false }
    for index in first..<high {
      if tokens[index].has([.modal, .done]), !tokens[index].has([.verb, .block, .actor]) {
        return false
      }
      if index > of, tokens[index].has(.verb), !tokens[index].has(.actor) { return false }
    }
    return true
  }

  /// Whether a clause that a preposition opens is a body with what it does in front of 的, before the modal word of a rule.
  private func isNamedBeforeRule(_ first: Int, _ high: Int) -> Bool {
    guard tokens[first].sign == HanSign.inside, !tokens[first].has(.block), precedesRule(high),
      let of = (first..<high).last(where: { tokens[$0].sign == HanSign.of }), high - of <= 6
    else { return false }
    return tokens[first..<of].contains { $0.has(.verb) }
      && !tokens[first..<high].contains { isPlainModal($0) && !$0.has(.block) }
      && !tokens[of + 1..<high].contains { $0.has(.verb) && !$0.has(.actor) }
  }

  /// Verbs that describe somebody more often than they ask: 从事, 持有, 违反.
  func isAttributive(_ token: MeasureToken) -> Bool {
    switch text.span.triple(at: token.start, end: token.end) {
    // 从, 持, 取, 具, 违, 符, 申, 享, 经, 担, 使, 承
    case 0xE4BB8E, 0xE68C81, 0xE58F96, 0xE585B7, 0xE8BF9D, 0xE7ACA6, 0xE794B3, 0xE4BAAB, 0xE7BB8F,
      0xE68B85, 0xE4BDBF, 0xE689BF:
      return true
    default: return false
    }
  }

  /// Whether a clause names something rather than says what a body does: no verb with an object behind its last 的.
  func endsInNoun(_ first: Int, _ high: Int) -> Bool {
    let of = (first..<high).last { tokens[$0].sign == HanSign.of }
    if let of { return !tokens[of + 1..<high].contains { $0.has([.light, .done]) } }
    // 各地加强管理，按照…: a body that acts; 护照延期，由…: a noun.
    if let body = leadingActor(first, high) {
      return !(body.upperBound..<high).contains { opensPredicate($0, high) }
    }
    return true
  }

  /// Whether the clause behind begins with 由 and a body: then this one is what the body sees to.
  func opensAgent(_ high: Int) -> Bool {
    var next = high + 1
    while next < tokens.count, tokens[next].has([.modal, .connector]), !tokens[next].has(.agent) {
      next += 1
    }
    guard next < tokens.count, tokens[high].sign == HanSign.comma else { return false }
    if tokens[next].sign == HanSign.by { return true }
    // 按, 按照, 比照, 依照: how it is dealt with.
    guard tokens[next].has(.preposition) else { return false }
    switch text.span.triple(at: tokens[next].start, end: tokens[next].end) {
    case 0xE68C89, 0xE6AF94, 0xE4BE9D: return true
    default: return false
    }
  }

  /// Whether a clause is 对 with a noun that carries its verbs in front of 的.
  func isTopic(_ first: Int, _ high: Int) -> Bool {
    guard
      tokens[first].sign == HanSign.opposite
        || tokens[first].has(.objectPreposition)
          && tokens[first].end - tokens[first].start == 6
          && text.span.triple(at: tokens[first].start, end: tokens[first].end) == HanSign.opposite
    else { return false }
    guard let of = (first..<high).last(where: { tokens[$0].sign == HanSign.of }), of + 1 < high
    else { return false }
    if opensAgent(high) { return true }
    for index in first + 2..<max(first + 2, of)
    where tokens[index].has(.light) && opensPredicate(index, high)
      && tokens[index - 1].sign != HanSign.of && tokens[index - 1].form == .word
      && !tokens[index - 1].has([.verb, .intensifier, .glued])
      && tokens[index - 1].sign != HanSign.and
    {
      return false
    }
    for index in of + 1..<high
    where tokens[index].form == .word && !tokens[index].has(.block)
      && (tokens[index].has(.verb) && !tokens[index].has(.actor)
        || tokens[index].has(.modal) && !tokens[index].has(.verb))
    {
      return false
    }
    return true
  }

  /// 经国务院批准, 经双方协商: leave that is given before.
  func isJustCondition(_ first: Int, _ high: Int) -> Bool {
    guard text.span.triple(at: tokens[first].start, end: tokens[first].end) == 0xE7BB8F else {
      return false
    }
    return !tokens[first..<high].contains { $0.has(.modal) && !$0.has([.verb, .block]) }
  }
}
