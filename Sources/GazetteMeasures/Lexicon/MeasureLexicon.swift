private import CGazetteData

/// The words by which measures are found, of one or both languages: the embedded table, and what a user adds to it.
public struct MeasureLexicon: Sendable {
  /// The words of one language with the automaton that finds them.
  struct Words: Sendable {
    var cues: [Cue] = []
    var automaton = CueAutomaton([])
  }

  private var entries: [String: [[UInt8]: Cue]] = ["zh": [:], "en": [:]]
  private(set) var chinese = Words()
  private(set) var english = Words()

  /// The table that was compiled into the program, read once.
  public static let standard: MeasureLexicon = {
    let table = gazette_table_measures()
    let text = String(
      decoding: UnsafeBufferPointer(start: table.bytes, count: table.count), as: UTF8.self)
    var lexicon = MeasureLexicon()
    lexicon.read(text)
    lexicon.build()
    return lexicon
  }()

  private init() {}

  /// The lexicon with the words of a table added, and what of the table could not be used.
  ///
  /// Lines that are at fault are left out; all others count.
  ///
  /// - Parameter table: Sections such as `[zh verb set-up]` with words below; words of a section `none` are taken out.
  /// - Returns: A new lexicon, and a notice for each line that is at fault, in their order.
  public func adding(_ table: String) -> (lexicon: MeasureLexicon, notices: [LexiconNotice]) {
    var lexicon = self
    let notices = lexicon.read(table)
    lexicon.build()
    return (lexicon, notices)
  }

  /// Longer than the longest word of any lexicon, in bytes.
  private static let longestWord = 96

