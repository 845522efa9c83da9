import GazetteDocument

/// Reads the measures of a Chinese sentence: tokens, clauses, and what each clause asks.
struct ChineseReader {
  let text: [UInt8]
  let words: MeasureLexicon.Words
  var context: SentenceContext
  var tokens: [MeasureToken] = []
  var drafts: [DraftMeasure] = []

  /// The modal word that holds on, and the bodies that act, until others come.
  var modal: SentenceContext.HeldModal?
  var actors: [DraftMeasure.Actor] = []
  var isReported = false
  var speaker: Range<Int>?
  /// Whether the clause before told of something done, so that bare verbs behind it do too.
  var isDone = false
  /// Words that stand before a clause and belong to it.
  var pendingDeadline: Range<Int>?
  var pendingObject: Range<Int>?
  /// Whether the clause before named a body with its part and nothing else.
  var hasAnnounced = false
  /// The body of a condition or topic that stood before.
  var pendingActor: DraftMeasure.Actor?
  /// Whether the modal word that holds on stands in a clause without a verb, so that the next verb is its own.
  var isPendingModal = false
  /// Whether the clauses behind 目标是： name targets.
  var listsTargets = false

  init(text: [UInt8], words: MeasureLexicon.Words, context: SentenceContext) {
    self.text = text
    self.words = words
    self.context = context
  }

  /// The measures of a sentence, in the order of the text.
  ///
  /// - Parameter range: The sentence; it must begin and end between characters.
  /// - Returns: What was read; empty for a sentence that asks nothing.
  mutating func measures(in range: Range<Int>) -> [DraftMeasure] {
    start()
    modal = context.modal
    actors = context.actors.map {
      DraftMeasure.Actor(range: $0.range, role: $0.role, isInherited: true)
    }
    isReported = context.isReported
    tokens.removeAll(keepingCapacity: true)
    tokenise(range)
    markNumbers()
    let first = bodyStart()
    guard first < tokens.count, !isStatement(from: first) else { return drafts }
    if context.listsNouns, !tokens.contains(where: { isPlainModal($0) && !$0.has(.block) }) {
      return drafts
    }
    var clause = first
    var index = first
    while index <= tokens.count {
      if index == tokens.count || tokens[index].form == .clauseMark || tokens[index].form == .colon
      {
        if clause < index { readClause(clause, index) }
        if index < tokens.count, tokens[index].form == .colon { noteTargets(clause, index) }
        if index < tokens.count, tokens[index].sign == HanSign.semicolon { endChain() }
        clause = index + 1
      }
      index += 1
    }
    attachBracket(from: first)
    return drafts
  }

  private mutating func start() {
    drafts.removeAll(keepingCapacity: true)
    speaker = nil
    isDone = false
    pendingDeadline = nil
    pendingObject = nil
    pendingActor = nil
    isPendingModal = false
    hasAnnounced = false
    listsTargets = false
  }

  /// Notes that 目标是： stands before the clauses that follow.
  private mutating func noteTargets(_ low: Int, _ colon: Int) {
    guard colon > low else { return }
    for index in low..<colon
    where text.span.triple(at: tokens[index].start, end: tokens[index].end) == 0xE79BAE  // 目
      && tokens[index].end - tokens[index].start == 6
    {
      listsTargets = true
      isDone = false
    }
  }

  /// What a semicolon ends: words that were waiting, and the report of something done.
  private mutating func endChain() {
    isDone = false
    pendingDeadline = nil
    pendingObject = nil
    pendingActor = nil
  }

  /// The first token behind the sentence's own mark: 一、, （二）, 1., 第三条, 一是.
  func bodyStart() -> Int {
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      let next = index + 1 < tokens.count ? tokens[index + 1] : nil
      if token.form == .sign || token.form == .listMark || token.form == .clauseMark
        || token.form == .colon
      {
        index += 1
      } else if token.form == .number, let next,
        next.form == .listMark || (next.form == .sign && next.sign != HanSign.percent)
      {
        index += 2
      } else if token.form == .bracket, token.end - token.start <= 15 {
        index += 1
      } else if token.sign == HanSign.ordinal, let number = next, number.form == .number,
        index + 2 < tokens.count, tokens[index + 2].end - tokens[index + 2].start == 3,
        HanSign.isDivision(tokens[index + 2].sign)
      {
        index += 3
      } else if token.form == .number, let next, next.sign == HanSign.copula, index == 0 {
        index += 2
      } else {
        break
      }
    }
    return index
  }

  /// Whether the whole sentence defines, says when it takes effect, is a form of words, or quotes somebody of no office.
  private func isStatement(from first: Int) -> Bool {
    for index in first..<tokens.count {
      let token = tokens[index]
      if token.has([.definition, .effect, .formal]) { return true }
      if token.has(.expert), !isReported, index < first + 12 {
        // 有专家认为, 教授对记者表示.
        for later in tokens[index...] where later.has([.statement, .demand]) { return true }
        if token.has(.statement) { return true }
      }
    }
    return tokens.last?.sign == HanSign.question
  }
}

extension ChineseReader {
  /// Whether the sentence names a time that is over, so that the sentences behind it tell of it too.
  var tellsOfPast: Bool { tokens.contains { $0.has(.pastYear) } }
}
