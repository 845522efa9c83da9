import GazetteAnalysis
import GazetteConcepts
import GazetteDocument
import GazetteIndex
import GazetteQuery

/// Looks for words like one that stands nowhere.
struct SpellingCorrection {
  /// How many words of a query are looked at.
  static let wordLimit = 8
  /// Longer queries are not looked at.
  static let pieceLimit = 64
  /// How many words are offered for one.
  private static let offerLimit = 3
  /// How many titles are looked at.
  private static let titleLimit = 20_000
  /// How many passages with a run nearly so written are looked at.
  private static let passageLimit = 40
  /// The Chinese runs of which one character may be wrong.
  private static let runLengths = 2...12

  private let search: PolicySearch
  private let thesaurus: StoredThesaurus?
  /// Titles and the Chinese labels of concepts, folded; read when the first run asks for them.
  private var names: [[Unicode.Scalar]]?

  init(_ search: PolicySearch) throws(IndexError) {
    self.search = search
    thesaurus = try search.thesaurus()
  }

  /// Whether a piece of a query is a word that stands nowhere.
  func isUnknown(_ piece: QueryPiece) throws(IndexError) -> Bool {
    switch piece.kind {
    case .word: break
    case .phrase: guard Self.isRun(piece) else { return false }
    case .prefix, .pattern, .fuzzy: return false
    }
    return try count(piece.text) == 0
  }

  /// Words like a piece, the likeliest first.
  mutating func offers(for piece: QueryPiece) throws -> [QuerySuggestion.Offer] {
    Self.isRun(piece) ? try runOffers(piece) : try wordOffers(piece)
  }

  private static func isRun(_ piece: QueryPiece) -> Bool {
    runLengths.contains(piece.atoms.count)
      && piece.atoms.allSatisfy { atom in atom.bytes.first.map { $0 >= 0x80 } ?? false }
      && piece.text.unicodeScalars.allSatisfy { $0.properties.isIdeographic }
  }

  /// How many passages hold a word or run.
  private func count(_ text: String) throws(IndexError) -> Int {
    let parsed = ParsedQuery("\"" + text + "\"")
    let count = try search.searcher.count(parsed.query)
    guard count == 0, let titled = parsed.titled else { return count }
    return try search.searcher.count(titled)
  }

  // MARK: Words of letters

  private func wordOffers(_ piece: QueryPiece) throws(IndexError) -> [QuerySuggestion.Offer] {
    guard piece.atoms.count == 1, let atom = piece.atoms.first else { return [] }
    var found: [String: (edits: Int, count: Int)] = [:]
    for field in [PolicyField.body, .title, .heading, .issuer] {
      let edits = atom.bytes.count < 4 ? 1 : 2
      let fuzzy = Query.fuzzy(Term(field: field.id, bytes: atom.bytes), edits: edits, prefix: 0)
      for term in try search.searcher.expansion(of: fuzzy).terms {
        let text = String(decoding: term.term.bytes, as: UTF8.self)
        let known = found[text]
        found[text] = (term.edits, max(known?.count ?? 0, term.documentFrequency))
      }
    }
    var offers = try pinyinOffers(piece.text)
    // A word of numbers alone is another number, not another spelling.
    let words = found.filter { $0.key.utf8.contains { $0 > 0x39 } }.sorted {
      ($0.value.edits, -$0.value.count, $0.key) < ($1.value.edits, -$1.value.count, $1.key)
    }
    for (text, _) in words.prefix(Self.offerLimit * 2) {
      let count = try count(text)
      if count > 0 {
        offers.append(QuerySuggestion.Offer(text: text, likeness: .spelling, count: count))
      }
    }
    return Array(offers.prefix(Self.offerLimit))
  }

  /// The Chinese labels that are read as a word of letters says.
  private func pinyinOffers(_ word: String) throws(IndexError) -> [QuerySuggestion.Offer] {
    guard let thesaurus, word.utf8.count > 2 else { return [] }
    if try !thesaurus.owners(ofLabel: word).isEmpty { return [] }
    var offers: [QuerySuggestion.Offer] = []
    for number in try thesaurus.lookUp(word).prefix(Self.offerLimit) {
      let concept = try thesaurus.concept(at: number)
      guard let label = concept.labels.first(where: { Self.isChinese($0.text) }) else { continue }
      let count = try count(label.text)
      if count > 0, !offers.contains(where: { $0.text == label.text }) {
        offers.append(QuerySuggestion.Offer(text: label.text, likeness: .pinyin, count: count))
      }
    }
    return offers
  }

