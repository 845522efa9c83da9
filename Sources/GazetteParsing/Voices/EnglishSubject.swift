internal import GazetteDocument

/// Reads whom an English clause names in front of its verb of saying.
struct EnglishSubject: ~Escapable {
  private struct Word {
    var range: Range<Int>
    /// Whether a comma follows.
    var endsPart: Bool
  }

  private let text: Span<UInt8>
  private let lexicon = VoiceLexicon.shared

  @_lifetime(copy text)
  init(_ text: Span<UInt8>) { self.text = text }

  /// The subject that ends a range, and where it begins.
  func subject(ending range: Range<Int>) -> (speaker: Speaker, start: Int)? {
    var words = words(in: range)
    while let last = words.last, !last.endsPart,
      lexicon.adverbsEnglish.match(text, at: last.range.lowerBound, end: last.range.upperBound)
        == last.range.upperBound
    {
      words.removeLast()
    }
    guard let last = words.last else { return nil }
    if !last.endsPart, isPronoun(last.range) { return (.pronoun, last.range.lowerBound) }
    if last.endsPart { return apposition(words) }
    return plain(words)
  }

  /// The one named behind a verb: `said Premier Li`, `said Li Wei, a professor at …`.
  func subject(behind range: Range<Int>) -> (speaker: Speaker, start: Int)? {
    let words = words(in: range)
    guard let first = words.first else { return nil }
    var named: [Word] = []
    for word in words.prefix(7) {
      let isPost = !isCapital(word.range)
      if isPost, !named.isEmpty, named.contains(where: { isCapital($0.range) }) { break }
      named.append(word)
      if word.endsPart { break }
    }
    while let tail = named.last, !isCapital(tail.range) { named.removeLast() }
    guard let end = named.last else { return nil }
    if end.endsPart {
      var rest = Array(words.dropFirst(named.count).prefix(30))
      if let close = rest.firstIndex(where: \.endsPart) { rest.removeSubrange((close + 1)...) }
      if !rest.isEmpty, let found = apposition(named + rest) { return found }
    }
    return plain(named).map { ($0.speaker, first.range.lowerBound) }
  }

  private func words(in range: Range<Int>) -> [Word] {
    var words: [Word] = []
    var position = range.lowerBound
    while position < range.upperBound {
      position = text.skippingSpace(from: position, to: range.upperBound)
      let start = position
      while position < range.upperBound, text.spaceLength(at: position, end: range.upperBound) == 0
      {
        position += 1
      }
      guard position > start else { break }
      var end = position
      var endsPart = false
      while end > start, text[end - 1] == 0x2C {
        end -= 1
        endsPart = true
      }
      if end > start { words.append(Word(range: start..<end, endsPart: endsPart)) }
    }
    return words
  }

  private func isCapital(_ word: Range<Int>) -> Bool { text[word.lowerBound].isUppercase }

  private func isPronoun(_ word: Range<Int>) -> Bool {
    let lower = text.string(in: word).lowercased()
    return lower == "he" || lower == "she"
  }

  /// The one whose post follows the name between commas: `Ma Feng, an assistant researcher at …`.
  private func apposition(_ words: [Word]) -> (speaker: Speaker, start: Int)? {
    var start = 0
    for index in words.indices where words[index].endsPart && index < words.count - 1 {
      defer { start = index + 1 }
      guard let name = name(words[start...index]) else { continue }
      let post = words[index + 1].range.lowerBound..<words[words.count - 1].range.upperBound
      // Only what stands next to the name belongs to it.
      guard let kind = kind(of: post) else { continue }
      let title = title(before: name.lowerBound, in: words)
      let speaker = Speaker(
        form: .named, name: text.collapsed(in: name), post: withoutArticle(post),
        kind: kind == .expert ? .expert : title?.kind ?? kind)
      return (speaker, title?.start ?? name.lowerBound)
    }
    return nil
  }

  /// A part of a clause that is a person's name: one to four words, the first with a capital, a stray small one at most.
  private func name(_ words: ArraySlice<Word>) -> Range<Int>? {
    guard let first = words.first, let last = words.last else { return nil }
    // A post may stand in front.
    var start = words.startIndex
    for length in stride(from: min(3, words.count - 1), to: 0, by: -1) {
      let post = first.range.lowerBound..<words[words.startIndex + length - 1].range.upperBound
      if lexicon.leadersEnglish.match(text, at: post.lowerBound, end: post.upperBound)
        == post.upperBound
      {
        start += length
        break
      }
    }
    let named = words[start...]
    guard named.count <= 4, let begin = named.first, isCapital(begin.range) else { return nil }
    var capitals = 0
    for word in named {
      guard text[word.range.lowerBound].isLetter else { return nil }
      if isCapital(word.range) {
        capitals += 1
      } else if word.range.count > 4 {
        return nil
      }
    }
    guard named.count == 1 || capitals * 2 >= named.count else { return nil }
    // "Since 2018," and "In Beijing," name nobody.
    if named.count == 1 || capitals < named.count, isFunctionWord(begin.range) { return nil }
    return begin.range.lowerBound..<last.range.upperBound
  }

