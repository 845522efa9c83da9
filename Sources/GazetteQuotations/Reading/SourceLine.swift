/// The line under a block quotation that names its source: `— strict-real, s2.p4`, 出处：《…》, （《…》第三条）.
enum SourceLine {
  private static let leads = [
    "—", "――", "–", "--", "―", "source:", "sources:", "from:", "出处：", "出处:", "来源：", "来源:", "引自",
    "摘自",
    "见《", "~ ",
  ]
  private static let pairs = [("(", ")"), ("（", "）"), ("[", "]"), ("［", "］"), ("〔", "〕")]
  /// A longer paragraph is text.
  private static let mostBytes = 300

  /// Whether a paragraph is such a line.
  static func isOne(_ utf8: [UInt8]) -> Bool {
    let text = QuotedWords.trimmed(utf8[...])
    guard !text.isEmpty, text.count <= mostBytes else { return false }
    if leads.contains(where: { starts(text, with: $0) }) { return true }
    if pairs.contains(where: { starts(text, with: $0.0) && ends(text, with: $0.1) }) { return true }
    return starts(text, with: "《") && (ends(text, with: "》") || ends(text, with: "）"))
  }

  /// Where such a line begins at the end of a paragraph that goes on in it: behind a dash that follows the end of a sentence.
  static func start(in utf8: [UInt8]) -> Int? {
    for mark in ["——", " — ", " -- ", "―― ", " – "] {
      let bytes = Array(mark.utf8)
      guard utf8.count > bytes.count else { continue }
      var at = utf8.count - bytes.count
      while at > 0 {
        if utf8[at..<at + bytes.count].elementsEqual(bytes), utf8.count - at <= mostBytes,
          SentenceContext.isTerminated(utf8, before: at)
        {
          return at
        }
        at -= 1
      }
    }
    return nil
  }

  private static func starts(_ text: ArraySlice<UInt8>, with lead: String) -> Bool {
    let bytes = Array(lead.utf8)
    return text.count >= bytes.count
      && zip(text, bytes).allSatisfy { byte, wanted in
        byte == wanted || (wanted &- 0x61 < 26 && byte | 0x20 == wanted)
      }
  }

  private static func ends(_ text: ArraySlice<UInt8>, with mark: String) -> Bool {
    text.suffix(mark.utf8.count).elementsEqual(mark.utf8)
  }
}
