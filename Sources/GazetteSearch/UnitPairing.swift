import GazetteDocument

/// Pairs what is gone with what is new in one place: texts that have half of their words in common are one text that changed.
struct UnitPairing {
  /// The pairs in the order of the text; one side is `nil` for what has no partner.
  private(set) var pairs: [(left: Int?, right: Int?)] = []

  /// Texts are paired when they share at least this part of their words.
  private static let least = 0.5
  /// Above this many pairs to look at, only neighbours are looked at.
  private static let limit = 40_000
  private static let window = 60

  init(_ one: DocumentUnits, _ left: [Int], _ other: DocumentUnits, _ right: [Int]) {
    guard !left.isEmpty, !right.isEmpty else {
      pairs = left.map { ($0, nil) } + right.map { (nil, $0) }
      return
    }
    var known: [Substring: UInt32] = [:]
    let bags = (
      left: left.map { UnitPairing.bag(one.text(at: $0), &known) },
      right: right.map { UnitPairing.bag(other.text(at: $0), &known) }
    )
    let likeness = { (row: Int, column: Int) -> Double in
      guard
        one.isHeading(left[row]) == other.isHeading(right[column])
      else { return 0 }
      let value = UnitPairing.likeness(bags.left[row], bags.right[column])
      return value >= UnitPairing.least ? value : 0
    }
    let chosen =
      left.count * right.count <= UnitPairing.limit
      ? UnitPairing.best(left.count, right.count, likeness)
      : UnitPairing.near(left.count, right.count, likeness)
    var (row, column) = (0, 0)
    for pair in chosen + [(left.count, right.count)] {
      while row < pair.0 {
        pairs.append((left[row], nil))
        row += 1
      }
      while column < pair.1 {
        pairs.append((nil, right[column]))
        column += 1
      }
      guard pair.0 < left.count else { break }
      pairs.append((left[pair.0], right[pair.1]))
      (row, column) = (pair.0 + 1, pair.1 + 1)
    }
  }

  /// The words of a text as sorted numbers.
  private static func bag(_ text: String, _ known: inout [Substring: UInt32]) -> [UInt32] {
    let words = WordDifference.words(of: text).filter { word in
      word.unicodeScalars.contains { !$0.properties.isWhitespace }
    }
    return WordDifference.numbers(of: words, &known).sorted()
  }

  /// The part of the words of two texts that both have (Dice's coefficient), 0 to 1.
  private static func likeness(_ one: [UInt32], _ other: [UInt32]) -> Double {
    guard !one.isEmpty, !other.isEmpty else { return 0 }
    var (row, column, both) = (0, 0, 0)
    while row < one.count, column < other.count {
      if one[row] == other[column] {
        both += 1
        row += 1
        column += 1
      } else if one[row] < other[column] {
        row += 1
      } else {
        column += 1
      }
    }
    return 2 * Double(both) / Double(one.count + other.count)
  }

  /// The pairs in rising order whose likeness adds up to the most.
  private static func best(
    _ rows: Int, _ columns: Int, _ likeness: (Int, Int) -> Double
  ) -> [(Int, Int)] {
    var sums = [Double](repeating: 0, count: (rows + 1) * (columns + 1))
    var values = [Double](repeating: 0, count: rows * columns)
    let width = columns + 1
    for row in stride(from: rows - 1, through: 0, by: -1) {
      for column in stride(from: columns - 1, through: 0, by: -1) {
        let value = likeness(row, column)
        values[row * columns + column] = value
        let paired = value > 0 ? sums[(row + 1) * width + column + 1] + value : 0
        sums[row * width + column] = max(
          sums[(row + 1) * width + column], sums[row * width + column + 1], paired)
      }
    }
    var pairs: [(Int, Int)] = []
    var (row, column) = (0, 0)
    while row < rows, column < columns {
      let value = values[row * columns + column]
      let sum = sums[row * width + column]
      if value > 0, sum == sums[(row + 1) * width + column + 1] + value {
        pairs.append((row, column))
        row += 1
        column += 1
      } else if sum == sums[(row + 1) * width + column] {
        row += 1
      } else {
        column += 1
      }
    }
    return pairs
  }

  /// For each text in its order the best partner among the next ones, where there are too many to look at all.
  private static func near(
    _ rows: Int, _ columns: Int, _ likeness: (Int, Int) -> Double
  ) -> [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    var column = 0
    for row in 0..<rows where column < columns {
      var best = (value: 0.0, column: column)
      for place in column..<min(columns, column + window) {
        let value = likeness(row, place)
        if value > best.value { best = (value, place) }
      }
      if best.value > 0 {
        pairs.append((row, best.column))
        column = best.column + 1
      }
    }
    return pairs
  }
}
