import GazetteDocument

/// Reads the measures of an English sentence: tokens, heads (modal words and imperatives), and what each asks.
struct EnglishReader {
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
  var pendingDeadline: Range<Int>?
  /// The last verb that was read, as a token, and the subject that was last named.
  var lastVerb = 0
  var lastSubject: Range<Int>?
  /// The modal word that the sentence breaks off behind, without a colon.
  var openModal: SentenceContext.HeldModal?

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
    drafts.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
    modal = context.modal
    actors = context.actors.map {
      DraftMeasure.Actor(range: $0.range, role: $0.role, isInherited: true)
    }
    isReported = context.isReported
    speaker = nil
    pendingDeadline = nil
    lastVerb = 0
    lastSubject = nil
    tokenise(range)
    markNumbers()
    let first = bodyStart()
    guard first < tokens.count, !isStatement(from: first) else { return drafts }
    var low = first
    for index in first...tokens.count {
      let isEnd = index == tokens.count
      let isMark =
        !isEnd && (tokens[index].form == .colon || tokens[index].sign == 0x3B)
        && tokens[index].form != .word
      guard isEnd || isMark else { continue }
      if low < index, !defines(low, index) { readSegment(low, index, isFirst: low == first) }
      low = index + 1
    }
    attachBracket(from: first)
    keepOpenModal(from: first)
    return drafts
  }

  /// Keeps modal word and body of a sentence that breaks off behind them: `Departments should`, with items below.
  private mutating func keepOpenModal(from first: Int) {
    openModal = nil
    guard drafts.isEmpty, let last = tokens.indices.last, last > first, tokens[last].has(.modal),
      !tokens[last].has([.softVerb, .month]), tokens[first..<last].allSatisfy({ $0.form == .word })
    else { return }
    openModal = held(last)
    if names(first..<last) {
      actors = [
        DraftMeasure.Actor(range: tokens[first].start..<tokens[last - 1].end, role: .responsible)
      ]
    }
  }

  /// The first token behind the sentence's own mark: `1.`, `(a)`, `Article 4`, a bullet.
  func bodyStart() -> Int {
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      let next = index + 1 < tokens.count ? tokens[index + 1] : nil
      if token.form == .sign || token.form == .clauseMark || token.form == .colon {
        index += 1
      } else if token.form == .bracket, token.end - token.start <= 8 {
        index += 1
      } else if token.form == .number, index == 0,
        next?.form == .sign || next?.form == .bracket || next?.form == .clauseMark
          || next.map({ text[$0.start].isUppercase }) ?? false
      {
        index += 1
      } else if token.form == .word, token.end - token.start == 1, next?.form == .sign {
        index += 2
      } else {
        break
      }
    }
    return index
  }

  /// Whether the sentence defines, says when it takes effect, or quotes somebody of no office.
  private func isStatement(from first: Int) -> Bool {
    var isQuoted = false
    for token in tokens[first...] {
      if token.has(.expert) { isQuoted = true }
      if isQuoted, token.has(.statement) { return true }
    }
    if tokens[tokens.count - 1].sign == 0x3F { return true }
    if tokens[first].has(.nounHead) { return true }
    if isWord(first, "please") { return true }
    if isWord(first, "be"), isWord(first + 1, "it") { return true }
    return isQuoted && tokens[first].has(.expert)
  }

  /// Whether `means` is a noun: `the means`.
  private func isNoun(_ token: MeasureToken, _ low: Int) -> Bool {
    guard token.end - token.start == 5,
      let index = tokens.firstIndex(where: { $0.start == token.start }),
      index > low
    else { return false }
    return tokens[index - 1].has(.determiner)
  }

  /// `This means that X must`: a consequence is told, no word explained.
  private func saysThat(_ token: MeasureToken) -> Bool {
    guard let index = tokens.firstIndex(where: { $0.start == token.start }) else { return false }
    return isWord(index, "means") && isWord(index + 1, "that")
  }

  /// Whether what stands between semicolons or colons says what a word means or where a rule applies.
  private func defines(_ low: Int, _ high: Int) -> Bool {
    var modals = 0
    for token in tokens[low..<high] {
      if token.has(.definition), !isNoun(token, low), !saysThat(token) { return modals == 0 }
      if token.has(.modal), !token.has([.softVerb, .month, .intensifier]) { modals += 1 }
    }
    return false
  }
}
