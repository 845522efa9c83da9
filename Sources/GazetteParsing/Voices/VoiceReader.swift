internal import GazetteDocument

/// Tells who speaks in every sentence, as far as it is plain: policy, speeches and words reported of them, experts, the reporter's
/// own words, captions, source lines.
///
/// A passage has the voice of most of its words, and a sentence one of its own where it differs. Where nothing tells, the
/// document's main voice stands: who spoke is to be right rather than complete.
struct VoiceReader: ~Escapable {
  private let text: Span<UInt8>
  private let map: TextMap

  @_lifetime(copy text)
  init(_ text: Span<UInt8>, map: TextMap) {
    self.text = text
    self.map = map
  }

  /// Sets the voice of every passage and sentence of a document.
  func read(into document: inout PolicyDocument) {
    let hasCaptions = markApart(&document)
    let head = SpeechHead(text, map: map)
    let main = MainVoice(text)
    let isEnacted = main.isEnacted(document)
    if isEnacted ? head.isTitledSpeech(document) : head.isSpeech(document) {
      setMain(head.voice(of: document), &document)
      attribute(&document, attributions(document, isSpeech: true), runsOn: .sentence)
      return
    }
    if isEnacted {
      setMain(Voice(kind: .policy), &document)
      return
    }
    let attributions = attributions(document, isSpeech: false)
    let kind = main.kind(of: document, attributions, hasCaptions: hasCaptions)
    setMain(Voice(kind: kind), &document)
    let explains = main.explainsPolicy(document, attributions)
    attribute(
      &document, attributions,
      runsOn: kind != .narration ? .sentence : explains ? .commentary : .report)
  }

  /// Marks captions and source lines by the voices of their passages; true when a picture has words.
  private func markApart(_ document: inout PolicyDocument) -> Bool {
    let heads = Lexicon.shared.voiceHeads
    let pattern = CaptionPattern(text)
    var hasCaptions = false
    let sentences = document.sentences
    let title = Array((document.metadata.title.value ?? "").utf8)
    let tail = document.passages.count - 3
    var passages = document.passages.mutableSpan
    for index in passages.indices {
      let range = passages[index].span.bytes
      if index < 6, pattern.isPublicationLine(range) {
        passages[index].voice.kind = .sourceLine
        continue
      }
      if index >= max(1, tail), pattern.namesTitle(range, title) {
        passages[index].voice.kind = .sourceLine
        continue
      }
      guard
        pattern.mayStandApart(range, heads) || endsWithCredit(passages[index], sentences, pattern)
      else { continue }
      if pattern.isCaption(range) || endsWithCredit(passages[index], sentences, pattern) {
        passages[index].voice.kind = .caption
        hasCaptions = true
      } else if pattern.isSourceLine(range) {
        passages[index].voice.kind = .sourceLine
      }
    }
    return hasCaptions
  }

  /// Whether the last of a passage's few sentences is a line of credits.
  private func endsWithCredit(
    _ passage: Passage, _ sentences: [Sentence], _ pattern: borrowing CaptionPattern
  ) -> Bool {
    let count = passage.sentences.count
    guard count > 1, count < 5, passage.span.bytes.count <= 600 else { return false }
    return pattern.isCredit(sentences[passage.sentences.upperBound - 1].span.bytes)
  }

  private func setMain(_ voice: Voice, _ document: inout PolicyDocument) {
    guard voice.kind != .unknown else { return }
    var passages = document.passages.mutableSpan
    for index in passages.indices where passages[index].voice.kind == .unknown {
      passages[index].voice = voice
    }
  }

  private func attributions(_ document: PolicyDocument, isSpeech: Bool) -> [Int: Attribution] {
    let verbs = SayingScan(text).verbs(inChinese: document.language.isChinese, isSpeech: isSpeech)
    guard !verbs.isEmpty else { return [:] }
    return AttributionReader(text).attributions(of: document.sentences, verbs)
  }

  private func attribute(
    _ document: inout PolicyDocument, _ attributions: [Int: Attribution], runsOn: VoiceRun.Extent
  ) {
    var run = VoiceRun(text, map: map, document, attributions, runsOn: runsOn)
    run.read()
    let voices = run.voices
    guard !voices.isEmpty else { return }
    for index in document.passages.indices {
      settle(&document, passage: index, voices)
    }
  }

  /// Gives a passage the voice of most of its bytes, and the others to their sentences.
  private func settle(_ document: inout PolicyDocument, passage index: Int, _ voices: [Int: Voice])
  {
    let passage = document.passages[index]
    guard passage.sentences.contains(where: { voices[$0] != nil }) else { return }
    var weights: [(voice: Voice, bytes: Int)] = []
    for sentence in passage.sentences {
      let voice = voices[sentence] ?? passage.voice
      let bytes = document.sentences[sentence].span.bytes.count
      if let place = weights.firstIndex(where: { $0.voice == voice }) {
        weights[place].bytes += bytes
      } else {
        weights.append((voice, bytes))
      }
    }
    let most = weights.max { $0.bytes < $1.bytes }?.voice ?? passage.voice
    for sentence in passage.sentences {
      let voice = voices[sentence] ?? passage.voice
      document.sentences[sentence].voice = voice == most ? nil : voice
    }
    document.passages[index].voice = most
  }
}
