private import CGazetteData
internal import GazetteDocument

/// The word lists of the parser, read once from the table that is compiled in.
struct Lexicon: Sendable {
  /// Where a phrase must stand in a block to mark it as page furniture.
  struct FurniturePhrase: Sendable {
    let words: [UInt8]
    let isWhole: Bool
    let reason: Furniture
  }

  /// Labels of encodings in lower case.
  private(set) var encodings: [String: TextEncoding] = [:]
  /// A label of metadata.
  struct Label: Sendable {
    let field: MetadataField
    /// Whether the label is a word of running text too.
    let isWeak: Bool
  }

  /// Labels of metadata by the hash of their bytes, without white space and in lower case.
  private(set) var labels: [UInt64: Label] = [:]
  /// Spellings of the legal status and their normal form.
  private(set) var statuses: [String: String] = [:]
  /// Nouns that close a Chinese title, the longer ones first.
  private(set) var kinds: [[UInt8]] = []
  /// The kind that such a noun names where it says more: 意见 for 实施意见.
  private(set) var kindNames: [[UInt8]: String] = [:]
  /// The last characters of these nouns, as `triple(at:end:)` reads them.
  private(set) var kindEnds: Set<UInt32> = []
  /// Nouns that name the kind of an English document.
  private(set) var englishKinds = WordSet([])
  /// Ends of the names of bodies.
  private(set) var bodies: [[UInt8]] = []
  /// Agencies and sites, in lower case.
  private(set) var agencies: [[UInt8]] = []
  /// For each byte, whether the name of an agency begins with it.
  private(set) var agencyStarts = [Bool](repeating: false, count: 256)
  /// The `voiceBit(of:)` of the characters with which captions, source lines and the names of agencies begin in Chinese.
  private(set) var voiceHeads: UInt64 = 0
  /// Heads of contents pages by their hashes, without white space and in lower case.
  private(set) var contentsHeads: Set<UInt64> = []
  /// For each byte, whether such a head may begin with it: in either case, or with a mark in front.
  private(set) var contentsStarts = [Bool](repeating: false, count: 256)
  /// Words that no English heading ends with, as a sentence goes on behind them, by their hashes.
  private(set) var runningWords: Set<UInt64> = []
  /// Page furniture by its words, keyed by their first byte.
  private(set) var furniture: [UInt8: [FurniturePhrase]] = [:]
  /// Words with which copies begin what they add to a text.
  private(set) var fillers = WordTable()
  /// The little words of languages in Latin letters, by the tag of the language.
  private(set) var functionWords: [String: [String]] = [:]
  /// Page furniture by a word of a class, an id or a role.
  private(set) var furnitureClasses: [UInt64: Furniture] = [:]
  /// For each dialect of XML, what its elements are, by the hash of their local names.
  private(set) var markup: [MarkupDialect: [UInt64: MarkupRole]] = [:]
  /// For each scalar of three bytes, at its `LanguageTally.place(of:)`, the place of its count there.
  ///
  /// 0 for Han of both scripts, 16 for what only Simplified text uses, 32 for what only Traditional text does, 48 for the
  /// rest.
  private(set) var scripts = [UInt8](repeating: 48, count: 0x1_0000)

  /// Headings of plans and notices that are known without a sign behind them, where a text lost its line breaks.
  private(set) var gluedHeads = WordTable([])
  /// The hashes of the words that count the parts of a paragraph, with how they count, and the value.
  private(set) var counts: [UInt64: (style: InlineMark.Style, value: Int)] = [:]
  /// For each letter that such words begin with, a bit.
  private var countHeads: UInt32 = 0
  /// No such words are longer.
  static let longestCount = 24

  /// Whether words that count begin with a letter.
  func opensCount(_ letter: UInt8) -> Bool { countHeads >> UInt32(letter & 0x1F) & 1 == 1 }

  /// The lists of this build.
  static let shared = Lexicon()

