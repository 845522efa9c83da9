internal import GazetteDocument

/// Reads who gives a speech, when and where, from its title and the lines around it.
struct SpeechHead: ~Escapable {
  private let text: Span<UInt8>
  private let map: TextMap
  private let lexicon = VoiceLexicon.shared

  @_lifetime(copy text)
  init(_ text: Span<UInt8>, map: TextMap) {
    self.text = text
    self.map = map
  }

  /// Whether the head shows a speech: its title says so, or it greets its hearers, or speaks for a body.
  func isSpeech(_ document: PolicyDocument) -> Bool {
    if isTitledSpeech(document) { return true }
    for index in document.passages.indices.prefix(10) {
      let range = document.passages[index].span.bytes
      if greets(range) { return true }
      let start = range.lowerBound..<min(range.upperBound, range.lowerBound + 120)
      if index < 6, lexicon.firstPerson.first(text, in: start) != nil { return true }
    }
    return false
  }

  /// Whether the title says that the document is a speech.
  func isTitledSpeech(_ document: PolicyDocument) -> Bool {
    guard let title = document.metadata.title.value else { return false }
    let bytes = Array(title.utf8)
    return isSpeechTitle(bytes.span)
  }

  private func isSpeechTitle(_ title: Span<UInt8>) -> Bool {
    var end = title.trimmingSpace(from: 0, to: title.count)
    // A bracket may follow: （摘要）, (2020年3月6日).
    if end >= 3, title.triple(at: end - 3, end: end) == 0xEFBC89 || title[end - 1] == 0x29 {
      var open = end - 1
      while open > 0, title[open] != 0x28, title.triple(at: open, end: end) != 0xEFBC88 {
        open -= 1
      }
      end = title.trimmingSpace(from: 0, to: open)
    }
    guard let start = lexicon.speechTitles.suffix(title, of: 0..<end) else {
      guard let first = lexicon.speechTitles.first(title, in: 0..<min(title.count, 40)) else {
        return false
      }
      // "Speech at the …", "Remarks by …", "Lecture Four: …"; not "The talk of the town".
      return first.lowerBound == 0 && title[0] < 0x80
        || title.firstPlace(of: "speech at", in: 0..<title.count) != nil
        || title.firstPlace(of: " address at", in: 0..<title.count) != nil
    }
    return start > 0 || end == title.count
  }

  /// Whether a passage greets hearers: 同志们： greets; 同志们的… does not.
  private func greets(_ range: Range<Int>) -> Bool {
    guard let name = lexicon.greetings.match(text, at: range.lowerBound, end: range.upperBound)
    else { return false }
    let end = min(range.upperBound, range.lowerBound + 90)
    // A letter to customers or readers is no speech.
    if lexicon.letterGreetings.first(text, in: range.lowerBound..<end) != nil { return false }
    if text[range.lowerBound] < 0x80 {
      let next = text.skippingSpace(from: name, to: end)
      if next == end { return true }
      if text[next] == 0x3A || text[next] == 0x2C || text[next] == 0x2E || text[next] == 0x21 {
        return true
      }
      return text.firstPlace(of: ":", in: range.lowerBound..<end) != nil
        || range.count < 90 && text[range.upperBound - 1] == 0x2C
    }
    // 女士们，先生们，同志们：
    var position = name
    while position < end {
      let sign = text.triple(at: position, end: range.upperBound)
      if sign == 0xEFBC9A || text[position] == 0x3A { return true }
      if sign == 0xEFBC81, position == name { return true }
      if sign == 0xE38082 || sign == 0xE79A84, position == name { return false }
      position += text[position] < 0x80 ? 1 : 3
    }
    return false
  }

  /// The voice of the whole speech.
  func voice(of document: PolicyDocument) -> Voice {
    var voice = Voice(kind: .leaderSpeech)
    if let found = speaker(document) {
      voice.speaker = text.collapsed(in: found.name).replacing(" ", with: found.isHan ? "" : " ")
      voice.post = found.post.map { text.collapsed(in: $0) }
      voice.evidence = map.span(of: found.name)
    }
    voice.date = document.metadata.written.value ?? date(document)
    voice.occasion = occasion(document)
    if voice.evidence == nil { voice.evidence = document.metadata.title.evidence }
    return voice
  }

  private func date(_ document: PolicyDocument) -> CalendarDate? {
    for passage in document.passages.prefix(4) where passage.span.bytes.count < 150 {
      if let found = SpeechContext(text).date(in: passage.span.bytes), found.day != nil {
        return found
      }
    }
    return nil
  }

  /// What 在…上的讲话 says, in the title or on a line below it.
  private func occasion(_ document: PolicyDocument) -> String? {
    let context = SpeechContext(text)
    if let title = document.metadata.title.evidence?.bytes, let found = context.occasion(in: title)
    {
      return found
    }
    for passage in document.passages.prefix(4) where passage.span.bytes.count < 200 {
      if let found = context.occasion(in: passage.span.bytes) { return found }
    }
    return nil
  }

