private import CGazetteData
internal import GazetteDocument

/// The tables by which voices are told apart, read once from the one that is compiled in.
///
/// A class, so that every reader that keeps it costs one count of references and not one a table.
final class VoiceLexicon: Sendable {
  /// Verbs of saying.
  let sayingChinese: WordTable
  let sayingEnglish: WordTable
  /// The `voiceBit(of:)` of the characters that end a Chinese verb of saying.
  let sayingEndings: UInt64
  /// Chinese verbs of saying that need no sign behind them.
  let plainSaying: WordTable
  /// Words between a subject and its verb.
  let adverbsChinese: WordTable
  let adverbsEnglish: WordTable
  let leadersChinese: WordTable
  let leadersEnglish: WordTable
  let expertsChinese: WordTable
  let expertsEnglish: WordTable
  /// Bodies whose heads speak as experts.
  let expertBodies: WordTable
  /// Bodies and papers that state policy.
  let bodiesChinese: WordTable
  let bodiesEnglish: WordTable
  let occasionsEnglish: WordTable
  /// Words with which a sentence leaves what somebody said before it.
  let breaks: WordTable
  let narrationTitles: WordTable
  let greetings: WordTable
  /// Salutations of letters to customers and readers.
  let letterGreetings: WordTable
  let firstPerson: WordTable
  /// Words with which a heading begins that says what is to be done.
  let directives: WordTable
  let speechTitles: WordTable
  let speakerLabels: WordTable
  /// Surnames of two characters, and those of one as their three bytes.
  let longSurnames: WordTable
  private let surnames: Set<UInt32>

  /// The tables of this build.
  static let shared = VoiceLexicon()

  private init() {
    let source = unsafe gazette_table_voices()
    let bytes = unsafe UnsafeBufferPointer(start: source.bytes, count: source.count)
    let text = unsafe String(decoding: bytes, as: UTF8.self)
    var lists: [Substring: [Substring]] = [:]
    var section: Substring = ""
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("["), line.hasSuffix("]") {
        section = line.dropFirst().dropLast()
      } else {
        lists[section, default: []].append(line)
      }
    }
    func table(_ name: Substring) -> WordTable { WordTable(lists[name] ?? []) }
    sayingChinese = table("saying-zh")
    sayingEndings = (lists["saying-zh"] ?? []).reduce(0) { bits, word in
      let last = Array(word.utf8.suffix(3))
      return bits | 1 << Lexicon.voiceBit(of: last.span.triple(at: 0, end: 3))
    }
    sayingEnglish = table("saying-en")
    plainSaying = table("plain-saying-zh")
    adverbsChinese = table("adverbs-zh")
    adverbsEnglish = table("adverbs-en")
    leadersChinese = table("leader-posts-zh")
    leadersEnglish = table("leader-posts-en")
    expertsChinese = table("expert-posts-zh")
    expertsEnglish = table("expert-posts-en")
    expertBodies = table("expert-bodies-zh")
    bodiesChinese = table("bodies-zh")
    bodiesEnglish = table("bodies-en")
    occasionsEnglish = table("occasions-en")
    breaks = table("breaks")
    narrationTitles = table("narration-titles")
    greetings = table("greetings")
    letterGreetings = table("letter-greetings")
    firstPerson = table("first-person")
    directives = table("directives")
    speechTitles = table("speech-titles")
    speakerLabels = table("speaker-labels")
    let names = (lists["surnames"] ?? []).flatMap { $0.split(separator: " ") }
    longSurnames = WordTable(names.filter { $0.unicodeScalars.count == 2 })
    var single: Set<UInt32> = []
    for name in names where name.unicodeScalars.count > 2 {
      for scalar in name.unicodeScalars {
        single.insert(String(scalar).utf8.reduce(0) { $0 << 8 | UInt32($1) })
      }
    }
    surnames = single
  }

  /// Whether a stretch of two to four Han reads as a person's name: it begins with a surname.
  func isName(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count >= 6, range.count <= 12, range.count % 3 == 0 else { return false }
    var position = range.lowerBound
    while position < range.upperBound {
      guard text.isHan(at: position, end: range.upperBound) else { return false }
      position += 3
    }
    if let end = longSurnames.match(text, at: range.lowerBound, end: range.upperBound) {
      return end < range.upperBound
    }
    return range.count <= 9
      && surnames.contains(text.triple(at: range.lowerBound, end: range.upperBound))
  }
}
