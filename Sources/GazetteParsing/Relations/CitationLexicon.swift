private import CGazetteData
internal import GazetteDocument

/// How papers are numbered, cited and related, read once from the table that is compiled in.
struct CitationLexicon: Sendable {
  /// A word that tells a relation.
  struct Cue: Sendable {
    let words: [UInt8]
    let kind: DocumentRelation.Kind
  }

  /// Codes of issuers, longest first.
  private(set) var codes: [[UInt8]] = []
  /// The issuers of these codes.
  private(set) var issuers: [String: String] = [:]
  /// What other codes end with, longest first.
  private(set) var codeEnds: [[UInt8]] = []
  /// Codes in letters, and the code that each stands for.
  private(set) var latinCodes: [String: String] = [:]
  /// Words of the names of bodies in English.
  private(set) var englishBodies = WordSet([])
  /// Names of `meta` elements in lower case, and the fields that they declare.
  private(set) var metaNames: [String: MetadataField] = [:]
  /// What titles end with beside the nouns of kinds.
  private(set) var citationEnds: [[UInt8]] = []
  /// What may stand between a citation and a cue behind it, longest first.
  private(set) var fillers: [[UInt8]] = []
  /// Words of English titles that are in small letters.
  private(set) var connectives = WordSet([])
  /// How lines begin that greet hearers.
  private(set) var greetings: [[UInt8]] = []
  /// Cues in front of a Chinese citation, keyed by their first three bytes.
  private(set) var before: [UInt32: [Cue]] = [:]
  /// The `Lexicon.voiceBit(of:)` of those bytes, by which nearly all characters are told from the heads of cues.
  private(set) var beforeHeads: UInt64 = 0
  /// Cues behind a Chinese citation, keyed by their first three bytes, longest first.
  private(set) var after: [UInt32: [Cue]] = [:]
  /// Cues of a title, longest first.
  private(set) var titleActs: [Cue] = []
  /// Cues in front of an English citation.
  private(set) var englishBefore = CueTable()
  /// Cues behind an English citation.
  private(set) var englishAfter = CueTable()

  /// The tables of this build.
  static let shared = CitationLexicon()

  private init() {
    let table = unsafe gazette_table_citations()
    let bytes = unsafe UnsafeBufferPointer(start: table.bytes, count: table.count)
    let text = unsafe String(decoding: bytes, as: UTF8.self)
    var section: Substring = ""
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("["), line.hasSuffix("]") {
        section = line.dropFirst().dropLast()
      } else {
        add(line.split(separator: "\t", omittingEmptySubsequences: false), to: section)
      }
    }
    codes.sort { $0.count > $1.count }
    codeEnds.sort { $0.count > $1.count }
    fillers.sort { $0.count > $1.count }
    titleActs.sort { $0.words.count > $1.words.count }
    for key in after.keys { after[key]?.sort { $0.words.count > $1.words.count } }
  }

  private mutating func add(_ fields: [Substring], to section: Substring) {
    let key = Array(fields[0].utf8)
    let value = fields.count > 1 ? String(fields[1]) : ""
    switch section {
    case "codes":
      codes.append(key)
      issuers[String(fields[0])] = value
    case "code-ends": codeEnds.append(key)
    case "english-bodies": englishBodies.insert(key)
    case "meta-names": metaNames[String(fields[0])] = MetadataField(rawValue: value)
    case "citation-ends": citationEnds.append(key)
    case "fillers": fillers.append(key)
    case "connectives": connectives.insert(key)
    case "greetings": greetings.append(key)
    case "latin-codes": latinCodes[String(fields[0])] = value
    default:
      guard let kind = DocumentRelation.Kind(rawValue: value) else { return }
      let cue = Cue(words: key, kind: kind)
      let head = key.span.triple(at: 0, end: key.count)
      switch section {
      case "cues-before":
        before[head, default: []].append(cue)
        beforeHeads |= 1 << Lexicon.voiceBit(of: head)
      case "cues-after": after[head, default: []].append(cue)
      case "title-acts": titleActs.append(cue)
      case "english-before": englishBefore.insert(cue)
      case "english-after": englishAfter.insert(cue)
      default: break
      }
    }
  }

  /// A code as it is kept: in Han where letters stand for a known one, without 中华人民共和国 in front of an order.
  func normalised(_ code: [UInt8]) -> String {
    if !code.isEmpty, code.allSatisfy(\.isLetter) {
      let key = String(decoding: code.map { $0 | 0x20 }, as: UTF8.self)
      return latinCodes[key] ?? String(decoding: code, as: UTF8.self)
    }
    let state = Array("中华人民共和国".utf8)
    let isLong = code.count > state.count + 3 && code.starts(with: state)
    return String(decoding: isLong ? Array(code.dropFirst(state.count)) : code, as: UTF8.self)
  }
}