  private typealias Name = (name: Range<Int>, post: Range<Int>?, isHan: Bool)

  private func speaker(_ document: PolicyDocument) -> Name? {
    for (index, passage) in document.passages.prefix(8).enumerated() {
      let range = passage.span.bytes
      if let found = labelled(range) ?? nameLine(range) { return found }
      // 国务院总理 on one line, the name on the next.
      if range.count <= 60, index + 1 < document.passages.count,
        lexicon.leadersChinese.suffix(text, of: range) != nil,
        let next = nameLine(document.passages[index + 1].span.bytes)
      {
        return (next.name, range, true)
      }
    }
    return frontMatter() ?? document.passages.first.flatMap { glued($0.span.bytes, document) }
  }

  /// `speaker: …` of front matter, which lies in no passage.
  private func frontMatter() -> Name? {
    guard text.starts(with: "---", at: 0, end: text.count) else { return nil }
    var start = text.lineEnd(from: 0) + 1
    while start < min(text.count, 2_000) {
      let end = text.lineEnd(from: start)
      let line = text.trimmed(start..<end)
      if line.isEmpty || text.starts(with: "---", at: line.lowerBound, end: line.upperBound) {
        return nil
      }
      if let found = labelled(line) { return found }
      start = end + 1
    }
    return nil
  }

  /// 习　近　平, 国务院总理　李克强.
  private func nameLine(_ range: Range<Int>) -> Name? {
    guard range.count >= 6, range.count <= 60 else { return nil }
    let solid = text.solid(in: range)
    let span = solid.span
    if lexicon.isName(span, 0..<solid.count) { return (range, nil, true) }
    // The post stands in front, with white space between.
    var position = range.upperBound
    while position > range.lowerBound, position > range.upperBound - 16 {
      position -= 1
      guard !text[position].isContinuation else { continue }
      let space = text.spaceLength(at: position, end: range.upperBound)
      guard space > 0 else { continue }
      let name = position + space..<range.upperBound
      let post = text.trimmed(range.lowerBound..<position)
      if lexicon.isName(text, name), lexicon.leadersChinese.suffix(text, of: post) != nil {
        return (name, post, true)
      }
    }
    return nil
  }

  /// `Lecturer: Yang Nike (…)`, `讲话人：李样本`.
  private func labelled(_ range: Range<Int>) -> Name? {
    var start = range.lowerBound
    while start < range.upperBound, text[start] == 0x2A || text[start] == 0x5F { start += 1 }
    guard range.count <= 400,
      let label = lexicon.speakerLabels.match(text, at: start, end: range.upperBound)
    else { return nil }
    var position = text.skippingSpace(from: label, to: range.upperBound)
    if position < range.upperBound, text[position] == 0x3A {
      position += 1
    } else if text.triple(at: position, end: range.upperBound) == 0xEFBC9A {
      position += 3
    } else if text[start] >= 0x80 || !text.starts(with: "by ", at: label - 2, end: range.upperBound)
    {
      return nil
    }
    position = text.skippingSpace(from: position, to: range.upperBound)
    var end = position
    let isHan = text.isHan(at: position, end: range.upperBound)
    while end < range.upperBound, end < position + 60 {
      if isHan, !text.isHan(at: end, end: range.upperBound) { break }
      if !isHan, !text[end].isLetter, text[end] != 0x20, text[end] != 0x2E { break }
      end += isHan ? 3 : 1
    }
    let name = text.trimmed(position..<end)
    guard !name.isEmpty, isHan ? name.count <= 12 : text[name.lowerBound].isUppercase else {
      return nil
    }
    return (name, nil, isHan)
  }

  /// A name glued between the date in brackets and the text: `（2018年2月12日）习近平党的十八大以后`.
  ///
  /// How long the name is the rest of the text shows, in which it stands again.
  private func glued(_ range: Range<Int>, _ document: PolicyDocument) -> Name? {
    let head = range.lowerBound..<min(range.upperBound, range.lowerBound + 320)
    guard let bracket = text.firstPlace(of: "日）", in: head) else { return nil }
    let start = text.skippingSpace(from: bracket + 6, to: head.upperBound)
    var best: Range<Int>?
    for length in [6, 9, 12] where start + length < head.upperBound {
      let name = start..<start + length
      guard lexicon.isName(text, name) else { continue }
      if lexicon.greetings.match(text, at: name.upperBound, end: head.upperBound) != nil {
        return (name, nil, true)
      }
      if recurs(name, in: name.upperBound..<text.count) { best = name }
    }
    return best.map { ($0, nil, true) }
  }

  private func recurs(_ name: Range<Int>, in range: Range<Int>) -> Bool {
    var position = range.lowerBound
    let first = text[name.lowerBound]
    let third = text[name.lowerBound + 2]
    while position + name.count <= range.upperBound {
      if text[position] == first, text[position + 2] == third,
        (0..<name.count).allSatisfy({ text[position + $0] == text[name.lowerBound + $0] })
      {
        return true
      }
      position += 1
    }
    return false
  }
}
