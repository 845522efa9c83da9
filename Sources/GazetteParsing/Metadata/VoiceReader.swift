internal import GazetteDocument

/// Tells who speaks, as far as it is plain: captions, source lines, numbered official papers, speeches.
struct VoiceReader: ~Escapable {
  private let text: Span<UInt8>

  @_lifetime(copy text)
  init(_ text: Span<UInt8>) {
    self.text = text
  }

  /// Sets the voice of every passage of a document.
  func read(into document: inout PolicyDocument) {
    let main = mainVoice(document)
    let heads = Lexicon.shared.voiceHeads
    var passages = document.passages.mutableSpan
    for index in passages.indices {
      let range = passages[index].span.bytes
      var kind = main
      if mayStandApart(range, heads) {
        kind = isCaption(range) ? .caption : isSourceLine(range) ? .sourceLine : main
      }
      passages[index].voice.kind = kind
    }
  }

  /// Whether a passage may be a caption or a source line, by its first character and its last byte; few are asked further.
  @inline(__always)
  private func mayStandApart(_ range: Range<Int>, _ heads: UInt64) -> Bool {
    guard range.count >= 3, range.count <= 400 else { return range.count <= 400 }
    var head = text.triple(at: range.lowerBound, end: range.upperBound)
    // Behind （ the next character tells.
    if head == 0xEFBC88 { head = text.triple(at: range.lowerBound + 3, end: range.upperBound) }
    if heads &>> Lexicon.voiceBit(of: head) & 1 == 1 { return true }
    // The last bytes of 摄 and ）, and a bracket.
    let last = text[range.upperBound - 1]
    return last == 0x84 || last == 0x89 || last == 0x5D
  }

  private func mainVoice(_ document: PolicyDocument) -> Voice.Kind {
    if isSpeech(document) { return .leaderSpeech }
    if document.metadata.number.value != nil { return .policy }
    // A text of articles is a law or a regulation whether or not its number came along.
    var articles = 0
    for index in document.sections.indices {
      guard let number = document.sections[index].number, number.utf8.last == 0xA1,
        number.hasSuffix("条")
      else { continue }
      articles += 1
      if articles == 3 { return .policy }
    }
    return .unknown
  }

  /// Whether the head shows a speech: its title says so, or it greets its hearers.
  private func isSpeech(_ document: PolicyDocument) -> Bool {
    if let title = document.metadata.title.value {
      for word in ["讲话", "演讲", "致辞"] where title.utf8.suffix(6).elementsEqual(word.utf8) {
        return true
      }
    }
    for index in document.passages.indices.prefix(10) {
      let range = document.passages[index].span.bytes
      for word in ["同志们", "各位代表", "女士们", "同胞们", "朋友们", "Comrades"] as [StaticString] {
        let end = min(range.upperBound, range.lowerBound + 60)
        guard text.starts(with: word, at: range.lowerBound, end: end) else { continue }
        // 同志们： greets; 同志们的… does not.
        let place = text.firstPlace(of: "：", in: range.lowerBound..<end)
        if place != nil || text.firstPlace(of: ":", in: range.lowerBound..<end) != nil {
          return true
        }
      }
    }
    return false
  }

  private func isCaption(_ range: Range<Int>) -> Bool {
    guard range.count <= 400 else { return false }
    // 图 资 （, and the first three letters of the others.
    switch text.triple(at: range.lowerBound, end: range.upperBound) {
    case 0xE59BBE, 0xE8B584, 0xEFBC88, 0x5B5068, 0x285068, 0x50686F:
      for word in ["图为", "资料图", "[Photo", "(Photo", "Photo by", "（图片"] as [StaticString]
      where text.starts(with: word, at: range.lowerBound, end: range.upperBound) {
        return true
      }
    default: break
    }
    // A line of credits ends with 摄, in brackets or not.
    let end = range.upperBound
    switch text[end - 1] {
    case 0x84: return text.triple(at: end - 3, end: end) == 0xE69184
    case 0x89:
      return text.triple(at: end - 3, end: end) == 0xEFBC89
        && text.triple(at: end - 6, end: end) == 0xE69184
    case UInt8(ascii: "]"): return text.starts(with: "/Xinhua]", at: end - 8, end: end)
    default: return false
    }
  }

  private func isSourceLine(_ range: Range<Int>) -> Bool {
    guard range.count <= 200 else { return false }
    // 来 稿 （, and the first three letters of the others.
    switch text.triple(at: range.lowerBound, end: range.upperBound) {
    case 0xE69DA5, 0xE7A8BF, 0xEFBC88, 0x536F75, 0x28536F:
      for word in ["来源：", "来源:", "稿源：", "Source:", "（来源", "(Source"] as [StaticString]
      where text.starts(with: word, at: range.lowerBound, end: range.upperBound) {
        return true
      }
    default: break
    }
    return text.sourceName(in: range) != nil
  }
}
