internal import GazetteDocument

/// Reads for each sentence whether it says that somebody says something.
struct AttributionReader: ~Escapable {
  private let text: Span<UInt8>
  private let lexicon = VoiceLexicon.shared

  @_lifetime(copy text)
  init(_ text: Span<UInt8>) { self.text = text }

  /// The attributions of the sentences of a document, each with the place of its sentence.
  func attributions(of sentences: [Sentence], _ verbs: [Range<Int>]) -> [Int: Attribution] {
    var found: [Int: Attribution] = [:]
    var index = 0
    for verb in verbs {
      while index < sentences.count, sentences[index].span.end.byte <= verb.lowerBound {
        index += 1
      }
      guard index < sentences.count else { break }
      let sentence = sentences[index].span.bytes
      guard verb.lowerBound > sentence.lowerBound, found[index] == nil else { continue }
      found[index] = attribution(of: verb, in: sentence)
    }
    return found
  }

  private func attribution(of verb: Range<Int>, in sentence: Range<Int>) -> Attribution? {
    let isEnglish = text[verb.lowerBound] < 0x80
    let (start, isBehind) = clauseStart(before: verb.lowerBound, from: sentence.lowerBound)
    let clause = start..<verb.lowerBound
    var subject: (speaker: Speaker, start: Int)?
    if isEnglish {
      subject = EnglishSubject(text).subject(ending: clause)
      if subject == nil, isBehind, text.trimmed(clause).isEmpty {
        let end = min(sentence.upperBound, verb.upperBound + 240)
        subject = EnglishSubject(text).subject(behind: verb.upperBound..<end)
      }
    } else {
      subject = ChineseSubject(text).subject(ending: clause)
    }
    guard let subject else { return nil }
    let first = min(subject.start, verb.lowerBound)
    return Attribution(
      speaker: subject.speaker, evidence: first..<verb.upperBound, contentStart: verb.upperBound,
      lead: sentence.lowerBound..<verb.lowerBound, isBehind: isBehind)
  }

  /// Where the clause of a verb begins, and whether a quotation ends there.
  private func clauseStart(before verb: Int, from start: Int) -> (start: Int, isBehind: Bool) {
    var position = verb
    while position > start {
      let byte = text[position - 1]
      if byte == 0x22 { return (position, true) }
      if byte == 0x3B { return (position, false) }
      if byte >= 0x80, position - 3 >= start {
        switch text.triple(at: position - 3, end: position) {
        case 0xE2809D, 0xE3808D, 0xE3808F: return (position, true)  // ” 」 』
        case 0xE38082, 0xEFBC81, 0xEFBC9F, 0xEFBC9B: return (position, false)  // 。！？；
        default: break
        }
      }
      position -= 1
    }
    return (start, false)
  }

  /// One who is named in a sentence that says nothing for them, as in `general secretary Xi Jinping delivered a speech`.
  func mention(in sentence: Range<Int>) -> Speaker? {
    if let title = lexicon.leadersEnglish.last(text, in: sentence)
      ?? lexicon.expertsEnglish.last(text, in: sentence)
    {
      var end = title.upperBound
      while end < sentence.upperBound, end + 1 < sentence.upperBound, text[end] == 0x20,
        text[end + 1].isUppercase
      {
        end += 1
        while end < sentence.upperBound, text[end].isLetter { end += 1 }
      }
      guard end > title.upperBound else { return nil }
      return EnglishSubject(text).subject(ending: title.lowerBound..<end)?.speaker
    }
    guard let title = lexicon.leadersChinese.last(text, in: sentence) else { return nil }
    for length in [9, 6] where title.upperBound + length <= sentence.upperBound {
      let whole = sentence.lowerBound..<title.upperBound + length
      if let found = ChineseSubject(text).subject(ending: whole), found.speaker.name != nil {
        return found.speaker
      }
    }
    return ChineseSubject(text).subject(ending: sentence.lowerBound..<title.upperBound)?.speaker
  }
}
