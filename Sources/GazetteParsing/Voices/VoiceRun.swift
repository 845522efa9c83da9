internal import GazetteDocument

/// Walks the sentences of a document and keeps who speaks, until somebody else does.
struct VoiceRun: ~Escapable {
  /// How far what somebody said runs on, and what the other sentences are.
  enum Extent {
    /// A sentence at a time, but for quotations.
    case sentence
    /// To the end of the paragraph, as in reports.
    case report
    /// The same; and a sentence that says what is to be done states the policy that is commented on.
    case commentary
  }

  private let text: Span<UInt8>
  private let map: TextMap
  private let sentences: [Sentence]
  private let passages: [Passage]
  private let attributions: [Int: Attribution]
  private let extent: Extent
  private var continues: Bool { extent != .sentence }
  private let lexicon = VoiceLexicon.shared

  /// The voices of the sentences that do not speak with their passage's.
  private(set) var voices: [Int: Voice] = [:]
  private var memory = SpeakerMemory()
  /// Who speaks on in the paragraph.
  private var active: Voice?
  /// Who spoke last in the paragraph: a quotation behind is theirs.
  private var last: Voice?
  /// Whether a quotation is open.
  private var isQuoting = false

  @_lifetime(copy text)
  init(
    _ text: Span<UInt8>, map: TextMap, _ document: borrowing PolicyDocument,
    _ attributions: [Int: Attribution], runsOn extent: Extent
  ) {
    self.text = text
    self.map = map
    sentences = document.sentences
    passages = document.passages
    self.attributions = attributions
    self.extent = extent
  }

  /// Walks all sentences.
  mutating func read() {
    markCredits()
    guard !attributions.isEmpty || continues else { return }
    var paragraph = 0
    var end = 0
    for place in passages.indices {
      let span = passages[place].span
      let own = passages[place].sentences
      // What was cut out of one paragraph stands on one line.
      if !isSameLine(end, span.start.byte) {
        leaveParagraph()
        paragraph = own.lowerBound
      }
      end = span.end.byte
      let kind = passages[place].voice.kind
      guard kind != .caption, kind != .sourceLine else { continue }
      for index in own where voices[index] == nil {
        take(index, paragraph: paragraph)
      }
    }
  }

  private mutating func leaveParagraph() {
    active = nil
    last = nil
    isQuoting = false
    memory.leaveParagraph()
  }

  private func isSameLine(_ start: Int, _ end: Int) -> Bool {
    guard start > 0 else { return false }
    for index in start..<max(start, end) where text[index] == 0x0A || text[index] == 0x0D {
      return false
    }
    return true
  }

  /// Captions that stand in the middle of a text: the line of credits, the sentence before it, and one more where that says
  /// 这是….
  private mutating func markCredits() {
    let pattern = CaptionPattern(text)
    for place in passages.indices where passages[place].voice.kind != .caption {
      let own = passages[place].sentences
      for index in own where pattern.isCredit(sentences[index].span.bytes) {
        voices[index] = Voice(kind: .caption)
        guard index > 0,
          isSameLine(sentences[index - 1].span.end.byte, sentences[index].span.start.byte)
        else { continue }
        voices[index - 1] = Voice(kind: .caption)
        if index > 1, pattern.showsPicture(sentences[index - 1].span.bytes) {
          voices[index - 2] = Voice(kind: .caption)
        }
      }
      if own.count > 1 {
        let index = own.upperBound - 1
        let range = sentences[index].span.bytes
        if pattern.isSourceLine(range) { voices[index] = Voice(kind: .sourceLine) }
      }
    }
  }

  private mutating func take(_ index: Int, paragraph: Int) {
    let range = sentences[index].span.bytes
    if let found = attributions[index], attribute(found, index, range, paragraph: paragraph) {
      return
    }
    if isQuoting, let active {
      voices[index] = active
      if closesQuote(range) {
        isQuoting = false
        self.active = nil
      }
    } else if let last, opensWithQuote(range) {
      voices[index] = last
      isQuoting = !closesQuote(range)
      active = isQuoting || continues && active != nil ? last : nil
    } else if continues, let active,
      lexicon.breaks.match(text, at: range.lowerBound, end: range.upperBound) == nil
    {
      voices[index] = active
    } else {
      active = nil
      if extent == .commentary, MainVoice(text).isNormative(range), !hasQuestion(range) {
        voices[index] = Voice(kind: .policy)
      }
    }
  }

