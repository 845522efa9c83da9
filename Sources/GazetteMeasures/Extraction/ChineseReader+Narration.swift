import GazetteDocument

extension ChineseReader {
  /// The first token behind `会议要求`, `习近平总书记强调`; `nil` where nobody is reported.
  mutating func reportHead(_ first: Int, _ high: Int) -> Int? {
    var speaks = false
    // 落实党中央决策部署: nobody speaks.
    var head = first
    while head + 1 < high, tokens[head].has([.intensifier, .glued]), !tokens[head].has(.verb) {
      head += 1
    }
    if tokens[head].has(.verb), !tokens[head].has([.speaker, .actor, .demand, .statement]) {
      return nil
    }
    for index in first..<min(high, first + 24) {
      let token = tokens[index]
      if token.has([.speaker, .expert]) { speaks = true }
      // 要按照国务院要求…: somebody's demand is named, not reported.
      if token.has(.modal), !token.has([.verb, .block]), token.sign != HanSign.will { return nil }
      guard token.has([.demand, .statement]) else { continue }
      let isLast = index + 1 == high
      guard speaks && index > first || isLast && index > first else { continue }
      // 本办法规定扣除条件: a noun.
      if !isLast, token.end - token.start == 6,
        text.span.triple(at: token.start, end: token.end) == 0xE8A784,
        !tokens[index + 1].has(.modal)  // 规
      {
        continue
      }
      // 法律规定可以募捐的组织，由…: part of a noun.
      if !isLast, isActor(first..<high), high < tokens.count,
        tokens[index..<high].contains(where: { $0.sign == HanSign.of })
      {
        continue
      }
      // 按照…要求, 符合规定 name no speaker.
      if !speaks { continue }
      if !isLast, index > first, !tokens[index - 1].has([.speaker, .expert]),
        !tokens[index + 1].has(.modal), tokens[index + 1].form == .word
      {
        continue
      }
      if tokens[first].has(.preposition) || tokens[first].has(.modal) { return nil }
      if !isLast, tokens[index + 1].sign == HanSign.of { return nil }
      if !isLast, tokens[index + 1].form == .listMark { return nil }
      isReported = token.has(.demand)
      isDone = !token.has(.demand)
      speaker = tokens[first].start..<tokens[index - 1].end
      modal = nil
      actors = []
      return index + 1
    }
    return nil
  }

  /// Whether a clause tells what was done or is: then bare verbs behind it tell too.
  mutating func isNarrated(_ first: Int, _ high: Int) -> Bool {
    var hasModal = false
    if beginsInPast(first, high) {
      isDone = true
      modal = nil
      return true
    }
    if isComposed(first, high) || isEquated(first, high) { return true }
    if isOfImportance(first, high) {
      // 推进改革、减轻负担，对于…具有重要意义: what stands before is the subject.
      dropTold()
      isDone = true
      return true
    }
    for index in first..<high {
      let token = tokens[index]
      if token.form == .deadline || token.form == .bracket { continue }
      if token.has(.modal), !token.has(.verb), token.sign != HanSign.will, !token.has(.block) {
        hasModal = true
      }
      if hasModal { continue }
      let isAspect = token.sign == HanSign.done
      // 已经建设的平台要…: what was done describes the subject.
      if token.has(.done), !isAspect, hasLaterModal(index, high),
        tokens[index..<high].contains(where: { $0.sign == HanSign.of })
      {
        continue
      }
      if isAspect || token.has([.done, .achievement]) {
        // What was told in the same breath, without a modal word, is told too.
        if isAspect || token.has(.done) { dropTold() }
        isDone = true
        modal = nil
        return true
      }
      if token.has(.copula), index > first, !isCopulaIdiom(index, first) {
        if isShareOfTarget(index, high) { continue }
        // 推进公开，实行民主是一项制度: the acts are the subject.
        if token.sign == HanSign.copula, tokens[first].has(.verb) { dropTold() }
        if let body = leadingActor(first, high), body.upperBound <= index,
          high + 1 < tokens.count, tokens[high + 1].has(.modal)
        {
          keepActor(body)
        }
        return true
      }
      if token.has(.copula), index == first {
        // 具有资格的组织应当…: the copula is part of the subject.
        if token.sign != HanSign.copula, hasLaterModal(first, high) { continue }
        if judgesActs(token) { dropTold() }
        return true
      }
    }
    return false
  }

  /// 是, 离不开, 关系到, 在于: what stands before the comma is the subject, 办好事情，关键在人.
  func judgesActs(_ token: MeasureToken) -> Bool {
    switch text.span.triple(at: token.start, end: token.end) {
    // 是, 就, 离, 事, 取, 在, 意, 有, 关
    case HanSign.copula, 0xE5B0B1, 0xE7A6BB, 0xE4BA8B, 0xE58F96, HanSign.inside, 0xE6848F, 0xE69C89,
      0xE585B3:
      return true
    default: return false
    }
  }

