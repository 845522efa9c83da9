internal import GazetteDocument

/// Looks for damage in a text: one pass through a gate that rarely opens, then what the outline tells.
struct DamageScan {
  private let text: DamageText
  /// What was found, each with its rule's place in the catalogue.
  private(set) var findings: [(rank: Int, finding: DamageFinding)] = []
  private var quotes: [Int] = []

  /// A rule with its place in the catalogue.
  private struct Ranked<Look: Sendable>: Sendable {
    let rank: Int
    let look: Look
  }

  /// A look at places, met so often that it is called as it is.
  private struct PlaceLook: Sendable {
    let rank: Int
    let detect: @Sendable (DamageText, Int) -> DamageFinding?
  }

  /// The gate, and the rules behind each of its classes.
  private struct Plan: Sendable {
    let gate: WindowGate
    /// The looks of all buckets, one bucket after the other.
    let places: [PlaceLook]
    /// Where the looks of each bucket begin, and where the last ones end.
    let starts: [Int]
    let sentences: [Ranked<DamageRule.SentenceLook>]
    /// For each byte, whether a rule waits for sentences that begin with it.
    let isAwaited: [Bool]
    let words: [Ranked<@Sendable (DamageText, [DamageWord], inout [DamageFinding]) -> Void>]
    let passages: [Ranked<@Sendable (DamageText, DamagePassages, inout [DamageFinding]) -> Void>]
    static let shared = Plan()

    init() {
      // Curly quotes open it for the rules that look at passages.
      var windows: [WindowGate.Window] = [
        .init(5, [0xE2...0xE2], [0x80...0x80], [0x9C...0x9D])
      ]
      var buckets = [[PlaceLook]](repeating: [], count: WindowGate.bucketCount)
      var sentences: [Ranked<DamageRule.SentenceLook>] = []
      var words: [Ranked<@Sendable (DamageText, [DamageWord], inout [DamageFinding]) -> Void>] = []
      var passages:
        [Ranked<@Sendable (DamageText, DamagePassages, inout [DamageFinding]) -> Void>] = []
      for (rank, rule) in DamageRule.catalogue.enumerated() {
        switch rule.detector {
        case .places(let look):
          windows += look.windows
          for bucket in Set(look.windows.map(\.bucket)) {
            buckets[bucket].append(PlaceLook(rank: rank, detect: look.detect))
          }
        case .sentences(let look): sentences.append(Ranked(rank: rank, look: look))
        case .words(let look): words.append(Ranked(rank: rank, look: look))
        case .passages(let look): passages.append(Ranked(rank: rank, look: look))
        }
      }
      self.sentences = sentences
      self.words = words
      self.passages = passages
      isAwaited = (0..<256).map { byte in sentences.contains { $0.look.starts[byte] } }
      gate = WindowGate(windows)
      places = Array(buckets.joined())
      starts = buckets.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    }
  }

  init(_ document: PolicyDocument) {
    text = DamageText(utf8: document.text.utf8, format: document.format)
  }

  /// Runs every rule.
  mutating func run(over document: PolicyDocument) {
    scanWindows()
    scanSentences(of: document)
    let passages = DamagePassages(document, quotes: quotes)
    var found: [DamageFinding] = []
    for rule in Plan.shared.passages {
      rule.look(text, passages, &found)
      add(found, rule.rank)
      found.removeAll(keepingCapacity: true)
    }
    weigh(document)
    guard findings.contains(where: { $0.finding.isEvidence }) else {
      findings.removeAll {
        $0.finding.isDoubtful || $0.finding.rule == DamageRule.straySentence.name
      }
      return
    }
    let rules = Plan.shared.words
    let all = document.passages.span
    for index in all.indices where !all[index].language.isChinese {
      let words = DamageWord.words(of: text.utf8.span, in: all[index].span.bytes)
      for rule in rules {
        rule.look(text, words, &found)
        guard !found.isEmpty else { continue }
        add(found, rule.rank)
        found.removeAll(keepingCapacity: true)
      }
    }
  }

  private mutating func add(_ found: [DamageFinding], _ rank: Int) {
    for var finding in found {
      finding.rule = DamageRule.catalogue[rank].name
      findings.append((rank, finding))
    }
  }

  private mutating func scanWindows() {
    let plan = Plan.shared
    let text = text
    let isPlain = text.isPlain
    plan.gate.forEachPlace(in: text.utf8.span) { place, classes in
      let first = text.utf8[place]
      if first == 0x22 || first == 0xE2 && classes & 1 << 5 != 0 {
        if isPlain { quotes.append(place) }
        return
      }
      var left = classes
      while left != 0 {
        let bucket = left.trailingZeroBitCount
        left &= left - 1
        for index in plan.starts[bucket]..<plan.starts[bucket + 1] {
          if let found = plan.places[index].detect(text, place) {
            add([found], plan.places[index].rank)
          }
        }
      }
    }
  }