  /// Gives a sentence to the one whom it names; false when nobody is named who counts.
  private mutating func attribute(
    _ found: Attribution, _ index: Int, _ range: Range<Int>, paragraph: Int
  ) -> Bool {
    let reader = AttributionReader(text)
    if found.speaker.form == .pronoun, memory.last == nil {
      for place in (paragraph..<index).reversed() {
        if let speaker = reader.mention(in: sentences[place].span.bytes),
          let known = memory.resolve(speaker)
        {
          memory.remember(known)
          break
        }
      }
    }
    guard let speaker = memory.resolve(found.speaker) ?? introduced(found.speaker, before: index)
    else { return false }
    if speaker.form == .body {
      // What the meeting requires of which a leader's words were told are the leader's.
      if extent == .report, let last, last.kind == .leaderSpeech, last.occasion != nil,
        isMeeting(found)
      {
        voices[index] = last
        active = last
        return true
      }
      guard continues, MainVoice(text).isNormative(range) || namesPaper(found) else {
        return false
      }
      active = nil
      voices[index] = Voice(kind: .policy)
      return true
    }
    guard let kind = speaker.kind else { return false }
    var voice = Voice(kind: kind)
    voice.speaker = speaker.name
    voice.post = speaker.post
    voice.evidence = map.span(of: text.trimmed(found.evidence))
    addContext(found, &voice, index, range, paragraph: paragraph)
    voices[index] = voice
    last = voice
    let isBehind = found.isBehind || followsQuote(found, index, range, paragraph: paragraph)
    if isBehind { fillBack(voice, index, paragraph: paragraph) }
    let isDirect = isBehind || quotes(from: found.contentStart, range)
    isQuoting = isDirect && !closesQuote(found.contentStart..<range.upperBound)
    // What nobody in particular says runs no further than its sentence.
    active = isQuoting || continues && !isDirect && voice.speaker != nil ? voice : nil
    return true
  }

  /// The one whom an earlier sentence names with a post, and this one without.
  private mutating func introduced(_ speaker: Speaker, before index: Int) -> Speaker? {
    guard speaker.form == .named, speaker.kind == nil, let name = speaker.name else { return nil }
    let introduction = SpeakerIntroduction(text, of: Array(name.utf8))
    for place in (max(0, index - 40)..<index).reversed() {
      guard let known = introduction.read(sentences[place].span.bytes) else { continue }
      memory.remember(known)
      return memory.resolve(speaker)
    }
    return nil
  }

  /// Whether the subject is the meeting itself.
  private func isMeeting(_ found: Attribution) -> Bool {
    ["会议", "the meeting ", "The meeting "].contains { (word: StaticString) in
      text.starts(with: word, at: found.evidence.lowerBound, end: text.count)
    }
  }

  /// Whether the subject is a paper with a number: 示政办发〔2019〕33号文件要求.
  private func namesPaper(_ found: Attribution) -> Bool {
    text.firstPlace(of: "号文件", in: found.evidence) != nil
      || text.firstPlace(of: "No. ", in: found.evidence) != nil
  }

  private func addContext(
    _ found: Attribution, _ voice: inout Voice, _ index: Int, _ range: Range<Int>, paragraph: Int
  ) {
    let context = SpeechContext(text)
    // "pointed out at the conference that …"
    let behind = found.contentStart..<min(range.upperBound, found.contentStart + 240)
    voice.date = context.date(in: found.lead)
    voice.occasion = context.occasion(in: found.lead)
    if voice.occasion == nil,
      text.starts(with: " at ", at: behind.lowerBound, end: behind.upperBound)
    {
      voice.occasion = context.occasion(in: behind)
    }
    if let last, last.speaker == voice.speaker, voice.speaker != nil {
      voice.date = voice.date ?? last.date
      voice.occasion = voice.occasion ?? last.occasion
    }
    guard found.speaker.form == .pronoun, voice.date == nil, voice.occasion == nil,
      index > paragraph, last == nil
    else { return }
    let before = sentences[index - 1].span.bytes
    guard AttributionReader(text).mention(in: before) != nil else { return }
    voice.date = context.date(in: before)
    voice.occasion = context.occasion(in: before)
  }

