import GazetteDocument

extension ChineseReader {
  /// What a heading governs: its body where it is nothing but one, or its modal word where it announces a list.
  mutating func governing(in range: Range<Int>) -> HeadingForce {
    var force = HeadingForce()
    tokens.removeAll(keepingCapacity: true)
    tokenise(range)
    var high = tokens.count
    let hasColon = tokens.last?.form == .colon
    while high > 0, tokens[high - 1].form == .colon || tokens[high - 1].form == .clauseMark {
      high -= 1
    }
    let first = bodyStart()
    guard first < high else { return force }
    let announces = tokens[first..<high].contains { announcesList($0) } || hasColon
    if tokens[first].has(.modal), !tokens[first].has(.verb), announces {
      force.modal = SentenceContext.HeldModal(
        range: tokens[first].range, strength: Int(tokens[first].cue.strength),
        isNegative: tokens[first].cue.isNegative)
      return force
    }
    // 县水利局的职责: the body stands before.
    if high - first > 1, namesDuties(tokens[high - 1]) {
      high -= 1
      if high - first > 1, tokens[high - 1].sign == HanSign.of { high -= 1 }
    } else if !isOffice(tokens[high - 1]) {
      return force
    }
    guard isActor(first..<high),
      !tokens[first..<high].contains(where: { $0.has([.verb, .modal]) && !$0.has(.actor) })
    else { return force }
    force.actors = [
      DraftMeasure.Actor(
        range: tokens[first].start..<tokens[high - 1].end, role: .responsible, isInherited: true)
    ]
    return force
  }

  /// Whether some words hold the name of a body.
  mutating func namesBody(in range: Range<Int>) -> Bool {
    tokens.removeAll(keepingCapacity: true)
    tokenise(range)
    return tokens.contains { $0.has([.actor, .actorWhole]) }
  }

  /// 下列, 以下.
  private func announcesList(_ token: MeasureToken) -> Bool {
    let sign = text.span.triple(at: token.start, end: token.end)
    return sign == 0xE4B88B || sign == 0xE4BBA5 && token.end - token.start == 6
  }

  /// 职责, 责任, 任务.
  private func namesDuties(_ token: MeasureToken) -> Bool {
    guard token.end - token.start == 6 else { return false }
    switch text.span.triple(at: token.start, end: token.end) {
    case 0xE8818C, 0xE8B4A3, 0xE4BBBB: return true
    default: return false
    }
  }

  /// Whether a body ends like an office rather than like people: 局, 部, 委, 厅, 办, 政府, 部门, 单位, 公司.
  private func isOffice(_ token: MeasureToken) -> Bool {
    guard token.has(.actor) else { return false }
    switch text.span.triple(at: token.end - 3, end: token.end) {
    case 0xE5B180, 0xE983A8, 0xE5A794, 0xE58E85, 0xE58A9E, 0xE5BA9C, 0xE997A8, 0xE4BD8D, 0xE58FB8,
      0xE5AEA4, 0xE7BB84, 0xE5BF83:
      return true
    default: return false
    }
  }
}
