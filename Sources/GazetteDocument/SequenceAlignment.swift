/// The longest common subsequence of two sequences: what stayed when one became the other.
///
/// E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986), in its linear-space form: boxes are
/// halved at a middle snake until nothing is left of them. Elements that only one side has are taken out first, which
/// changes no common subsequence and makes texts that share little cheap. Costs O((N + M) D) time, where D counts the
/// elements of both sides that are not matched though the other side has their like, and O(N + M) memory; no recursion.
public struct SequenceAlignment: Sendable, Hashable {
  /// One element of the left sequence with its like in the right one.
  public struct Match: Sendable, Hashable {
    /// The place in the left sequence, from 0.
    public let left: Int
    /// The place in the right sequence, from 0.
    public let right: Int
  }

  /// The matches, both places rising; as many as there can be.
  public let matches: [Match]

  /// Aligns two sequences of numbers that stand for their elements.
  public init(_ left: [UInt32], _ right: [UInt32]) {
    let known = (left: Set(left), right: Set(right))
    let places = (
      left: left.indices.filter { known.right.contains(left[$0]) },
      right: right.indices.filter { known.left.contains(right[$0]) }
    )
    var search = Search(places.left.map { left[$0] }, places.right.map { right[$0] })
    matches = search.run().map { Match(left: places.left[$0.left], right: places.right[$0.right]) }
  }

  /// A stretch of both sequences that is still to be aligned.
  private struct Box {
    var left: Range<Int>
    var right: Range<Int>
  }

  private struct Search {
    private let left: [UInt32]
    private let right: [UInt32]
    /// For each diagonal the furthest place in the left sequence, from the start and from the end of a box.
    private var forward: [Int]
    private var backward: [Int]
    private let middle: Int

    init(_ left: [UInt32], _ right: [UInt32]) {
      self.left = left
      self.right = right
      middle = left.count + right.count + 2
      forward = [Int](repeating: 0, count: 2 * middle + 1)
      backward = forward
    }

    mutating func run() -> [Match] {
      var found: [Match] = []
      var boxes = [Box(left: 0..<left.count, right: 0..<right.count)]
      while var box = boxes.popLast() {
        while let one = box.left.first, let other = box.right.first, left[one] == right[other] {
          found.append(Match(left: one, right: other))
          box = Box(left: one + 1..<box.left.upperBound, right: other + 1..<box.right.upperBound)
        }
        while let one = box.left.last, let other = box.right.last, left[one] == right[other] {
          found.append(Match(left: one, right: other))
          box = Box(left: box.left.lowerBound..<one, right: box.right.lowerBound..<other)
        }
        guard !box.left.isEmpty, !box.right.isEmpty else { continue }
        let (start, end) = middleSnake(of: box)
        boxes.append(
          Box(
            left: box.left.lowerBound..<box.left.lowerBound + start.left,
            right: box.right.lowerBound..<box.right.lowerBound + start.right))
        for step in 0..<end.left - start.left {
          found.append(
            Match(
              left: box.left.lowerBound + start.left + step,
              right: box.right.lowerBound + start.right + step))
        }
        boxes.append(
          Box(
            left: box.left.lowerBound + end.left..<box.left.upperBound,
            right: box.right.lowerBound + end.right..<box.right.upperBound))
      }
      return found.sorted { $0.left < $1.left }
    }

    /// The run of equal elements in the middle of a shortest path through a box, as places within the box.
    private mutating func middleSnake(of box: Box) -> (start: Match, end: Match) {
      let (rows, columns) = (box.left.count, box.right.count)
      let delta = rows - columns
      let isOdd = delta % 2 != 0
      for depth in 0...(rows + columns + 1) / 2 {
        let diagonals = stride(
          from: -(depth - 2 * max(0, depth - columns)), through: depth - 2 * max(0, depth - rows),
          by: 2)
        for diagonal in diagonals {
          let start = Search.next(forward, middle, diagonal, depth, rows, columns)
          var row = start
          while row >= 0, row < rows, row - diagonal < columns,
            left[box.left.lowerBound + row] == right[box.right.lowerBound + row - diagonal]
          {
            row += 1
          }
          forward[middle + diagonal] = row
          let other = delta - diagonal
          if isOdd, row >= 0, abs(other) < depth, backward[middle + other] >= 0,
            row + backward[middle + other] >= rows
          {
            return (
              Match(left: start, right: start - diagonal), Match(left: row, right: row - diagonal)
            )
          }
        }
        for diagonal in diagonals {
          let start = Search.next(backward, middle, diagonal, depth, rows, columns)
          var row = start
          while row >= 0, row < rows, row - diagonal < columns,
            left[box.left.upperBound - 1 - row]
              == right[box.right.upperBound - 1 - (row - diagonal)]
          {
            row += 1
          }
          backward[middle + diagonal] = row
          let other = delta - diagonal
          if !isOdd, row >= 0, abs(other) <= depth, forward[middle + other] >= 0,
            row + forward[middle + other] >= rows
          {
            return (
              Match(left: rows - row, right: columns - (row - diagonal)),
              Match(left: rows - start, right: columns - (start - diagonal))
            )
          }
        }
      }
      // A path of that many steps always exists: the box is left as two that share nothing.
      return (Match(left: rows, right: 0), Match(left: rows, right: 0))
    }

    /// A diagonal that no path within the box reaches yet.
    private static let unreached = -(1 << 40)

    /// How far a diagonal is reached from its neighbours by one step that stays within the box.
    private static func next(
      _ furthest: [Int], _ middle: Int, _ diagonal: Int, _ depth: Int, _ rows: Int, _ columns: Int
    ) -> Int {
      if depth == 0 { return 0 }
      var best = unreached
      if diagonal > -depth {
        let row = furthest[middle + diagonal - 1] + 1
        if row >= 0, row <= rows, (0...columns).contains(row - diagonal) { best = row }
      }
      if diagonal < depth {
        let row = furthest[middle + diagonal + 1]
        if row > best, row >= 0, row <= rows, (0...columns).contains(row - diagonal) { best = row }
      }
      return best
    }
  }
}
