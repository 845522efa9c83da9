import GazetteDocument

extension ChineseReader {
  /// Where an action ends: verbs that stand together are one action.
  func chainEnd(
    _ verb: Int, _ end: Int, _ clause: ChineseClause, isUnknown: Bool
  ) -> Int {
    var end = end
    if isUnknown {
      if isWholeVerb(tokens[verb]) { return end }
      // A verb that the lexicon lacks has two characters.
      if tokens[clause.high - 1].end - tokens[verb].start <= 12,
        tokens[verb..<clause.high].allSatisfy({ $0.form == .word && !$0.has([.verb, .actor]) })
      {
        return clause.high
      }
      if tokens[verb].sign != 0, end < clause.high, tokens[end].form == .word,
        tokens[end].sign != 0, tokens[end].sign != HanSign.of
      {
        end += 1
      }
      return end
    }
    while end + 1 < clause.high, tokens[end].form == .listMark, tokens[end + 1].has(.verb),
      end + 2 < clause.high,
      tokens[end + 2].form == .listMark || opensPredicate(end + 1, clause.high),
      end == verb + 1
    {
      end += 2
    }
    while end < clause.high, tokens[verb].has(.chain) || end > verb + 1,
      tokens[end].has(.chain), tokens[end].form == .word, opensPredicate(end, clause.high),
      !tokens[end].has(.block), end + 1 < clause.high, !tokens[verb].has(.encourage),
      tokens[verb].cue.group != .strengthen, end < verb + 3
    {
      end += 1
    }
    // 协助核查, 配合调查: the verb of helping and what it helps with are one action.
    if end + 1 == clause.high, tokens[end].has(.verb), !tokens[end].has(.block),
      isHelping(tokens[verb])
    {
      return end + 1
    }
    // 发挥好, 落实好.
    if end + 1 < clause.high, tokens[end].sign == 0xE5A5BD { end += 1 }
    // 聘用到位, 落实到位.
    if end < clause.high, isInPlace(tokens[end]) { end += 1 }
    if end < clause.high, isEmptyVerb(tokens[verb]), clause.high - end <= 6 {
      // 进行全程动态监控, 予以倾斜支持: the light verb and the noun of the act are one action.
      return joinedVerb(end, clause.high, .other)?.cut ?? clause.high
    }
    // 举办或者与他人联合举办: one act, done alone or with somebody.
    if end + 3 < clause.high, isWordOr(tokens[end]),
      tokens[end + 1].sign == HanSign.with || tokens[end + 1].sign == 0xE5908C,  // 同
      var later = phraseEnd(end + 1, clause.high)
    {
      while later + 1 < clause.high, tokens[later].has(.glued), tokens[later + 1].has(.verb) {
        later += 1
      }
      if tokens[later].has(.verb) { return later + 1 }
    }
    // 阻挠和限制, 帮助和指导: verbs that stand together.
    if end + 1 < clause.high, tokens[end].sign == HanSign.and || isWordOr(tokens[end]),
      tokens[end + 1].has(.verb), !tokens[end + 1].has(.block)
    {
      end += 2
    } else if end + 2 < clause.high, isWordOr(tokens[end]), tokens[end + 1].has(.glued),
      tokens[end + 2].has(.verb), !tokens[end + 2].has(.block)
    {
      // 摊派或者变相摊派.
      end += 3
    } else if end + 3 == clause.high, isWordOr(tokens[end]), tokens[end + 1].has(.glued),
      tokens[end + 2].has(.verb)
    {
      end += 3
    }
    return end
  }

  /// 协助, 配合, 协同.
  private func isHelping(_ token: MeasureToken) -> Bool {
    guard token.end - token.start == 6 else { return false }
    switch text.span.triple(at: token.start, end: token.end) {
    case 0xE58D8F:  // 协
      return text.span.triple(at: token.start + 3, end: token.end) != 0xE8AEAE  // 议
    case 0xE9858D:  // 配
      return text.span.triple(at: token.start + 3, end: token.end) == 0xE59088  // 合
    default: return false
    }
  }

  /// 有, 是, 含, 持, 设: verbs of one character.
  func isWholeVerb(_ token: MeasureToken) -> Bool {
    switch token.sign {
    case 0xE69C89, HanSign.copula, 0xE590AB, 0xE68C81, 0xE8AEBE: return true
    default: return false
    }
  }

  /// 到位: it completes the verb before it.
  func isInPlace(_ token: MeasureToken) -> Bool {
    token.end - token.start == 6
      && text.span.triple(at: token.start, end: token.end) == HanSign.to
      && text.span.triple(at: token.start + 3, end: token.end) == 0xE4BD8D  // 位
  }

  /// 进行, 予以, 加以: verbs that mean nothing without the noun behind them.
  func isEmptyVerb(_ token: MeasureToken) -> Bool {
    guard token.has(.light), token.end - token.start == 6 else { return false }
    switch text.span.triple(at: token.start, end: token.end) {
    case 0xE8BF9B: return text.span.triple(at: token.start + 3, end: token.end) == 0xE8A18C  // 进行
    case 0xE4BA88, 0xE58AA0:
      return text.span.triple(at: token.start + 3, end: token.end) == 0xE4BBA5  // 予以, 加以
    default: return false
    }
  }

  func isWordOr(_ token: MeasureToken) -> Bool {
    token.sign == HanSign.or
      || text.span.triple(at: token.start, end: token.end) == HanSign.or
        && token.end - token.start == 6
  }

  /// A further verb with an object of its own: behind 并, or behind 、.
  func joinedVerb(
    _ from: Int, _ high: Int, _ group: VerbGroup
  ) -> (cut: Int, low: Int, verb: Int)? {
    var index = from
    // 适应建设体系、推动发展的需要: verbs within one object.
    if high - 2 > from, isRuleNoun(tokens[high - 1]), tokens[high - 2].sign == HanSign.of {
      return nil
    }
    while index + 1 < high {
      let token = tokens[index]
      let isAnd =
        token.sign == HanSign.also
        || (token.has(.connector) && token.end - token.start == 6
          && text.span.triple(at: token.start, end: token.end) == HanSign.also)
      if isAnd, index > from || token.sign == HanSign.also {
        var verb = index + 1
        while verb < high, tokens[verb].has([.intensifier, .glued, .preposition]),
          !tokens[verb].has(.verb) || tokens[verb].has(.preposition)
        {
          if tokens[verb].has(.preposition), let next = phraseEnd(verb, high) {
            verb = next
          } else if tokens[verb].has(.verb) {
            break
          } else {
            verb += 1
          }
        }
        if verb < high, tokens[verb].has([.verb, .pair]) { return (index, index + 1, verb) }
      }
      if token.form == .listMark, index > from, isOpener(index + 1, high), index + 2 < high,
        !tokens[index + 2].has([.nominal, .verb]) || tokens[index + 2].has(.block)
      {
        return (index, index + 1, index + 1)
      }
      index += 1
    }
    return nil
  }

  /// Whether a verb behind 、 begins a requirement of its own rather than another noun of the list.
  func isOpener(_ index: Int, _ high: Int) -> Bool {
    let token = tokens[index]
    guard token.has(.verb), !token.has(.block), opensPredicate(index, high) else { return false }
    switch token.cue.group {
    case .setUp, .strengthen, .cut, .keep, .carryThrough: return true
    case .advance, .putRight: return token.has(.chain)
    default: return false
    }
  }
}