  private init() {
    // What begins with E4 to E9 in UTF-8: Han but for the hexagrams.
    for value in 0x4000..<0xA000 { scripts[Lexicon.scriptPlace(of: value)] = 0 }
    let table = unsafe gazette_table_lexicon()
    let bytes = unsafe UnsafeBufferPointer(start: table.bytes, count: table.count)
    let text = unsafe String(decoding: bytes, as: UTF8.self)
    var section: Substring = ""
    var fillers: [Substring] = []
    var heads: [Substring] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("["), line.hasSuffix("]"), !line.contains("\t") {
        section = line.dropFirst().dropLast()
      } else if section == "fillers" {
        fillers.append(line)
      } else if section == "glued-heads" {
        if !line.isEmpty { heads.append(line) }
      } else {
        add(line.split(separator: "\t", omittingEmptySubsequences: false), to: section)
      }
    }
    for word in ["图", "资", "来", "稿", "[ph", "(ph", "pho", "sou", "(so"] {
      let bytes = Array(word.utf8)
      voiceHeads |= 1 << Lexicon.voiceBit(of: bytes.span.triple(at: 0, end: 3))
    }
    self.fillers = WordTable(fillers)
    gluedHeads = WordTable(heads)
    kinds.sort { $0.count > $1.count }
    kindEnds = Set(kinds.map { $0.suffix(3).reduce(0) { $0 << 8 | UInt32($1) } })
  }

  /// The place in `scripts` of a scalar below U+10000 that has three bytes in UTF-8.
  private static func scriptPlace(of value: Int) -> Int {
    let bytes = (value >> 12 & 0x0F, value >> 6 & 0x3F, value & 0x3F)
    return LanguageTally.place(of: UInt32(bytes.0 | bytes.1 << 8 | bytes.2 << 16))
  }

  /// A number below 64 for a character of three bytes, by which nearly all others are told from those looked for.
  @inline(__always)
  static func voiceBit(of head: UInt32) -> UInt64 {
    // The case of letters aside.
    UInt64(((head | 0x20_2020) &* 0x465D_9051) &>> 26)
  }

  /// FNV-1a, by which words of attributes are looked up without making a string of each.
  static func hash(_ word: some Sequence<UInt8>) -> UInt64 {
    word.reduce(hashSeed) { hash($0, $1) }
  }

  static let hashSeed: UInt64 = 0xCBF2_9CE4_8422_2325

  static func hash(_ seed: UInt64, _ byte: UInt8) -> UInt64 {
    (seed ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// The field that a key names: case, white space, `_` and `-` left out.
  func field(named key: Span<UInt8>) -> MetadataField? {
    var hash = Lexicon.hashSeed
    for index in key.indices {
      let byte = key[index]
      if byte.isSpace || byte == 0x5F || byte == 0x2D { continue }
      hash = Lexicon.hash(hash, byte.isUppercase ? byte | 0x20 : byte)
    }
    guard let field = labels[hash]?.field, field != .other else { return nil }
    return field
  }

  private mutating func add(_ fields: [Substring], to section: Substring) {
    let key = Array(fields[0].utf8)
    let value = fields.count > 1 ? String(fields[1]) : ""
    switch section {
    case "encodings": encodings[String(fields[0])] = TextEncoding(rawValue: value)
    case "labels":
      labels[Lexicon.hash(key)] = MetadataField(rawValue: value).map {
        Label(field: $0, isWeak: fields.count > 2)
      }
    case "status": statuses[String(fields[0])] = value
    case "kinds":
      kinds.append(key)
      if !value.isEmpty { kindNames[key] = value }
    case "english-kinds": englishKinds.insert(key)
    case "bodies": bodies.append(key)
    case "agencies":
      agencies.append(key)
      if let first = key.first { agencyStarts[Int(first)] = true }
      voiceHeads |= 1 << Lexicon.voiceBit(of: key.span.triple(at: 0, end: key.count))
    case "contents-heads":
      contentsHeads.insert(Lexicon.hash(key))
      guard let first = key.first else { break }
      for start in [first, first & 0xDF, 0x2A, 0x23] { contentsStarts[Int(start)] = true }
    case "counts":
      guard let value = Int(value) else { return }
      let isHand = fields.count > 2 && fields[2] == "hand"
      counts[Lexicon.hash(key)] = (isHand ? .hand : .word, value)
      if let first = key.first { countHeads |= 1 << (first & 0x1F) }
    case "running-words": runningWords.insert(Lexicon.hash(key))
    case "furniture":
      guard fields.count > 2, let first = key.first,
        let reason = Furniture(rawValue: String(fields[2]))
      else { return }
      furniture[first, default: []].append(
        FurniturePhrase(words: key, isWhole: value == "whole", reason: reason))
    case "function-words":
      functionWords[String(fields[0])] = value.split(separator: " ").map(String.init)
    case "furniture-classes": furnitureClasses[Lexicon.hash(key)] = Furniture(rawValue: value)
    case _ where section.hasPrefix("xml-"):
      guard let dialect = MarkupDialect(rawValue: String(section.dropFirst(4))) else { return }
      markup[dialect, default: [:]][Lexicon.hash(key)] = MarkupRole(value)
    case "scripts":
      for pair in fields[0].split(separator: " ") {
        for (index, scalar) in pair.unicodeScalars.enumerated() {
          let value = Int(scalar.value)
          guard (0x4E00..<0xA000).contains(value) else { continue }
          scripts[Lexicon.scriptPlace(of: value)] = index == 0 ? 16 : 32
        }
      }
    default: break
    }
  }
}
