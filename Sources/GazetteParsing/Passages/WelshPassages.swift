internal import GazetteDocument

/// Finds the passages of a document in Latin letters that are in Welsh.
///
/// In Welsh w and y are vowels, and so are three times as frequent as in English: where a look at a thousand bytes finds few of
/// them, nothing further is done. Then the little words of both languages decide, passage by passage.
struct WelshPassages: ~Escapable {
  /// How much of a document is looked at first.
  private static let sample = 1_024

  private let text: Span<UInt8>

  @_lifetime(copy text)
  init(_ text: Span<UInt8>) { self.text = text }

  /// Sets the language of Welsh passages, and of the document when most of its letters stand in them.
  func mark(_ document: inout PolicyDocument) {
    guard hasManyVowels(document) else { return }
    var welsh = 0
    var others = 0
    for index in document.passages.indices where document.passages[index].language == .english {
      let range = document.passages[index].span.bytes
      if isWelsh(range) {
        document.passages[index].language = WelshPassages.language
        welsh += range.count
      } else {
        others += range.count
      }
    }
    if welsh > others { document.language = WelshPassages.language }
  }

  private static let language = Language(tag: "cy")

  /// Whether w and y are more than one letter in eleven.
  private func hasManyVowels(_ document: PolicyDocument) -> Bool {
    var left = WelshPassages.sample
    var vowels = 0
    var letters = 0
    let small = ByteVector(repeating: 0x20)
    for passage in document.passages where left > 0 {
      let range = passage.span.bytes
      var position = range.lowerBound
      while position + 16 <= range.upperBound, left > 0 {
        let bytes = text.vector(at: position) | small
        let found =
          (bytes .== ByteVector(repeating: 0x77)) .| (bytes .== ByteVector(repeating: 0x79))
        vowels &+= ByteVector.sum(ByteVector() &- ByteVector.bytes(of: found))
        let isLetter =
          (bytes &- ByteVector(repeating: 0x61)) .< ByteVector(repeating: 26)
        letters &+= ByteVector.sum(ByteVector() &- ByteVector.bytes(of: isLetter))
        position += 16
        left -= 16
      }
    }
    return letters >= 64 && vowels * 11 > letters
  }

  private static let welsh: Set<String> = Set(Lexicon.shared.functionWords["cy"] ?? [])
  private static let english: Set<String> = Set(Lexicon.shared.functionWords["en"] ?? [])

  private func isWelsh(_ range: Range<Int>) -> Bool {
    var score = 0
    var position = range.lowerBound
    let end = min(range.upperBound, range.lowerBound + 600)
    while position < end {
      var word: [UInt8] = []
      while position < end, text[position].isLetter, word.count < 12 {
        word.append(text[position] | 0x20)
        position += 1
      }
      position += 1
      guard !word.isEmpty else { continue }
      let key = String(decoding: word, as: UTF8.self)
      if WelshPassages.welsh.contains(key) { score += 1 }
      if WelshPassages.english.contains(key) { score -= 1 }
    }
    return score > 0
  }
}
