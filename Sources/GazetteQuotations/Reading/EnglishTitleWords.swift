/// Finds the English title of a document in running text: capitalised words around what such papers are called.
enum EnglishTitleWords {
  /// What papers are called.
  private static let nouns: Set<String> = [
    "Rules", "Measures", "Opinions", "Regulations", "Notice", "Plan", "Act", "Law", "Provisions",
    "Decision", "Report", "Guidelines", "Handbook", "Circular", "Code", "Bulletin", "Charter",
    "Strategy", "Programme", "Program", "Outline", "Standards", "Manual", "Order", "Directive",
    "Ordinance", "Communique", "Announcement",
  ]
  /// Words in small letters that may stand within a title.
  private static let links: Set<String> = [
    "of", "on", "for", "the", "and", "in", "to", "by", "a", "an", "against", "with", "from", "at",
  ]
  /// A title of fewer words may be any words.
  private static let leastWords = 4

  /// The first title of a text; `nil` when it has none.
  static func title(in text: String) -> String? {
    var run: [Substring] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      let core = word.drop { "(*_“\"".contains($0) }
      let bare = core.prefix { $0.isLetter || $0 == "-" || $0 == "'" || $0 == "’" }
      let isCapital = bare.first?.isUppercase ?? false
      if isCapital || (!run.isEmpty && links.contains(String(bare))) {
        run.append(bare)
        // A mark behind the word ends the run.
        if bare.endIndex < core.endIndex, let title = title(of: run) { return title }
        if bare.endIndex < core.endIndex, core[bare.endIndex] != "(" { run = [] }
      } else {
        if let title = title(of: run) { return title }
        run = []
      }
    }
    return title(of: run)
  }

  /// The words of a run without links at its end, when one of them is what a paper is called.
  private static func title(of run: [Substring]) -> String? {
    var words = run
    while let last = words.last, links.contains(String(last)) { words.removeLast() }
    while let first = words.first, links.contains(String(first)) || first == "The" || first == "As"
    {
      words.removeFirst()
    }
    guard words.count >= leastWords, words.contains(where: { nouns.contains(String($0)) }) else {
      return nil
    }
    return words.joined(separator: " ")
  }
}
