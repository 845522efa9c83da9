internal import GazetteDocument

/// Makes the ledger of a document's damage, and marks the passages that carry it.
struct DamageLedger {
  private let map: TextMap

  init(_ map: TextMap) {
    self.map = map
  }

  /// Fills the ledger of a document that has its passages, and mends what its passages are cut by.
  ///
  /// The source text stays as it is. Entries are sorted and never overlap.
  func write(to document: inout PolicyDocument) {
    var scan = DamageScan(document)
    scan.run(over: document)
    guard !scan.findings.isEmpty else { return }
    var findings = DamageLedger.disjoint(scan.findings)
    DamageLedger.keepOwn(&findings, of: document)
    guard !findings.isEmpty else { return }
    PassageMending(map, findings).mend(&document)
    LoweredTrust(findings, of: document).mark(&document, &findings)
    document.repairs = findings.map {
      Repair(
        rule: $0.rule, span: map.span(of: $0.range), replacement: $0.replacement,
        confidence: $0.confidence, flag: $0.flag)
    }
  }

  /// Kept places of more bytes than this are whole sentences or lines, within which smaller ones stand.
  private static let longestPlace = 64

  /// Sorts findings and parts those that claim the same words: what is mended has them first, then small places that are
  /// kept; of larger ones the longest part that is left stays.
  private static func disjoint(
    _ found: [(rank: Int, finding: DamageFinding)]
  ) -> [DamageFinding] {
    var phases: [[(rank: Int, finding: DamageFinding)]] = [[], [], []]
    for entry in found {
      let isMended = entry.finding.replacement != nil
      phases[isMended ? 0 : entry.finding.range.count <= longestPlace ? 1 : 2].append(entry)
    }
    var taken: [DamageFinding] = []
    for phase in phases {
      let own = swept(phase).compactMap { finding -> DamageFinding? in
        var finding = finding
        guard let free = free(finding, beside: taken) else { return nil }
        finding.range = free
        return finding
      }
      taken += own
      taken.sort { $0.range.lowerBound < $1.range.lowerBound }
    }
    return taken
  }

  /// Findings of one kind by their place; of two that claim the same words the earlier rule's stays.
  private static func swept(_ found: [(rank: Int, finding: DamageFinding)]) -> [DamageFinding] {
    let sorted = found.sorted {
      ($0.finding.range.lowerBound, $0.rank) < ($1.finding.range.lowerBound, $1.rank)
    }
    var kept: [(rank: Int, finding: DamageFinding)] = []
    for entry in sorted {
      if let last = kept.last, entry.finding.range.lowerBound < last.finding.range.upperBound {
        if entry.rank >= last.rank { continue }
        kept.removeLast()
      }
      kept.append(entry)
    }
    return kept.map(\.finding)
  }

  /// The first of sorted findings that begins at a place or behind it.
  private static func firstIndex(_ sorted: [DamageFinding], from place: Int) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle].range.lowerBound < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What of a range no finding has: all of it, the longest part for one that is kept, else nothing.
  private static func free(
    _ finding: DamageFinding, beside taken: [DamageFinding]
  ) -> Range<Int>? {
    let range = finding.range
    var index = firstIndex(taken, from: range.lowerBound)
    if index > 0, taken[index - 1].range.upperBound > range.lowerBound { index -= 1 }
    var best: Range<Int>?
    var start = range.lowerBound
    while index < taken.count, taken[index].range.lowerBound < range.upperBound {
      guard finding.replacement == nil, taken[index].rule != finding.rule else { return nil }
      let other = taken[index].range
      if other.lowerBound - start > best?.count ?? 0 { best = start..<other.lowerBound }
      start = max(start, other.upperBound)
      index += 1
    }
    if range.upperBound - start > best?.count ?? 0 { best = start..<range.upperBound }
    return best
  }

  /// Drops what lies in page furniture, which nobody cites.
  private static func keepOwn(_ findings: inout [DamageFinding], of document: PolicyDocument) {
    guard document.format != .text, document.format != .jsonl else { return }
    var own = document.passages.map(\.span.bytes)
    own += document.sections.compactMap { $0.headingSpan?.bytes }
    own.sort { $0.lowerBound < $1.lowerBound }
    findings.removeAll { finding in
      // A line break that was put in stands between passages.
      if finding.rule == DamageRule.brokenParagraph.name { return false }
      var (low, high) = (0, own.count)
      while low < high {
        let middle = (low + high) / 2
        if own[middle].upperBound <= finding.range.lowerBound {
          low = middle + 1
        } else {
          high = middle
        }
      }
      return low == own.count || own[low].lowerBound >= finding.range.upperBound
    }
  }
}
