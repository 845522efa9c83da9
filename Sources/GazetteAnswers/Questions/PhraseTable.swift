import CGazetteData

/// Phrases by section, as an embedded table has them: matched word by word, Chinese character by character.
struct PhraseTable: Sendable {
  /// When a phrase counts.
  enum Condition: Sendable {
    /// Always.
    case always
    /// Where no other phrase counts.
    case weak
    /// Where a clause begins.
    case first
    /// Where a clause ends.
    case last
    /// Also at some distance.
    case far
  }

  /// A phrase.
  struct Phrase: Sendable {
    /// The section that it stands in.
    let section: String
    /// Its folded words or characters.
    let atoms: [[UInt8]]
    /// When it counts.
    let condition: Condition
  }

  /// A phrase at its place.
  struct Match {
    /// The phrase.
    let phrase: Phrase
    /// Its place among the atoms of the text.
    let atoms: Range<Int>
  }

  /// The phrases by their first atom, the longest first.
  private var phrases: [[UInt8]: [Phrase]] = [:]

  /// What a question asks for: `questions.txt`, read once.
  static let questions = PhraseTable(gazette_table_questions())
  /// What says what a term is: `definition-cues.txt`, read once.
  static let definitions = PhraseTable(gazette_table_definition_cues())

  private init(_ table: GazetteTable) {
    let text = String(
      decoding: UnsafeBufferPointer(start: table.bytes, count: table.count), as: UTF8.self)
    var section = ""
    var reader = TermReader()
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("["), line.hasSuffix("]") {
        section = String(line.dropFirst().dropLast())
        continue
      }
      let cells = line.split(separator: "\t")
      let atoms = reader.atoms(of: cells[0].utf8).map(\.bytes)
      guard let first = atoms.first else { continue }
      let condition: Condition =
        switch cells.count > 1 ? cells[1] : "" {
        case "?": .weak
        case "^": .first
        case "$": .last
        case "~": .far
        default: .always
        }
      phrases[first, default: []].append(
        Phrase(section: section, atoms: atoms, condition: condition))
    }
    for key in phrases.keys { phrases[key]?.sort { $0.atoms.count > $1.atoms.count } }
  }

  /// The longest phrase that begins at an atom and is admitted; `nil` for none.
  func match(
    at place: Int, of atoms: [TermReader.Atom], where admits: (Match) -> Bool = { _ in true }
  ) -> Match? {
    for phrase in phrases[atoms[place].bytes] ?? [] {
      let end = place + phrase.atoms.count
      guard end <= atoms.count,
        zip(atoms[place..<end], phrase.atoms).allSatisfy({ $0.bytes == $1 })
      else { continue }
      let match = Match(phrase: phrase, atoms: place..<end)
      if admits(match) { return match }
    }
    return nil
  }
}