  private static func isChinese(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0.properties.isIdeographic }
  }

  // MARK: Runs of Chinese

  private mutating func runOffers(_ piece: QueryPiece) throws -> [QuerySuggestion.Offer] {
    let run = Self.scalars(piece.text)
    let sounds = run.map(Self.sounds)
    var found: [[Unicode.Scalar]: QuerySuggestion.Likeness] = [:]
    if run.count > 2 {
      for own in try similarRuns(piece.text, length: run.count) where own != run {
        if own.count != run.count {
          if abs(own.count - run.count) == 1 { found[own] = .spelling }
        } else if let likeness = Self.likeness(run, own, sounds) {
          found[own] = likeness
        }
      }
    }
    for name in try knownNames() {
      guard name.count >= run.count else { continue }
      for start in 0...(name.count - run.count) {
        let window = Array(name[start..<start + run.count])
        guard window != run, let likeness = Self.likeness(run, window, sounds) else { continue }
        found[window] = likeness
      }
    }
    var offers: [QuerySuggestion.Offer] = []
    for (window, likeness) in found {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: window)
      let count = try count(String(text))
      guard count > 0 else { continue }
      offers.append(
        QuerySuggestion.Offer(text: String(text), likeness: likeness, count: count))
    }
    // Who types by sound errs by sound; a character too many or too few is rarer than a wrong one.
    func order(_ offer: QuerySuggestion.Offer) -> (Int, Int, Int, String) {
      (
        offer.likeness == .pinyin ? 0 : 1, offer.text.unicodeScalars.count == run.count ? 0 : 1,
        -offer.count, offer.text
      )
    }
    let sorted = offers.sorted { order($0) < order($1) }
    let isWhole = sorted.first.map { $0.text.unicodeScalars.count == run.count } ?? false
    return Array(
      sorted.filter { !isWhole || $0.text.unicodeScalars.count >= run.count }
        .prefix(Self.offerLimit))
  }

  private static func scalars(_ text: String) -> [Unicode.Scalar] {
    Array(String(decoding: TextFolding.fold(Array(text.utf8)).utf8, as: UTF8.self).unicodeScalars)
  }

  /// How a run is like another of the same length; of two characters both must be read alike.
  private static func likeness(
    _ run: [Unicode.Scalar], _ other: [Unicode.Scalar], _ sounds: [Set<String>]
  ) -> QuerySuggestion.Likeness? {
    var differing = 0
    var isReadAlike = true
    for (place, (left, right)) in zip(run, other).enumerated() where left != right {
      differing += 1
      if sounds[place].isDisjoint(with: Self.sounds(of: right)) { isReadAlike = false }
      if differing > 1, !isReadAlike { return nil }
    }
    if isReadAlike { return .pinyin }
    return run.count > 2 ? .spelling : nil
  }

  /// How a character sounds to those who do not tell apart n and ng, or z, c, s and zh, ch, sh.
  private static func sounds(of scalar: Unicode.Scalar) -> Set<String> {
    Set(
      PinyinTable.standard.readings(of: scalar).map { reading in
        var sound = reading
        if sound.hasSuffix("ng") { sound.removeLast() }
        for initial in ["zh", "ch", "sh"] where sound.hasPrefix(initial) {
          sound.remove(at: sound.index(after: sound.startIndex))
        }
        return sound
      })
  }

  /// Runs of the passages that differ in one character.
  private func similarRuns(_ text: String, length: Int) throws -> Set<[Unicode.Scalar]> {
    var runs: Set<[Unicode.Scalar]> = []
    let near = try search.search(
      QuerySyntax(.fuzzy(text, 1)).description, limit: Self.passageLimit, literally: true)
    guard !near.isPartial else { return [] }
    for hit in near.hits {
      let scalars = Array(hit.passage.text.unicodeScalars)
      for match in hit.matches where match.kind == .phrase {
        let own = Self.scalars(match.term)
        runs.insert(own)
        // The wrong character at an end is not lit: it may be the one beside.
        guard own.count + 1 == length, let span = match.span else { continue }
        let start = span.start.scalar - hit.passage.passage.span.start.scalar
        for first in [start - 1, start] where first >= 0 && first + length <= scalars.count {
          let window = scalars[first..<first + length]
          if window.allSatisfy(\.properties.isIdeographic) {
            var text = String.UnicodeScalarView()
            text.append(contentsOf: window)
            runs.insert(Self.scalars(String(text)))
          }
        }
      }
    }
    return runs
  }

  private mutating func knownNames() throws(IndexError) -> [[Unicode.Scalar]] {
    if let names { return names }
    var found: [[Unicode.Scalar]] = []
    if let thesaurus {
      for number in 0..<thesaurus.conceptCount {
        for label in try thesaurus.concept(at: number).labels where label.status != .broken {
          let name = Self.scalars(label.text)
          if name.contains(where: \.properties.isIdeographic) { found.append(name) }
        }
      }
    }
    for group in search.searcher.groups.prefix(Self.titleLimit) {
      guard let title = try search.record(of: group).summary().metadata.title.value else {
        continue
      }
      let name = Self.scalars(title)
      if name.contains(where: \.properties.isIdeographic) { found.append(name) }
    }
    names = found
    return found
  }
}
