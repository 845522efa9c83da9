import GazetteDocument

extension ChineseReader {
  /// Puts the verb, the object and what stands in it into a draft.
  func fill(
    _ draft: inout DraftMeasure, action: Range<Int>, verb: Int, objectTo high: Int
  ) {
    draft.action = tokens[action.lowerBound].start..<tokens[action.upperBound - 1].end
    draft.group = tokens[verb].cue.group
    if draft.cues.isEmpty { draft.cues.append((.bareVerb, draft.action)) }
    if tokens[verb].has(.modal), draft.modality == nil, tokens[verb].cue.strength > 0,
      tokens[verb].cue.strength < 3
    {
      draft.strength = Int(tokens[verb].cue.strength)
    }
    let forbidding = Int(tokens[verb].cue.forbidding)
    if tokens[verb].has(.forbidVerb), !draft.isNegative {
      draft.isNegative = true
      draft.strength = draft.strength > 3 ? draft.strength : forbidding
      draft.cues.append((.forbiddingVerb, draft.action))
    }
    var end = high
    while end > action.upperBound {
      let token = tokens[end - 1]
      if token.form == .indicator {
        draft.indicators.insert(token.range, at: draft.indicators.isEmpty ? 0 : 0)
        end -= 1
      } else if token.form == .deadline {
        draft.deadline = draft.deadline ?? token.range
        end -= 1
      } else if token.form == .bracket || token.form == .sign || token.form == .listMark
        || token.has(.comparatorBefore) && end < high && tokens[end].form == .indicator
      {
        end -= 1
      } else {
        break
      }
    }
    for token in tokens[action.upperBound..<end] {
      if token.form == .deadline, draft.deadline == nil { draft.deadline = token.range }
    }
    var low = action.upperBound
    while low < end, tokens[low].form == .deadline || tokens[low].form == .listMark { low += 1 }
    // An indicator within the object counts where nothing governs it with 的.
    for index in low..<max(low, end) where tokens[index].form == .indicator {
      if index + 1 < tokens.count, tokens[index + 1].sign != HanSign.of, draft.indicators.isEmpty {
        draft.indicators.append(tokens[index].range)
      }
    }
    if low + 1 < end, asksLeave(tokens[verb]), tokens[end - 1].has(.verb), isActor(low..<end - 1) {
      // 报本级人民政府批准: to whom, then what for.
      draft.complement = tokens[end - 1].range
      end -= 1
    }
    if low < end {
      let rest = tokens[low].start..<tokens[end - 1].end
      let isPlacing =
        draft.takesObject || isPlacing(tokens[verb]) || isTarget(tokens[low])
      if isPlacing, !draft.objects.isEmpty || pendingObject != nil || isTarget(tokens[low]) {
        draft.complement = rest
      } else {
        draft.objects.append(rest)
      }
    }
    if let object = pendingObject,
      draft.objects.isEmpty
        || text.span.triple(at: object.lowerBound, end: object.upperBound) == HanSign.opposite
        || object.lowerBound >= 3
          && text.span.triple(at: object.lowerBound - 3, end: object.upperBound)
            == HanSign.opposite,
      !draft.objects.contains(object)
    {
      draft.objects.insert(object, at: 0)
    }
  }

  /// 报, 报请, 报经, 提请: they take a body and what it is to do.
  func asksLeave(_ token: MeasureToken) -> Bool {
    switch text.span.triple(at: token.start, end: token.end) {
    case 0xE68AA5: return token.end - token.start <= 6  // 报
    case 0xE68F90:  // 提
      return token.end - token.start == 6
        && text.span.triple(at: token.start + 3, end: token.end) == 0xE8AFB7  // 请
    default: return false
    }
  }

  /// 到 behind a verb: where to, not what, as in 落实到村.
  func isTarget(_ token: MeasureToken) -> Bool { token.sign == HanSign.to }

  /// 作为, 纳入, 列入 and the like: what stands behind them is what becomes of the object.
  func isPlacing(_ token: MeasureToken) -> Bool {
    token.has(.pivot) && token.cue.group == .organise
  }

  /// Tells measures from principles and from what a measure brings about.
  mutating func finish(_ draft: inout DraftMeasure, _ clause: ChineseClause) {
    pendingObject = nil
    guard let verb = clause.verb else { return }
    let token = tokens[verb]
    if token.has(.principle) && !token.has(.forbidVerb) {
      draft.kind = .principle
      draft.isOptional = true
      draft.cues.append((.principle, token.range))
      return
    }
    let isQuantified = !draft.indicators.isEmpty
    if token.has(.result), clause.modal == nil, !drafts.isEmpty, clause.subject == nil,
      clause.objects.isEmpty
    {
      draft.kind = isQuantified ? .target : .result
      draft.isOptional = !isQuantified
      draft.cues.append((.result, token.range))
    } else if isQuantified, token.cue.group == .carryThrough || token.has(.comparatorBefore) {
      draft.kind = .target
    }
  }

  /// Reads a clause without a verb as a target where it has a number to be reached.
  mutating func readTarget(_ clause: ChineseClause) {
    if attaches(clause) { return }
    guard !clause.indicators.isEmpty, clause.subject != nil || clause.modal != nil,
      !isDone, !context.isReview, context.voice != .narration || isReported,
      clause.modal != nil || !drafts.isEmpty || modal != nil || listsTargets
    else { return }
    var draft = opening(clause)
    draft.kind = .target
    draft.cues.append((.target, clause.indicators.first))
    pendingObject = nil
    drafts.append(draft)
  }
}
