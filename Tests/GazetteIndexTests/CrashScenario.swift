import GazetteTestSupport
import Testing

@testable import GazetteIndex

/// A first build, a commit with deletions, one with a merge, and one that deletes nearly all: what every crash test stops.
enum CrashScenario {
  /// The keys that each commit leaves.
  static let states: [[String]] = [
    [], ["a", "b"], ["b", "c", "d"], ["b", "c", "d", "e", "f"], ["f"],
  ]

  /// Runs the scenario in a folder; calls back after each commit that was acknowledged.
  static func run(_ folder: IndexFolder, committed: (Int) -> Void) throws {
    let writer = try IndexWriter(
      folder: folder, schema: Sample.schema, memoryBudget: 0, policy: MergePolicy(floor: 3))
    defer { writer.close() }
    try writer.add(Sample.group("a", "roads", "bridges"))
    try writer.add(Sample.group("b", "roads and bridges"))
    committed(Int(try writer.commit(userData: [1])))
    try writer.delete(key: "a")
    try writer.add(Sample.group("c", "rivers"))
    try writer.add(Sample.group("b", "new roads"))
    let part = writer.makePart()
    try part.add(Sample.group("d", "old roads"))
    try writer.append(part)
    committed(Int(try writer.commit(userData: [2])))
    try writer.add(Sample.group("e", "many roads", "few bridges", "no rivers"))
    try writer.add(Sample.group("f", "roads"))
    committed(Int(try writer.commit(userData: [3])))
    for key in ["b", "c", "d", "e"] { try writer.delete(key: key) }
    committed(Int(try writer.commit(userData: [4])))
  }

  /// What is not as it must be in a folder.
  struct Wrong: Error, CustomStringConvertible {
    let description: String
  }

  /// The number of the last commit of a folder, after comparing all that it holds.
  static func check(_ path: String) throws -> Int {
    let index: SearchIndex
    do {
      index = try SearchIndex(at: path)
    } catch IndexError.missing {
      return 0
    }
    let damages = try IndexExamination(of: path).damages
    guard damages.isEmpty else { throw Wrong(description: "\(damages)") }
    let searcher = index.searcher()
    let generation = Int(index.generation)
    let keys = try searcher.groups.map { try searcher.key(of: $0) }
    guard generation < states.count, try index.userData() == [UInt8(generation)],
      keys.sorted() == states[generation],
      try searcher.search(.everything, limit: 100).totalCount == searcher.entryCount
    else { throw Wrong(description: "commit \(generation) holds \(keys)") }
    return generation
  }
}