  @discardableResult
  private mutating func read(_ text: String) -> [LexiconNotice] {
    var notices: [LexiconNotice] = []
    var section: LexiconSection?
    var cue = Cue(kinds: [])
    var number = 0
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      var line = line
      while line.last == 0x20 || line.last == 0x0D || line.last == 0x09 { line.removeLast() }
      if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
      guard let first = line.first, first != 0x23 else { continue }
      func note(_ reason: LexiconNotice.Reason, _ words: some Sequence<UInt8>) {
        notices.append(
          LexiconNotice(
            line: number, reason: reason, words: String(decoding: Array(words), as: UTF8.self)))
      }
      if first == 0x5B {
        let parts = String(decoding: line.dropFirst().prefix { $0 != 0x5D }, as: UTF8.self)
          .split(separator: " ").map(String.init)
        let head = LexiconSection(parts: parts, isClosed: line.last == 0x5D)
        if let fault = head.fault { note(fault, line) }
        section = head
        cue = MeasureLexicon.cue(section: parts)
        continue
      }
      guard let section else {
        note(.noSection, line)
        continue
      }
      // The fault of a section was told at its head.
      if section.fault != nil { continue }
      read(line, in: section, cue) { note($0, $1) }
    }
    return notices
  }

  private mutating func read(
    _ line: Substring.UTF8View, in section: LexiconSection, _ cue: Cue,
    note: (LexiconNotice.Reason, [UInt8]) -> Void
  ) {
    let isChinese = section.language == "zh"
    for word in line.split(whereSeparator: { isChinese ? $0 == 0x20 : $0 == 0x2C }) {
      var bytes = Array(word.drop { $0 == 0x20 })
      while bytes.last == 0x20 || bytes.last == 0x0D { bytes.removeLast() }
      for index in bytes.indices where bytes[index] &- 0x41 < 26 { bytes[index] |= 0x20 }
      guard !bytes.isEmpty else { continue }
      if bytes.count > MeasureLexicon.longestWord {
        note(.longWord, bytes)
      } else if section.isRemoval {
        if entries[section.language]?.removeValue(forKey: bytes) == nil {
          note(.unknownWord, bytes)
        }
      } else {
        entries[section.language]?[bytes, default: cue].merge(cue)
        if !isChinese, cue.kinds.contains(.verb) { addGerund(of: bytes, cue.group) }
        if !isChinese, cue.kinds == .actor { addPlural(of: bytes) }
      }
    }
  }

  /// The entry that a section's words get: `[zh modal 4 negative]`, `[en verb set-up]`, `[zh comparator before]`.
  private static func cue(section parts: [String]) -> Cue {
    guard parts.count > 1 else { return Cue(kinds: []) }
    let kind = parts[1]
    let rest = parts.dropFirst(2)
    let joined = rest.isEmpty ? kind : kind + "-" + rest.joined(separator: "-")
    switch kind {
    case "modal":
      return Cue(
        kinds: .modal, strength: Int8(rest.first ?? "3") ?? 3, isNegative: rest.last == "negative")
    case "verb" where rest.first == "principle":
      return Cue(kinds: [.verb, .principle], group: .keep)
    case "verb":
      return Cue(kinds: .verb, group: VerbGroup(rawValue: rest.first ?? "") ?? .other)
    case "forbid-verb":
      return Cue(kinds: [.forbidVerb, .verb], forbidding: Int8(rest.first ?? "3") ?? 3)
    case "preposition":
      switch rest.first {
      case "object": return Cue(kinds: .objectPreposition)
      case "agent": return Cue(kinds: .agent)
      default: return Cue(kinds: .preposition)
      }
    default: return Cue(kinds: CueKinds(name: joined))
    }
  }

  /// Adds the plural of an English word for somebody who acts.
  private mutating func addPlural(of name: [UInt8]) {
    guard name.count > 3, name.last != UInt8(ascii: "s"), name.last != UInt8(ascii: "n") else {
      return
    }
    let plural =
      name.last == UInt8(ascii: "y") ? name.dropLast() + Array("ies".utf8) : name + Array("s".utf8)
    entries["en"]?[Array(plural), default: Cue(kinds: .actor)].merge(Cue(kinds: .actor))
  }

  /// Adds the form in -ing of an English verb, so that lists of gerunds are read too.
  private mutating func addGerund(of verb: [UInt8], _ group: VerbGroup) {
    let first = verb.firstIndex(of: 0x20) ?? verb.count
    var word = Array(verb[..<first])
    guard word.count > 1, word.allSatisfy({ $0 &- 0x61 < 26 }) else { return }
    let vowels = Set("aeiou".utf8)
    let last = word[word.count - 1]
    if last == UInt8(ascii: "e"), word.count > 2, !vowels.contains(word[word.count - 2]) {
      word.removeLast()
    } else if word.count > 2, word.count < 5, !vowels.contains(last), last != UInt8(ascii: "w"),
      last != UInt8(ascii: "y"), last != UInt8(ascii: "x"), vowels.contains(word[word.count - 2]),
      !vowels.contains(word[word.count - 3])
    {
      word.append(last)
    }
    let gerund = word + Array("ing".utf8) + verb[first...]
    entries["en"]?[gerund, default: Cue(kinds: .gerund, group: group)]
      .merge(Cue(kinds: .gerund, group: group))
  }

  /// The entries with what follows from one another: a verb is no blocked word, a longer name of a body is a body.
  private static func settled(_ words: [[UInt8]: Cue]) -> [[UInt8]: Cue] {
    words.reduce(into: [:]) { settled, entry in
      var cue = entry.value
      if !cue.kinds.intersection([.verb, .modal, .done]).isEmpty { cue.kinds.subtract(.block) }
      if cue.kinds.contains(.actorWhole) { cue.kinds.formUnion(.actor) }
      if cue.kinds.contains(.block), entry.key.count > 6 {
        let ending = words[Array(entry.key.suffix(6))]
        if ending?.kinds.contains(.actor) == true { cue.kinds.formUnion(.actor) }
      }
      settled[entry.key] = cue
    }
  }

  private mutating func build() {
    for (language, words) in entries {
      // Sorted, so that the automaton is the same on every machine.
      let words = language == "zh" ? MeasureLexicon.settled(words) : words
      let order = words.keys.sorted { $0.lexicographicallyPrecedes($1) }
      let built = Words(
        cues: order.map { words[$0] ?? Cue(kinds: []) }, automaton: CueAutomaton(order))
      if language == "zh" { chinese = built } else { english = built }
    }
  }
}