  /// Gives the sentences of a quotation to the one who is named behind it.
  private mutating func fillBack(_ voice: Voice, _ index: Int, paragraph: Int) {
    var depth = 0
    for place in (paragraph...index).reversed() {
      let range = sentences[place].span.bytes
      depth += balance(range)
      if place < index {
        guard voices[place] == nil else { return }
        voices[place] = voice
      }
      // A quotation of its own sentence ends in front of the one who is named.
      if depth >= 0, place < index || balance(range) != 0 { return }
    }
  }

  /// Whether a sentence says no more than who spoke, behind a quotation that ended with the sentence before it.
  private func followsQuote(
    _ found: Attribution, _ index: Int, _ range: Range<Int>, paragraph: Int
  ) -> Bool {
    guard index > paragraph, range.upperBound - found.contentStart <= 4 else { return false }
    let before = sentences[index - 1].span.bytes
    return text[before.upperBound - 1] == 0x22
      || text.closesQuotation(at: before.upperBound - 3)
  }

  /// Opening less closing quotes of a range; straight ones count as pairs.
  private func balance(_ range: Range<Int>) -> Int {
    var depth = 0
    var position = range.lowerBound
    while position + 3 <= range.upperBound {
      // “ ” and 「 」『 』, told from the other signs of their first two bytes.
      if text[position] == 0xE2 || text[position] == 0xE3, text[position + 1] == 0x80 {
        switch (text[position], text[position + 2]) {
        case (0xE2, 0x9C), (0xE3, 0x8C), (0xE3, 0x8E): depth += 1
        case (0xE2, 0x9D), (0xE3, 0x8D), (0xE3, 0x8F): depth -= 1
        default: break
        }
      }
      position += 1
    }
    return depth
  }

  private func opensWithQuote(_ range: Range<Int>) -> Bool {
    text[range.lowerBound] == 0x22 || text.opensQuotation(at: range.lowerBound)
  }

  /// Whether a quotation begins behind a verb.
  private func quotes(from start: Int, _ range: Range<Int>) -> Bool {
    // "said at a meeting: “…”"
    let content = start..<max(start, min(range.upperBound, start + 120))
    if text.firstPlace(of: ": “", in: content) != nil { return true }
    if text.firstPlace(of: ": \"", in: content) != nil { return true }
    var position = start
    while position < range.upperBound, position < start + 8 {
      let sign = text.triple(at: position, end: range.upperBound)
      if text[position] == 0x22 || text.opensQuotation(at: position) { return true }
      if text[position] == 0x2C || text[position] == 0x3A || text[position] == 0x20 {
        position += 1
      } else if sign == 0xEFBC8C || sign == 0xEFBC9A {
        position += 3
      } else {
        return false
      }
    }
    return false
  }

  /// Whether a quotation that is open, or opens in a range, ends with it.
  private func closesQuote(_ range: Range<Int>) -> Bool {
    var straight = 0
    var position = range.lowerBound
    while position < range.upperBound {
      if text[position] == 0x22 { straight += 1 }
      position += 1
    }
    if straight > 0 { return straight % 2 == (isQuoting ? 1 : 0) }
    let depth = balance(range)
    return isQuoting ? depth < 0 : depth <= 0
  }

  private func hasQuestion(_ range: Range<Int>) -> Bool {
    text[range.upperBound - 1] == 0x3F
      || text.triple(at: range.upperBound - 3, end: range.upperBound) == 0xEFBC9F
  }
}

extension Span where Element == UInt8 {
  /// Whether a mark stands at a place that opens a quotation: “ 「 『.
  func opensQuotation(at place: Int) -> Bool {
    switch triple(at: place, end: count) {
    case 0xE2809C, 0xE3808C, 0xE3808E: true
    default: false
    }
  }

  /// Whether a mark stands at a place that closes a quotation: ” 」 』.
  func closesQuotation(at place: Int) -> Bool {
    switch triple(at: place, end: count) {
    case 0xE2809D, 0xE3808D, 0xE3808F: true
    default: false
    }
  }
}