  /// Whether 的 with a modal word behind it stands later in a clause, so that what is before the modal word is a subject.
  func hasLaterModal(_ first: Int, _ high: Int) -> Bool {
    guard let of = (first..<high).first(where: { tokens[$0].sign == HanSign.of }) else {
      return false
    }
    return (of..<high).contains {
      tokens[$0].has(.modal) && !tokens[$0].has(.block)
        && (!tokens[$0].has(.verb) || tokens[$0 - 1].has(.actor))
        && tokens[$0].sign != HanSign.will && $0 + 1 < high
    }
  }

  /// 对于…具有重要意义.
  func isOfImportance(_ first: Int, _ high: Int) -> Bool {
    let last = tokens[high - 1]
    guard text.span.triple(at: tokens[first].start, end: tokens[first].end) == HanSign.opposite,
      last.end - last.start >= 6, last.form == .word,
      text.span.triple(at: last.end - 6, end: last.end) == 0xE6848F,  // 意
      text.span.triple(at: last.end - 3, end: last.end) == 0xE4B989  // 义
    else { return false }
    return true
  }

  /// 占…比例不低于: a share that is to be kept is no report.
  func isShareOfTarget(_ index: Int, _ high: Int) -> Bool {
    for later in index + 1..<max(index + 1, high) where tokens[later].form == .indicator {
      let sign = text.span.triple(at: tokens[later].start, end: tokens[later].end)
      return sign == HanSign.not || sign == 0xE887B3  // 不, 至少
    }
    return false
  }

  /// 由…构成, 以…为主, …为辅: how something is made up.
  func isComposed(_ first: Int, _ high: Int) -> Bool {
    let last = tokens[high - 1]
    guard last.end - last.start == 6 else { return false }
    switch text.span.triple(at: last.start, end: last.end) {
    case 0xE69E84, 0xE7BB84: return last.has(.copula)  // 构成, 组成
    case HanSign.being:
      // 为主, 为辅
      let sign = text.span.triple(at: last.start + 3, end: last.end)
      return sign == 0xE4B8BB || sign == 0xE8BE85
    default: return false
    }
  }

  /// 考核周期为上一年度: 为 between two nouns, without a number that is to be kept.
  func isEquated(_ first: Int, _ high: Int) -> Bool {
    guard
      let being = (first..<high).first(where: { tokens[$0].sign == HanSign.being }),
      being > first, being + 1 < high, tokens[being - 1].has(.nominal),
      !tokens[being - 1].has(.verb) || tokens[being - 1].has(.timeWhen)
    else { return false }
    for index in first..<high {
      let token = tokens[index]
      if token.has(.modal), !token.has([.verb, .block]) { return false }
      if token.form == .indicator { return false }
      if index < being, token.has([.preposition, .objectPreposition]), !token.has(.block) {
        return false
      }
      if index > being, token.has([.verb, .pair]) { return false }
    }
    return true
  }

  /// Takes back the bare verbs of the sentence since the last semicolon.
  mutating func dropTold() {
    while let last = drafts.last, !context.isItem,
      last.modality.map({ isResolve($0) }) ?? true
    {
      drafts.removeLast()
    }
  }

  /// 坚决: it tells of deeds as well as it asks for them.
  private func isResolve(_ modal: Range<Int>) -> Bool {
    let first = text.span.triple(at: modal.lowerBound, end: modal.upperBound)
    return modal.count == 6 && first == 0xE59D9A  // 坚
  }

  /// Whether a clause begins with a year that is over: 2003年, not 到2025年.
  func beginsInPast(_ first: Int, _ high: Int) -> Bool {
    guard first + 1 < high, tokens[first].form == .number, tokens[first + 1].sign == HanSign.year
    else { return false }
    let year = tokens[first].thousandths / 1_000
    // 1994年7月13日国务院批准: a full date that opens the clause dates what was done.
    if first + 5 < high, tokens[first + 2].form == .number, tokens[first + 3].sign == HanSign.month,
      tokens[first + 4].form == .number, tokens[first + 5].sign == HanSign.day, year >= 1900
    {
      return true
    }
    return year >= 1900 && year < (context.year ?? 2200)
  }

  /// Whether a copula stands where it asserts nothing: behind 的 at the end of an object, in 达到.
  func isCopulaIdiom(_ index: Int, _ first: Int) -> Bool {
    let token = tokens[index]
    // 发展重在疏解: what stands before is the subject.
    if text.span.triple(at: token.end - 3, end: token.end) == HanSign.inside { return false }
    // 占, 达 and the like within an object are no predicate.
    if token.sign == HanSign.copula { return false }
    if index + 1 == tokens.count || tokens[index + 1].form == .clauseMark { return false }
    // 捐赠财产包括货币: what is donated; 建立包括货币在内的制度 asks.
    let opens = text.span.triple(at: token.start, end: token.end)
    if opens == 0xE58C85 || opens == 0xE58886 {  // 包, 分
      var later = index + 1
      while later < tokens.count, tokens[later].form != .clauseMark {
        if tokens[later].sign == HanSign.of { return true }
        later += 1
      }
      return false
    }
    // 推动增长、增加就业成为共识: a list of acts is the subject.
    if text.span.triple(at: token.start, end: token.end) == 0xE68890,  // 成
      tokens[first..<index].contains(where: { $0.form == .listMark }), tokens[first].has(.verb)
    {
      return false
    }
    for before in first..<index where tokens[before].has(.verb) { return true }
    return false
  }
}
