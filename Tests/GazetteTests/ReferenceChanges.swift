import Gazette
import GazetteDocument
import GazetteQuery

/// The difference of two snapshots, slowly and without what an index remembers of its past.
struct ReferenceChanges {
  private let old: PolicySearch
  private let new: PolicySearch

  init(from old: PolicySearch, to new: PolicySearch) {
    self.old = old
    self.new = new
  }

  /// A heading or a passage: in the same words they are not the same.
  private struct Unit: Hashable {
    let text: String
    let isHeading: Bool
  }

  /// The headings and passages of a document in the order of the text.
  private static func units(_ search: PolicySearch, _ name: String) throws -> [Unit] {
    let document = try search.document(named: name)
    let headings = document.sections.compactMap(\.headingSpan).map { ($0, true) }
    return (headings + document.passages.map { ($0.span, false) })
      .sorted { $0.0.start.byte < $1.0.start.byte }
      .map { Unit(text: document.text.string(in: $0.0), isHeading: $0.1) }
  }

  private static func names(_ search: PolicySearch) throws -> Set<String> {
    Set(try search.documents().map(\.id.name))
  }

  /// Everything that is wrong with what was found for the corpus.
  func faults(of changes: CorpusChanges) throws -> [String] {
    var faults: [String] = []
    let names = (old: try Self.names(old), new: try Self.names(new))
    let listed = (
      old: Set(changes.documents.compactMap(\.old?.id.name)),
      new: Set(changes.documents.compactMap(\.new?.id.name))
    )
    for name in names.old.intersection(names.new) {
      let sides = (try old.document(named: name), try new.document(named: name))
      let isSame =
        sides.0.textSHA256 == sides.1.textSHA256
        && sides.0.metadata.status.value == sides.1.metadata.status.value
      if isSame == listed.new.contains(name) { faults.append("\(name) same: \(isSame)") }
    }
    if !names.new.subtracting(names.old).isSubset(of: listed.new) {
      faults.append("a new one lacks")
    }
    if !names.old.subtracting(names.new).isSubset(of: listed.old) {
      faults.append("a gone one lacks")
    }
    var same = 0
    for document in changes.documents {
      let one = try document.old.map { try Self.units(old, $0.id.name) } ?? []
      let other = try document.new.map { try Self.units(new, $0.id.name) } ?? []
      if document.old?.id != document.new?.id, document.old != nil, document.new != nil {
        if document.kind != .moved || one != other { faults.append("no move: \(document)") }
        if names.new.contains(document.old?.id.name ?? "") { faults.append("moved, but there") }
      }
      let own = changes.changes.filter {
        ($0.new ?? $0.old)?.citation.document.id == (document.new ?? document.old)?.id
      }
      let stayed = Self.commonLength(one, other)
      same += stayed
      faults += Self.faults(of: own, one, other, stayed: stayed)
    }
    if same != changes.sameCount { faults.append("\(changes.sameCount) are the same, not \(same)") }
    return faults
  }

  /// What is wrong with the changes of one document, by counting.
  private static func faults(
    of changes: [CorpusChanges.Change], _ old: [Unit], _ new: [Unit], stayed: Int
  ) -> [String] {
    var faults: [String] = []
    func count(_ kind: CorpusChanges.Kind) -> Int { changes.count { $0.kind == kind } }
    let (counts, laterCounts) = (Self.counts(old), Self.counts(new))
    let common = counts.reduce(0) { $0 + min($1.value, laterCounts[$1.key] ?? 0) }
    if count(.moved) + stayed != common {
      faults.append("\(count(.moved)) moved, \(stayed) of \(common)")
    }
    if count(.new) + count(.changed) + common != new.count {
      faults.append("the new ones do not add up")
    }
    if count(.gone) + count(.changed) + common != old.count {
      faults.append("the gone ones do not add up")
    }
    for change in changes {
      switch (change.kind, change.old, change.new) {
      case (.new, nil, .some), (.gone, .some, nil): break
      case (.moved, let one?, let other?):
        if one.text != other.text || one.isHeading != other.isHeading { faults.append("moved") }
      case (.changed, let one?, let other?):
        if one.text == other.text || one.isHeading != other.isHeading { faults.append("changed") }
        let words = change.pieces.filter { $0.kind != .inserted }.map(\.text).joined()
        if words != one.text { faults.append("the pieces are not the words") }
      default: faults.append("\(change.kind) with sides of another kind")
      }
      for (side, texts) in [(change.old, old), (change.new, new)] {
        guard let side else { continue }
        let unit = Unit(text: side.text, isHeading: side.isHeading)
        if !texts.contains(unit) { faults.append("\(side.text) is no unit") }
      }
    }
    return faults
  }

  private static func counts(_ units: [Unit]) -> [Unit: Int] {
    units.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// The length of the longest common subsequence, by the table of all prefixes.
  private static func commonLength(_ one: [Unit], _ other: [Unit]) -> Int {
    var row = [Int](repeating: 0, count: other.count + 1)
    for text in one {
      var last = row
      for (place, second) in other.enumerated() {
        last[place + 1] = text == second ? row[place] + 1 : max(row[place + 1], last[place])
      }
      row = last
    }
    return row[other.count]
  }

  /// What is wrong with what was found for a query: the words that match now and then, as two bags.
  func fault(of found: QueryChanges) throws -> String? {
    let then = try Self.matches(found.query, in: old)
    let now = try Self.matches(found.query, in: new)
    guard found.matchCount == now.count else {
      return "\(found.matchCount) match, not \(now.count)"
    }
    var come: [String: Int] = [:]
    var gone: [String: Int] = [:]
    for change in found.changes {
      if change.kind != .gone, let text = change.new?.text { come[text, default: 0] += 1 }
      if change.kind != .new, let text = change.old?.text { gone[text, default: 0] += 1 }
    }
    // What left one place and came to another in the same words is on both lists.
    for text in Set(come.keys).union(gone.keys).union(then).union(now) {
      let difference = (come[text] ?? 0) - (gone[text] ?? 0)
      let expected = now.count { $0 == text } - then.count { $0 == text }
      if difference != expected { return "\(text): \(difference), not \(expected)" }
    }
    return nil
  }

  /// The words of every passage that matches whole.
  private static func matches(_ query: String, in search: PolicySearch) throws -> [String] {
    let results = try search.search(query, limit: 10_000)
    guard !results.isPartial else { return [] }
    return results.hits.map(\.passage.text)
  }
}