  private func isFunctionWord(_ word: Range<Int>) -> Bool {
    switch text.string(in: word).lowercased() {
    case "in", "on", "at", "the", "this", "that", "these", "those", "since", "for", "from", "as",
      "after", "before", "by",
      "with", "to", "and", "but", "however", "moreover", "therefore", "we", "it", "they", "all",
      "if", "when", "while",
      "according", "a", "an", "of", "under", "during", "there", "our", "its", "their", "what",
      "how", "only", "not":
      return true
    default: return false
    }
  }

  /// `general secretary Xi Jinping`, `The General Secretary`, `county head Chen Shili`, `Chen`, `the Fourth Plenary Session`.
  private func plain(_ words: [Word]) -> (speaker: Speaker, start: Int)? {
    guard let last = words.last else { return nil }
    // A bare post ends the clause.
    let tail = words.suffix(9)
    let region = tail[tail.startIndex].range.lowerBound..<last.range.upperBound
    if let post = lexicon.leadersEnglish.suffix(text, of: region)
      ?? lexicon.expertsEnglish.suffix(text, of: region)
    {
      let isExpert = lexicon.expertsEnglish.suffix(text, of: region) != nil
      let title = post..<last.range.upperBound
      return (
        Speaker(
          form: .named, name: nil, post: text.collapsed(in: title),
          kind: isExpert ? .expert : .leaderSpeech),
        post
      )
    }
    if lexicon.bodiesEnglish.suffix(text, of: region) != nil || endsAsBody(words) {
      return (.body, region.lowerBound)
    }
    var first = words.count
    while first > 0, words.count - first < 4, isCapital(words[first - 1].range),
      first == words.count || !words[first - 1].endsPart, !isFunctionWord(words[first - 1].range)
    {
      first -= 1
    }
    guard first < words.count else { return nil }
    // The post may be the first of the words with a capital: President Xi Jinping.
    var nameStart = first
    for length in stride(from: min(3, words.count - first - 1), to: 0, by: -1) {
      let post = words[first].range.lowerBound..<words[first + length - 1].range.upperBound
      if let end = lexicon.leadersEnglish.match(text, at: post.lowerBound, end: post.upperBound)
        ?? lexicon.expertsEnglish.match(text, at: post.lowerBound, end: post.upperBound),
        end == post.upperBound
      {
        nameStart = first + length
        break
      }
    }
    let name = words[nameStart].range.lowerBound..<last.range.upperBound
    var speaker = Speaker(form: .named, name: text.collapsed(in: name))
    if nameStart > first {
      let post = words[first].range.lowerBound..<words[nameStart - 1].range.upperBound
      speaker.post = text.collapsed(in: post)
      speaker.kind = lexicon.expertsEnglish.first(text, in: post) != nil ? .expert : .leaderSpeech
      return (speaker, post.lowerBound)
    }
    // Professor Zhu of Example University.
    if first > 2, ["of", "at", "from"].contains(text.string(in: words[first - 1].range)),
      let person = plain(Array(words[..<(first - 1)])), person.speaker.name != nil,
      person.speaker.kind != nil
    {
      return person
    }
    if let title = title(before: name.lowerBound, in: words) {
      speaker.post = text.collapsed(in: title.start..<title.end)
      speaker.kind = title.kind
      return (speaker, title.start)
    }
    return (speaker, name.lowerBound)
  }

  /// A body with words behind its noun: `The Fourth Plenary Session of the 19th Central Committee of the Communist Party of China`.
  private func endsAsBody(_ words: [Word]) -> Bool {
    guard let last = words.last, let first = words.first else { return false }
    var start = first.range.lowerBound
    for index in words.indices.reversed().dropFirst() where words[index].endsPart {
      start = words[index + 1].range.lowerBound
      break
    }
    let range = start..<last.range.upperBound
    guard let body = lexicon.bodiesEnglish.first(text, in: range) else { return false }
    let rest = text.skippingSpace(from: body.upperBound, to: range.upperBound)
    return text.starts(with: "of ", at: rest, end: range.upperBound)
  }

  /// A post that ends just in front of a name, without a comma between them.
  private func title(
    before name: Int, in words: [Word]
  ) -> (start: Int, end: Int, kind: Voice.Kind)? {
    guard let index = words.firstIndex(where: { $0.range.lowerBound >= name }), index > 0,
      !words[index - 1].endsPart
    else { return nil }
    let end = words[index - 1].range.upperBound
    let region = words[max(0, index - 4)].range.lowerBound..<end
    if let start = lexicon.expertsEnglish.suffix(text, of: region) { return (start, end, .expert) }
    if let start = lexicon.leadersEnglish.suffix(text, of: region) {
      return (start, end, .leaderSpeech)
    }
    return nil
  }

  /// What the words of a post tell.
  private func kind(of post: Range<Int>) -> Voice.Kind? {
    if lexicon.expertsEnglish.first(text, in: post) != nil { return .expert }
    return lexicon.leadersEnglish.first(text, in: post) != nil ? .leaderSpeech : nil
  }

  private func withoutArticle(_ words: Range<Int>) -> String {
    var end = words.upperBound
    while end > words.lowerBound, text[end - 1] == 0x2E || text[end - 1] == 0x22 { end -= 1 }
    let post = words.lowerBound..<end
    for article in ["an ", "a ", "the "] as [StaticString]
    where text.starts(with: article, at: post.lowerBound, end: post.upperBound) {
      return text.collapsed(in: post.lowerBound + article.utf8CodeUnitCount..<post.upperBound)
    }
    return text.collapsed(in: post)
  }
}