  private mutating func scanSentences(of document: PolicyDocument) {
    let rules = Plan.shared.sentences
    let text = text
    // Most sentences begin with no byte that any rule waits for.
    let isAwaited = Plan.shared.isAwaited
    for index in document.sentences.indices {
      let sentence = document.sentences[index].span.bytes
      let first = Int(text.utf8[sentence.lowerBound])
      guard isAwaited[first] else { continue }
      for rule in rules where rule.look.starts[first] && sentence.count <= rule.look.longest {
        let before = rule.look.longest < .max ? before(index, in: document) : nil
        if let found = rule.look.detect(text, sentence, before) {
          add([found], rule.rank)
        }
      }
    }
  }

  /// The sentence before another one in its passage.
  private func before(_ index: Int, in document: PolicyDocument) -> Range<Int>? {
    var (low, high) = (0, document.passages.count)
    while low < high {
      let middle = (low + high) / 2
      if document.passages[middle].sentences.upperBound <= index {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < document.passages.count, document.passages[low].sentences.lowerBound < index else {
      return nil
    }
    return document.sentences[index - 1].span.bytes
  }

  /// Drops what is believed only together with other signs that are not there.
  private mutating func weigh(_ document: PolicyDocument) {
    func count(_ rule: DamageRule) -> Int { findings.count { $0.finding.rule == rule.name } }
    guard !findings.isEmpty else { return }
    if count(.pinyinInsertion) < 2 { drop(.pinyinInsertion) }
    if count(.confetti) < 3 { drop(.confetti) }
    if count(.inventedSentence) > 0, !isPolicyText(document) { drop(.inventedSentence) }
    let isGluedHan = { (finding: DamageFinding) in
      finding.rule == DamageRule.gluedHan.name && finding.replacement == "。\n"
    }
    if findings.count(where: { isGluedHan($0.finding) }) < 2 {
      findings.removeAll { isGluedHan($0.finding) }
    }
    weighFillers()
  }

  /// Marks that sound texts use too are believed behind others, or at the start of a line of a text with other damage.
  private mutating func weighFillers() {
    let isFiller = { (entry: (rank: Int, finding: DamageFinding)) in
      entry.finding.rule == DamageRule.fillerMarker.name
    }
    guard !findings.contains(where: { isFiller($0) && $0.finding.isEvidence }) else { return }
    let signs = Set(findings.filter(\.finding.isEvidence).map(\.finding.rule)).count
    let text = text
    findings.removeAll {
      isFiller($0) && (signs < 2 || !text.isLineStart($0.finding.range.lowerBound))
    }
    for index in findings.indices where isFiller(findings[index]) {
      findings[index].finding.reach = .place
    }
  }

  private mutating func drop(_ rule: DamageRule) {
    findings.removeAll { $0.finding.rule == rule.name }
  }

  /// Whether the text speaks of policy, and of no company of its own.
  private func isPolicyText(_ document: PolicyDocument) -> Bool {
    let tables = DamageTables.shared
    let title = Array((document.metadata.title.value ?? "").lowercased().utf8)
    let inTitle = DamageText(utf8: title, format: .text)
    let isOfCompany = title.indices.contains {
      inTitle.holds("compan".utf8, at: $0) || inTitle.holds("公司".utf8, at: $0)
    }
    guard !isOfCompany, !holds(1, of: tables.companyWords) else { return false }
    if holds(2, of: tables.policyWords) { return true }
    // A text of a county and its villages, in which nothing else says anything of a company.
    guard holds(2, of: tables.publicWords) else { return false }
    let invented = findings.filter { $0.finding.rule == DamageRule.inventedSentence.name }
      .map(\.finding.range)
    return !tables.firmWords.contains { holds($0, outside: invented) }
  }

  /// Whether the text holds a word outside some ranges.
  private func holds(_ word: [UInt8], outside ranges: [Range<Int>]) -> Bool {
    var from = 0
    while let found = text.utf8.span.place(ofWord: word, in: from..<text.count) {
      if !ranges.contains(where: { $0.contains(found) }) { return true }
      from = found + 1
    }
    return false
  }

  /// Whether the text holds as many of some words as asked for.
  private func holds(_ count: Int, of words: [[UInt8]]) -> Bool {
    var left = count
    for word in words where text.utf8.span.place(ofWord: word, in: 0..<text.count) != nil {
      left -= 1
      if left == 0 { return true }
    }
    return false
  }
}
