import Gazette
import GazetteDocument
import GazetteTestSupport
import Testing

/// Random edits to a folder, and what changed since each revision against a slow comparison of the snapshots themselves.
@Suite struct CorpusHistoryTests {
  @Test("what changed between any two revisions is what differs between their snapshots")
  func histories() throws {
    for _ in 0..<2 * TestScale.factor {
      let seed = UInt64.random(in: 0..<UInt64.max)
      try history(seed: seed)
    }
  }

  private func history(seed: UInt64) throws {
    let folder = try ScratchFolder()
    var edits = FolderEdits(seed: seed, folder: folder)
    var snapshots: [PolicySearch] = []
    for round in 0..<8 {
      try edits.apply(round == 0 ? 6 : 1 + edits.next(5))
      var indexing = try CorpusIndexing(
        of: Corpus(at: folder.path + "/corpus"), at: folder.path + "/index")
      indexing.rebuilds = edits.next(5) == 0
      indexing.threadCount = 1 + edits.next(2)
      _ = try indexing.run()
      let search = try PolicySearch(at: folder.path + "/index")
      if search.revision != snapshots.last?.revision { snapshots.append(search) }
      #expect(
        try search.revisions().map(\.description) == snapshots.map(\.revision), "seed \(seed)")
      let earlier = snapshots[edits.next(snapshots.count)]
      let reference = ReferenceChanges(from: earlier, to: search)
      let changes = try search.changes(since: earlier.currentRevision)
      for fault in try reference.faults(of: changes) {
        Issue.record("seed \(seed), round \(round), since \(earlier.revision): \(fault)")
        return
      }
      var comparison = try QueryComparison(search, changes)
      for query in FolderEdits.queries {
        let found = try comparison.changes(for: query)
        if let fault = try reference.fault(of: found) {
          Issue.record(
            "seed \(seed), round \(round), since \(earlier.revision): \(query): \(fault)")
          return
        }
      }
    }
  }
}

/// Random edits of the documents of a folder.
private struct FolderEdits {
  static let queries = [
    "water", "water safe", "\"safe water\"", "县级", "安全 -县级", "title:report", "lang:zh 饮水",
    "document:(water 安全)", "三保障", "status:repealed", "roads OR pumps", "doc:a",
  ]

  private var random: SeededGenerator
  private let folder: ScratchFolder
  private var documents: [String: [String]] = [:]
  private var former: [[String]] = []
  private var sidecars: Set<String> = []
  private var number = 0

  init(seed: UInt64, folder: ScratchFolder) {
    random = SeededGenerator(seed: seed)
    self.folder = folder
  }

  mutating func next(_ bound: Int) -> Int { random.below(bound) }

  /// A paragraph that no other is like.
  private mutating func paragraph() -> String {
    number += 1
    if next(6) == 0 { return next(2) == 0 ? "## Part \(number)" : "## 第\(number)部分" }
    let words =
      next(2) == 0
      ? [
        "safe", "water", "roads", "pumps", "county", "repairs", "each", "pipe", "three guarantees",
      ]
      : ["县级", "人民政府", "负责", "饮水", "安全", "应当", "改造", "三保障", "道路"]
    let chosen = (0..<4 + next(5)).map { _ in words[next(words.count)] }
    let isLatin = words[0] == "safe"
    return chosen.joined(separator: isLatin ? " " : "")
      + (isLatin ? " item \(number)." : "第\(number)项。")
  }

  private mutating func anyName() -> String? {
    let names = documents.keys.sorted()
    return names.isEmpty ? nil : names[next(names.count)]
  }

  private mutating func freshName() -> String {
    number += 1
    return ["a", "b", "c/d"][next(3)] + "/\(number)"
  }

  mutating func apply(_ count: Int) throws {
    for _ in 0..<count { try edit() }
  }

  private mutating func edit() throws {
    guard documents.count > 1, let name = anyName(), var lines = documents[name] else {
      let title = ["# Report \(number)", "# 报告\(number)"][next(2)]
      return try put([title] + (0..<2 + next(6)).map { _ in paragraph() }, at: freshName())
    }
    let place = 1 + next(max(1, lines.count - 1))
    switch next(10) {
    case 0:
      return try put(
        ["# Report \(number)"] + (0..<1 + next(5)).map { _ in paragraph() }, at: freshName())
    case 1: return try drop(name)
    case 2:
      try drop(name)
      return try put(lines, at: freshName())
    case 3, 4: lines.insert(paragraph(), at: min(place, lines.count))
    case 5: if lines.count > 2 { lines.remove(at: place) }
    case 6: lines.swapAt(place, 1 + next(lines.count - 1))
    case 7:
      let word = ["water ", "安全", "again "][next(3)]
      lines[place] = lines[place].hasPrefix("#") ? lines[place] + " again" : word + lines[place]
    case 8:
      if sidecars.remove(name) == nil {
        sidecars.insert(name)
        try folder.write("status: 已废止\n", to: "corpus/\(name).meta.yaml")
      } else {
        try folder.remove("corpus/\(name).meta.yaml")
      }
      return
    default: lines = former[next(former.count)]
    }
    try put(lines, at: name)
  }

  private mutating func put(_ lines: [String], at name: String) throws {
    documents[name] = lines
    former.append(lines)
    try folder.write(lines.joined(separator: "\n\n") + "\n", to: "corpus/\(name).md")
  }

  private mutating func drop(_ name: String) throws {
    documents[name] = nil
    try folder.remove("corpus/\(name).md")
    if sidecars.remove(name) != nil { try folder.remove("corpus/\(name).meta.yaml") }
  }
}
