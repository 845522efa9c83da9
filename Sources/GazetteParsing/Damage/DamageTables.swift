private import CGazetteData
internal import GazetteDocument

/// The word tables of the catalogue of damage, read once from the table that is compiled in.
struct DamageTables: Sendable {
  /// Words around a mask, and what it hides.
  struct Mask: Sendable {
    let before: [UInt8]
    let hidden: String
    let after: [UInt8]
  }

  /// Words that spinning programs write, and what in front of or behind them says that they are meant.
  struct SpunWord: Sendable {
    let word: [UInt8]
    let before: [[UInt8]]
    let after: [[UInt8]]
  }

  let masks: [Mask]
  let spunWords: [SpunWord]
  let tags: Set<String>
  let fillers: PhraseTable
  let weakFillers: Set<[UInt8]>
  let starters: Set<String>
  let linkWords: Set<String>
  let genitives: Set<String>
  let repeats: Set<String>
  let plurals: Set<String>
  let nouns: Set<String>
  /// Nouns of bodies, which no name doubles.
  let bodyNouns: Set<String>
  let months: Set<String>
  let inventions: PhraseTable
  let policyWords: [[UInt8]]
  let companyWords: [[UInt8]]
  /// Words of public life, and words that speak of a firm.
  let publicWords: [[UInt8]]
  let firmWords: [[UInt8]]
  let gainVerbs: Set<String>
  let lossVerbs: [[UInt8]]
  let povertyNouns: [[UInt8]]
  let inversions: [[UInt8]]
  let hanPovertyNouns: [[UInt8]]
  let adverts: PhraseTable
  let navigation: PhraseTable
  /// Words by which a copy speaks of itself, in a note at its end.
  let notes: PhraseTable
  /// Words on the buttons of a page.
  let buttons: Set<String>
  let agencies: [[UInt8]]
  let loneWords: Set<String>
  let decodings: [(broken: [UInt8], meant: String)]
  let letterContexts: Set<String>

  static let shared = DamageTables()

  private init() {
    let table = unsafe gazette_table_damage()
    let bytes = unsafe UnsafeBufferPointer(start: table.bytes, count: table.count)
    let text = unsafe String(decoding: bytes, as: UTF8.self)
    var found: [String: [[String]]] = [:]
    var section = ""
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("["), line.hasSuffix("]") {
        section = String(line.dropFirst().dropLast())
      } else {
        found[section, default: []].append(
          line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
      }
    }
    func words(_ name: String) -> [String] { (found[name] ?? []).map { $0[0] } }
    func byteWords(_ name: String) -> [[UInt8]] { words(name).map { Array($0.utf8) } }
    func set(_ name: String) -> Set<String> {
      Set(words(name).flatMap { $0.split(separator: " ").map(String.init) })
    }
    func list(_ fields: [String], _ index: Int) -> [[UInt8]] {
      guard index < fields.count else { return [] }
      return fields[index].split(separator: " ").map { Array($0.utf8) }
    }
    masks = (found["masks"] ?? []).filter { $0.count > 2 }.map {
      Mask(before: Array($0[0].utf8), hidden: $0[1], after: Array($0[2].utf8))
    }
    spunWords = (found["spun"] ?? []).map {
      SpunWord(word: Array($0[0].utf8), before: list($0, 1), after: list($0, 2))
    }
    tags = set("tags")
    fillers = PhraseTable(byteWords("fillers"))
    weakFillers = Set((found["fillers"] ?? []).filter { $0.count > 1 }.map { Array($0[0].utf8) })
    starters = set("starters")
    linkWords = set("link-words")
    genitives = set("genitives")
    repeats = set("repeats")
    plurals = set("genitive-plurals")
    nouns = set("genitive-nouns")
    bodyNouns = set("body-nouns")
    months = set("months")
    inventions = PhraseTable(byteWords("inventions"))
    policyWords = byteWords("policy-words")
    companyWords = byteWords("company-words")
    publicWords = byteWords("public-words")
    firmWords = byteWords("firm-words")
    gainVerbs = set("gain-verbs")
    lossVerbs = byteWords("loss-verbs")
    povertyNouns = byteWords("poverty-nouns")
    inversions = byteWords("inversions")
    hanPovertyNouns = byteWords("han-poverty-nouns")
    adverts = PhraseTable(byteWords("adverts"))
    navigation = PhraseTable(byteWords("navigation"))
    notes = PhraseTable(byteWords("notes"))
    buttons = set("buttons")
    agencies = byteWords("agencies")
    loneWords = set("lone-words")
    decodings = (found["decodings"] ?? []).filter { $0.count > 1 }.map {
      (Array($0[0].utf8), $0[1])
    }
    letterContexts = set("letter-contexts")
  }
}
