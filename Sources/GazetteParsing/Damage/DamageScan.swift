internal import GazetteDocument

/// Looks for damage in a text: one pass through a gate that rarely opens, then what the outline tells.
struct DamageScan {
  private let text: DamageText
  /// What was found, each with its rule's place in the catalogue.
  private(set) var findings: [(rank: Int, finding: DamageFinding)] = []
  private var quotes: [Int] = []

  /// The gate, and the rules behind each of its classes.
  private struct Plan: Sendable {
    let gate: WindowGate
    let buckets: [[Int]]
    static let shared = Plan()

    init() {
      var windows: [WindowGate.Window] = [
        .init(5, [0xE2...0xE2], [0x80...0x80], [0x9C...0x9D])
      ]
      var buckets = [[Int]](repeating: [], count: WindowGate.bucketCount)
      for (rank, rule) in DamageRule.catalogue.enumerated() {
        guard case .windows(let own, _) = rule.detector else { continue }
        windows += own
        for bucket in Set(own.map(\.bucket)).sorted() { buckets[bucket].append(rank) }
      }
      gate = WindowGate(windows)
      self.buckets = buckets
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
    for (rank, rule) in DamageRule.catalogue.enumerated() {
      guard case .passages(let detect) = rule.detector else { continue }
      detect(text, passages, &found)
      add(found, rank)
      found = []
    }
    weigh(document)
    guard findings.contains(where: { $0.finding.isEvidence }) else {
      findings.removeAll { $0.finding.rule == DamageRule.straySentence.name }
      return
    }
    for (rank, rule) in DamageRule.catalogue.enumerated() {
      guard case .words(let detect) = rule.detector else { continue }
      for passage in document.passages where !passage.language.isChinese {
        detect(text, passage.span.bytes, &found)
      }
      add(found, rank)
      found = []
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
    let isPlain = text.isPlain
    var places: [(Int, UInt32)] = []
    plan.gate.forEachPlace(in: text.utf8.span) { place, classes in
      places.append((place, classes))
    }
    for (place, classes) in places {
      let first = text.utf8[place]
      if first == 0x22 || first == 0xE2 && text.utf8[place + 1] == 0x80 && classes & 1 << 5 != 0 {
        if isPlain { quotes.append(place) }
        continue
      }
      var left = classes
      while left != 0 {
        let bucket = left.trailingZeroBitCount
        left &= left - 1
        for rank in plan.buckets[bucket] {
          guard case .windows(_, let detect) = DamageRule.catalogue[rank].detector,
            let found = detect(text, place)
          else { continue }
          add([found], rank)
        }
      }
    }
  }

  private mutating func scanSentences(of document: PolicyDocument) {
    let rules = DamageRule.catalogue.enumerated().compactMap { rank, rule in
      if case .sentences(let detect) = rule.detector { (rank, detect) } else { nil }
    }
    for passage in document.passages {
      var before: Range<Int>?
      for index in passage.sentences {
        let sentence = document.sentences[index].span.bytes
        for (rank, detect) in rules {
          if let found = detect(text, sentence, before) { add([found], rank) }
        }
        before = sentence
      }
    }
  }

  /// Drops what is believed only together with other signs that are not there.
  private mutating func weigh(_ document: PolicyDocument) {
    func count(_ rule: DamageRule) -> Int { findings.count { $0.finding.rule == rule.name } }
    guard !findings.isEmpty else { return }
    if count(.pinyinInsertion) < 2 { drop(.pinyinInsertion) }
    if count(.confetti) < 3 { drop(.confetti) }
    if count(.inventedSentence) > 0, !isPolicyText(document) { drop(.inventedSentence) }
    let hasFiller = findings.contains {
      $0.finding.rule == DamageRule.fillerMarker.name && $0.finding.isEvidence
    }
    if !hasFiller { drop(.fillerMarker) }
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
    return !isOfCompany && kinds(of: tables.policyWords) >= 2 && kinds(of: tables.companyWords) == 0
  }

  /// How many of some words the text holds.
  private func kinds(of words: [[UInt8]]) -> Int {
    words.count { word in
      guard let first = word.first else { return false }
      var place = text.utf8.span.firstPlace(of: first, from: 0)
      while let found = place {
        if text.holds(word, at: found) { return true }
        place = text.utf8.span.firstPlace(of: first, from: found + 1)
      }
      return false
    }
  }
}
