internal import GazetteDocument

/// Tells whose words a document is made of where no sentence says anything else.
struct MainVoice: ~Escapable {
  private let text: Span<UInt8>
  private let lexicon = VoiceLexicon.shared

  @_lifetime(copy text)
  init(_ text: Span<UInt8>) { self.text = text }

  /// Whether a document is a law, a regulation or a paper with a number: it quotes nobody at length.
  func isEnacted(_ document: PolicyDocument) -> Bool {
    if document.metadata.number.value != nil { return true }
    // What is kept in a vocabulary for legislation is legislation.
    if document.format == .xml { return true }
    // A text of articles is a law or a regulation whether or not its number came along.
    var articles = 0
    for index in document.sections.indices {
      guard let number = document.sections[index].number, number.utf8.last == 0xA1,
        number.hasSuffix("条")
      else { continue }
      articles += 1
      if articles == 3 { return true }
    }
    return false
  }

  /// The main voice of what is neither enacted nor a speech.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - attributions: What its sentences say that people say.
  ///   - hasCaptions: Whether words under pictures were found.
  /// - Returns: The kind; `unknown` when nothing tells.
  func kind(
    of document: PolicyDocument, _ attributions: [Int: Attribution], hasCaptions: Bool
  ) -> Voice.Kind {
    let title = document.metadata.title.value.map { Array($0.utf8) } ?? []
    if lexicon.narrationTitles.first(title.span, in: 0..<title.count) != nil { return .narration }
    if hasDateline(document) || asksQuestions(document) || isLetter(document) {
      return .narration
    }
    let isQuoted = attributions.values.contains { $0.speaker.kind == .expert }
    if let kind = document.metadata.kind.value?.lowercased(), kind != "report" || !isQuoted {
      return .policy
    }
    if isQuoted || hasCaptions { return .narration }
    if directs(document) || isTitled(document) { return .policy }
    let named = attributions.values.count { $0.speaker.form == .named && $0.speaker.kind != nil }
    if named > 0 || isEssay(document) { return .narration }
    if document.metadata.issuer.value != nil { return .policy }
    return requiresLittle(document) ? .narration : .unknown
  }

  /// Whether a text that nobody issued tells rather than requires: few of its sentences say what is to be done.
  private func requiresLittle(_ document: PolicyDocument) -> Bool {
    let sentences = document.sentences.prefix(60)
    guard sentences.count > 2 else { return false }
    return sentences.count { isNormative($0.span.bytes) } * 3 < sentences.count
  }

  /// Whether a report comments on what leaders said, so that what it requires besides is the policy it explains.
  func explainsPolicy(_ document: PolicyDocument, _ attributions: [Int: Attribution]) -> Bool {
    !hasDateline(document)
      && attributions.values.contains {
        $0.speaker.form == .named && $0.speaker.kind == .leaderSpeech
      }
  }

  /// Whether one of the first passages greets customers or readers.
  private func isLetter(_ document: PolicyDocument) -> Bool {
    document.passages.prefix(4).contains { passage in
      let range = passage.span.bytes
      return lexicon.letterGreetings.match(text, at: range.lowerBound, end: range.upperBound) != nil
    }
  }

  /// Whether several headings are questions.
  private func asksQuestions(_ document: PolicyDocument) -> Bool {
    var questions = 0
    for section in document.sections
    where section.heading.hasSuffix("?") || section.heading.hasSuffix("？") {
      questions += 1
    }
    return questions > 1
  }

  /// Whether numbered headings say what is to be done: `1. Strengthen …`, 一、加强….
  private func directs(_ document: PolicyDocument) -> Bool {
    var numbered = 0
    var directives = 0
    for section in document.sections where section.number != nil && section.depth <= 2 {
      let heading = Array(section.heading.utf8)
      numbered += 1
      if lexicon.directives.match(heading.span, at: 0, end: heading.count) != nil {
        directives += 1
      }
    }
    return numbered >= 3 && directives * 2 >= numbered
  }

  /// Whether the title names a kind of paper somewhere: `Implementing Opinions of …`, `Governance Code on …`.
  private func isTitled(_ document: PolicyDocument) -> Bool {
    guard let title = document.metadata.title.value else { return false }
    let utf8 = Array(title.utf8)
    return TitlePattern.namesKind(utf8.span, 0..<utf8.count, within: .max)
  }

  /// Whether headings without numbers part a text that no body issued: an article.
  private func isEssay(_ document: PolicyDocument) -> Bool {
    var heads = 0
    for section in document.sections where section.number == nil && section.headingSpan != nil {
      heads += 1
    }
    return document.metadata.issuer.value == nil && document.format != .html && heads > 1
      && document.sentences.count >= 8
  }

  /// Whether one of the first passages begins as a report of an agency does.
  private func hasDateline(_ document: PolicyDocument) -> Bool {
    for passage in document.passages.prefix(5) {
      let range = passage.span.bytes
      let head = range.lowerBound..<min(range.upperBound, range.lowerBound + 150)
      if isChineseDateline(head) { return true }
      // BEIJING, March 6 (Xinhua) --
      guard text[head.lowerBound].isUppercase, head.count > 12,
        text[head.lowerBound + 1].isUppercase,
        let dash = text.firstPlace(of: ") --", in: head) ?? text.firstPlace(of: ") —", in: head)
          ?? text.firstPlace(of: ") –", in: head) ?? text.firstPlace(of: ") - ", in: head)
      else { continue }
      if text.firstPlace(of: "(", in: head.lowerBound..<dash) != nil { return true }
    }
    return false
  }

  /// 新华社北京3月6日电, 本报讯, 人民网北京3月6日电（记者…）.
  private func isChineseDateline(_ head: Range<Int>) -> Bool {
    let end = min(head.upperBound, head.lowerBound + 120)
    for word in ["本报讯", "本报记者", "（记者", "本刊记者"] as [StaticString]
    where text.starts(with: word, at: head.lowerBound, end: end) {
      return true
    }
    guard
      let day = text.firstPlace(of: "日电", in: head.lowerBound..<end)
        ?? text.firstPlace(of: "日讯", in: head.lowerBound..<end)
    else { return false }
    return day - head.lowerBound < 75 && text.firstPlace(of: "月", in: head.lowerBound..<day) != nil
  }

  /// Whether a sentence says what is to be done: `we should …`, `it is necessary to …`, 必须…, 要….
  func isNormative(_ sentence: Range<Int>) -> Bool {
    for word in [
      " should ", " must ", " shall ", "t is necessary to ", "必须", "应当", "不得", "要把", "要坚持", "要加强",
    ] as [StaticString] where text.firstPlace(of: word, in: sentence) != nil {
      return true
    }
    return text.triple(at: sentence.lowerBound, end: sentence.upperBound) == 0xE8A681  // 要
  }
}
