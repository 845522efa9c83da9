internal import GazetteDocument

/// Reads how a text introduces one whom it names without a post later on: `Gao Fanli, deputy mayor of …, attended`.
struct SpeakerIntroduction: ~Escapable {
  private let text: Span<UInt8>
  private let name: [UInt8]

  /// - Parameters:
  ///   - text: The source text.
  ///   - name: The bytes of the name as it stands without a post.
  @_lifetime(copy text)
  init(_ text: Span<UInt8>, of name: [UInt8]) {
    self.text = text
    self.name = name
  }

  /// The one who is introduced in a sentence; `nil` when the name or a post is not there.
  func read(_ sentence: Range<Int>) -> Speaker? {
    guard let first = name.first, let place = place(in: sentence) else { return nil }
    let end = place + name.count
    if first >= 0x80 {
      return known(ChineseSubject(text).subject(ending: sentence.lowerBound..<end)?.speaker)
    }
    var full = end
    while full + 1 < sentence.upperBound, text[full] == 0x20, text[full + 1].isUppercase {
      full += 1
      while full < sentence.upperBound, text[full].isLetter { full += 1 }
    }
    if full < sentence.upperBound, text[full] == 0x2C {
      // The post stands between commas.
      var close = full + 1
      while close < min(sentence.upperBound, full + 160), text[close] != 0x2C { close += 1 }
      if close < sentence.upperBound, text[close] == 0x2C,
        let found = known(
          EnglishSubject(text).subject(ending: sentence.lowerBound..<close + 1)?.speaker)
      {
        return found
      }
    }
    return known(EnglishSubject(text).subject(ending: sentence.lowerBound..<full)?.speaker)
  }

  private func place(in sentence: Range<Int>) -> Int? {
    var position = sentence.lowerBound
    while position + name.count <= sentence.upperBound {
      if text[position] == name[0],
        name.indices.allSatisfy({ text[position + $0] == name[$0] }),
        name[0] >= 0x80
          || !(position > 0 && text[position - 1].isLetter)
            && !(position + name.count < text.count && text[position + name.count].isLetter)
      {
        return position
      }
      position += 1
    }
    return nil
  }

  private func known(_ speaker: Speaker?) -> Speaker? {
    guard let speaker, speaker.form == .named, speaker.kind != nil, let full = speaker.name,
      full.utf8.elementsEqual(name)
        || full.split(separator: " ").contains(where: {
          $0.utf8.elementsEqual(name)
        })
    else { return nil }
    return speaker
  }
}
