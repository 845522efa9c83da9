internal import GazetteDocument

/// Reads whom a Chinese clause names in front of its verb of saying.
struct ChineseSubject: ~Escapable {
  private let text: Span<UInt8>
  private let lexicon = VoiceLexicon.shared

  @_lifetime(copy text)
  init(_ text: Span<UInt8>) { self.text = text }

  /// The subject of the verb behind a range, and where it begins.
  func subject(ending range: Range<Int>) -> (speaker: Speaker, start: Int)? {
    let range = text.trimmed(range)
    let end = withoutAdverbials(range)
    guard end > range.lowerBound else { return nil }
    let start = segmentStart(in: range.lowerBound..<end)
    let segment = start..<end
    // 按照省长要求 says that somebody did what was asked.
    for word in ["按照", "根据", "依据", "遵照", "为"] as [StaticString]
    where text.starts(with: word, at: start, end: end) {
      return nil
    }
    let last = text.triple(at: end - 3, end: end)
    if segment.count <= 12, last == 0xE4BB96 || last == 0xE5A5B9 {  // 他 她
      return (.pronoun, end - 3)
    }
    if let found = titled(segment) ?? appended(segment) { return found }
    if lexicon.bodiesChinese.suffix(text, of: segment) != nil { return (.body, start) }
    // 习近平 alone: whoever it is was named in full before.
    if lexicon.isName(text, segment) {
      return (Speaker(form: .named, name: text.string(in: segment)), start)
    }
    return further(range.lowerBound..<end)
  }

  /// The end of a clause without the words between its subject and its verb: 再次, 在…上, 并.
  private func withoutAdverbials(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    var rounds = 0
    while rounds < 6, end > range.lowerBound {
      rounds += 1
      let last = text.triple(at: end - 3, end: end)
      if last == 0xEFBC8C || last == 0xE5B9B6 {  // ，并
        end -= 3
      } else if let start = lexicon.adverbsChinese.suffix(text, of: range.lowerBound..<end) {
        end = start
      } else if isClosing(last), let start = adverbial(before: end, from: range.lowerBound) {
        end = start
      } else {
        break
      }
    }
    return end
  }

  /// 上时中后间: what closes 在…上.
  private func isClosing(_ sign: UInt32) -> Bool {
    switch sign {
    case 0xE4B88A, 0xE697B6, 0xE4B8AD, 0xE5908E, 0xE997B4: true
    default: false
    }
  }

  /// Where 在…上 begins, if anything stands in front of it.
  private func adverbial(before end: Int, from start: Int) -> Int? {
    var position = end - 3
    while position > start {
      position -= 3
      guard position > start else { return nil }
      let sign = text.triple(at: position, end: end)
      if sign == 0xE59CA8 { return position }  // 在
      if sign == 0xEFBC8C { return nil }
    }
    return nil
  }

  /// Where the words behind the last comma begin.
  private func segmentStart(in range: Range<Int>) -> Int {
    var position = range.upperBound
    while position - 3 >= range.lowerBound {
      let sign = text.triple(at: position - 3, end: position)
      switch sign {
      case 0xEFBC8C, 0xEFBC9B, 0xE2809D, 0xE3808D, 0xE3808F: return position  // ，；” 」 』
      default: break
      }
      position -= 1
    }
    // 据 in front of the one who tells.
    if text.triple(at: range.lowerBound, end: range.upperBound) == 0xE68DAE {
      return range.lowerBound + 3
    }
    return range.lowerBound
  }

  /// `习近平总书记`, `马峰研究员`, `总书记`, `样本县县长`.
  private func titled(_ segment: Range<Int>) -> (speaker: Speaker, start: Int)? {
    guard let (title, kind) = post(ending: segment) else { return nil }
    for length in [9, 6, 12] where title - length >= segment.lowerBound {
      let name = title - length..<title
      guard lexicon.isName(text, name), !endsAsBody(name),
        length < 12 || lexicon.longSurnames.match(text, at: name.lowerBound, end: title) != nil,
        name.lowerBound == segment.lowerBound || !text.isHan(at: name.lowerBound - 3, end: title)
      else { continue }
      // 同志 honours, but is no post.
      let isPost = !text.starts(with: "同志", at: title, end: segment.upperBound)
      return (
        Speaker(
          form: .named, name: text.string(in: name),
          post: isPost ? text.string(in: title..<segment.upperBound) : nil, kind: kind),
        name.lowerBound
      )
    }
    var whole = segment.count <= 150 ? segment : title..<segment.upperBound
    // 有学者 means one of them.
    if text.triple(at: whole.lowerBound, end: title) == 0xE69C89 {
      whole = whole.lowerBound + 3..<whole.upperBound
    }
    let post = text.collapsed(in: whole)
    return (Speaker(form: .named, name: nil, post: post, kind: kind), whole.lowerBound)
  }

  /// `国家主席习近平`, `中国社会科学院助理研究员马峰`.
  private func appended(_ segment: Range<Int>) -> (speaker: Speaker, start: Int)? {
    for length in [9, 6, 12] where segment.upperBound - length > segment.lowerBound {
      let name = segment.upperBound - length..<segment.upperBound
      guard lexicon.isName(text, name),
        let (_, kind) = post(ending: segment.lowerBound..<name.lowerBound)
      else { continue }
      let post = segment.lowerBound..<name.lowerBound
      guard post.count <= 240 else { return nil }
      return (
        Speaker(
          form: .named, name: text.string(in: name), post: text.collapsed(in: post), kind: kind),
        segment.lowerBound
      )
    }
    return nil
  }

  /// The title that ends a stretch, and what it tells.
  private func post(ending range: Range<Int>) -> (start: Int, kind: Voice.Kind)? {
    if let start = lexicon.expertsChinese.suffix(text, of: range) { return (start, .expert) }
    guard let start = lexicon.leadersChinese.suffix(text, of: range) else { return nil }
    // The head of an institute speaks as one who knows.
    let isScholar = lexicon.expertBodies.last(text, in: range.lowerBound..<start) != nil
    return (start, isScholar ? .expert : .leaderSpeech)
  }

  private func endsAsBody(_ range: Range<Int>) -> Bool {
    Lexicon.shared.bodies.contains { text.ends(with: $0, in: range) }
  }

  /// One named further in front: `国务院总理李强主持会议并强调`.
  private func further(_ range: Range<Int>) -> (speaker: Speaker, start: Int)? {
    guard let title = lexicon.leadersChinese.last(text, in: range) else { return nil }
    let start = segmentStart(in: range.lowerBound..<title.lowerBound)
    // In front of the title first, for what follows it mostly is a verb: 习近平总书记出席.
    if let found = titled(start..<title.upperBound), found.speaker.name != nil { return found }
    for length in [9, 6] where title.upperBound + length <= range.upperBound {
      let name = title.upperBound..<title.upperBound + length
      if lexicon.isName(text, name), let found = appended(start..<name.upperBound) { return found }
    }
    return nil
  }
}
