import CGazetteData

/// The words that tell numbered formulas from counted things, read once from the table that is compiled in.
struct FormulaLexicon: Sendable {
  /// Signs for numbers in Chinese.
  private(set) var hanNumbers: [UInt32: Int] = [:]
  /// Words for numbers in English, in lower case.
  private(set) var englishNumbers: [String: Int] = [:]
  /// Characters for what is counted.
  private(set) var units: Set<UInt32> = []
  /// What 个 counts in plain sentences.
  private(set) var things: [[UInt32]] = []
  /// Sayings that have numbers in them and are no formulas.
  private(set) var sayings: [[UInt32]] = []
  /// Characters that may stand right behind a formula and do not belong to it.
  private(set) var closers: Set<UInt32> = []
  /// Characters that join words and stand in no formula.
  private(set) var links: Set<UInt32> = []
  /// Characters that end a name behind 个.
  private(set) var breaks: Set<UInt32> = []
  /// What leads to a list of members, the longer ones first.
  private(set) var hanLeads: [[UInt32]] = []
  private(set) var englishLeads: [[UInt32]] = []
  /// What is counted in plain English sentences, and little words that end a term.
  private(set) var englishThings: Set<String> = []

  /// Characters for two of a kind.
  private(set) var pairs: Set<UInt32> = []
  /// Last characters of the names of schemes.
  private(set) var schemes: Set<UInt32> = []
  /// What stands behind words that are spoken of as words.
  private(set) var wordings: [[UInt32]] = []
  /// Words with a number in them that are no formulas of policy.
  private(set) var words: Set<String> = []
  /// What stands in front of a quoted English term, and behind it, where its meaning is laid down.
  private(set) var definitionHeads: [[UInt32]] = []
  private(set) var definitionTails: [[UInt32]] = []

  static let standard = FormulaLexicon()

  private init() {
    let table = gazette_table_formulas()
    let bytes = UnsafeBufferPointer(start: table.bytes, count: table.count)
    var section = ""
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard line.first != UInt8(ascii: "#") else { continue }
      let text = String(decoding: line, as: UTF8.self)
      if text.hasPrefix("["), text.hasSuffix("]") {
        section = String(text.dropFirst().dropLast())
      } else {
        add(text, to: section)
      }
    }
  }

  private mutating func add(_ line: String, to section: String) {
    let scalars = line.unicodeScalars.map(\.value)
    let fields = line.split(separator: "\t").map(String.init)
    switch section {
    case "numbers-zh": hanNumbers[scalars[0]] = fields.count > 1 ? Int(fields[1]) : nil
    case "numbers-en": englishNumbers[fields[0]] = fields.count > 1 ? Int(fields[1]) : nil
    case "units-zh": units.insert(scalars[0])
    case "things-zh": things.append(scalars)
    case "sayings-zh": sayings.append(scalars)
    case "closers-zh": closers.insert(scalars[0])
    case "links-zh": links.insert(scalars[0])
    case "leads-zh": hanLeads.append(scalars)
    case "leads-en": englishLeads.append(scalars)
    case "breaks-zh": breaks.insert(scalars[0])
    case "pairs-zh": pairs.insert(scalars[0])
    case "schemes-zh": schemes.insert(scalars[0])
    case "wordings-zh": wordings.append(scalars)
    case "words-zh": words.insert(line)
    case "definition-heads-en": definitionHeads.append(scalars)
    case "definition-tails-en": definitionTails.append(scalars)
    case "things-en": englishThings.insert(line)
    default: break
    }
  }
}
