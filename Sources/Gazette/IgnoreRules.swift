/// The rules of a `.gazetteignore` file: which files and folders of a corpus are not documents.
///
/// The language is that of `.gitignore`: one pattern a line; `*` and `?` stay within a name, `**` goes over folders; a
/// pattern with a `/` inside or in front counts from the file's folder, any other matches at every depth; a `/` at the
/// end means folders only; `!` takes back; `#` begins a comment. The last matching rule decides.
struct IgnoreRules: Sendable {
  private struct Rule {
    var pattern: [UInt8]
    var isNegated: Bool
    var isFolderOnly: Bool
    var isAnchored: Bool
  }

  private var rules: [Rule] = []

  /// Reads the rules from the text of the file; an empty text ignores nothing.
  init(_ text: String = "") {
    for line in text.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      var pattern = Array(line)
      while let last = pattern.last, last == 0x20 || last == 0x09 { pattern.removeLast() }
      guard let first = pattern.first, first != UInt8(ascii: "#") else { continue }
      let isNegated = first == UInt8(ascii: "!")
      if isNegated { pattern.removeFirst() }
      let isFolderOnly = pattern.last == UInt8(ascii: "/")
      if isFolderOnly { pattern.removeLast() }
      let isAnchored = pattern.contains(UInt8(ascii: "/"))
      if pattern.first == UInt8(ascii: "/") { pattern.removeFirst() }
      guard !pattern.isEmpty else { continue }
      rules.append(
        Rule(
          pattern: pattern, isNegated: isNegated, isFolderOnly: isFolderOnly,
          isAnchored: isAnchored))
    }
  }

  /// Whether a file or folder is ignored, by its path below the corpus folder.
  func ignores(_ path: String, isFolder: Bool) -> Bool {
    let path = Array(path.utf8)
    let nameStart = path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    for rule in rules.reversed() where isFolder || !rule.isFolderOnly {
      let subject = rule.isAnchored ? path[...] : path[nameStart...]
      if IgnoreRules.matches(rule.pattern[...], subject) { return !rule.isNegated }
    }
    return false
  }

  /// Glob matching with one place to come back to for each kind of star, so the time is bounded by the product of the
  /// lengths and hostile patterns cannot blow it up.
  private static func matches(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
    // reached[i]: the pattern up to the current place can match the first i bytes of the text.
    var reached = [Bool](repeating: false, count: text.count + 1)
    reached[0] = true
    let text = Array(text)
    var place = pattern.startIndex
    while place < pattern.endIndex {
      let byte = pattern[place]
      var next = [Bool](repeating: false, count: text.count + 1)
      if byte == UInt8(ascii: "*") {
        let isDouble = place + 1 < pattern.endIndex && pattern[place + 1] == byte
        var open = false
        for index in 0...text.count {
          if reached[index] { open = true }
          next[index] = open
          if !isDouble, index < text.count, text[index] == UInt8(ascii: "/") { open = false }
        }
        place += isDouble ? 2 : 1
        // "**/" also stands for no folder at all.
        if isDouble, place < pattern.endIndex, pattern[place] == UInt8(ascii: "/") {
          var folders = reached
          for index in 0..<text.count where next[index] && text[index] == UInt8(ascii: "/") {
            folders[index + 1] = true
          }
          next = folders
          place += 1
        }
      } else {
        for index in 0..<text.count where reached[index] {
          let isAny = byte == UInt8(ascii: "?") && text[index] != UInt8(ascii: "/")
          if isAny || byte == text[index] { next[index + 1] = true }
        }
        place += 1
      }
      reached = next
    }
    return reached[text.count]
  }
}
