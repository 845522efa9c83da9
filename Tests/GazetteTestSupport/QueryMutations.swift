import Foundation
import GazetteQuery

/// Texts for the parser: pieces of queries, any scalars, any bytes, trees as text, and real queries that were damaged.
package struct QueryMutations {
  private var random: QueryGenerator
  private let models: [[UInt8]]

  package init(seed: UInt64, models: [String]) {
    random = QueryGenerator(seed: seed)
    self.models = models.map { Array($0.utf8) }
  }

  package mutating func next(_ round: Int) -> String {
    switch round % 8 {
    case 0: random.scalars(24)
    case 1, 2, 3: random.text(pieces: 12)
    case 4: String(decoding: bytes(24), as: UTF8.self)
    case 5: mutated(Array(random.tree(depth: 4).description.utf8))
    case 6: round % 1_024 == 6 ? random.text(pieces: 3_000) : random.text(pieces: 30)
    default: mutated(models[random.next(models.count)])
    }
  }

  /// The queries that are kept beside the annotated corpus, which damage begins with.
  package static func models() throws -> [String] {
    let path = ProjectFolder.top + "/Tests/Annotations/queries/corpus.tsv"
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    return lines.filter { !$0.hasPrefix("#") }.compactMap { line in
      let cells = line.split(separator: "\t")
      return cells.count > 1 ? String(cells[1]) : nil
    }
  }

  private mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<random.next(count) + 1).map { _ in
      UInt8(random.next(3) == 0 ? 0x80 + random.next(0x80) : random.next(0x80))
    }
  }

  /// Up to four changes: bytes lost, doubled, put in or exchanged, a piece of a query put in, the end of another text.
  private mutating func mutated(_ bytes: [UInt8]) -> String {
    var bytes = bytes
    for _ in 0..<1 + random.next(4) {
      let place = random.next(bytes.count + 1)
      let end = min(bytes.count, place + random.next(6))
      switch random.next(7) {
      case 0: bytes.removeSubrange(place..<end)
      case 1: bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
      case 2: bytes.insert(contentsOf: self.bytes(3), at: place)
      case 3 where place < bytes.count: bytes[place] = UInt8(random.next(0x100))
      case 4: bytes.insert(contentsOf: Array(random.pick(QueryGenerator.pieces).utf8), at: place)
      case 5:
        let other = models[random.next(models.count)]
        bytes = bytes[..<place] + other.suffix(random.next(other.count + 1))
      default: bytes.swapAt(random.next(max(1, bytes.count)), max(0, min(place, bytes.count - 1)))
      }
      if bytes.isEmpty { bytes = [0x61] }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
