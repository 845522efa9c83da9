import Gazette

/// Joins what a person changed in a file with what changed in how the file is made, line by line.
///
/// After S. Khanna, K. Kunal and B. C. Pierce, "A Formal Investigation of Diff3", 2007: between the lines that all three have,
/// one side's change is taken where the other left the lines alone; where both changed them the person's words stay, and the place
/// counts as a conflict.
struct ThreeWayMerge {
  /// The joined text.
  let text: String
  /// In how many places both sides changed the same lines in different ways.
  let conflicts: Int

  /// Joins three texts; costs two alignments of their lines.
  ///
  /// - Parameters:
  ///   - base: The file as it was made before.
  ///   - own: The file as the person left it.
  ///   - new: The file as it is made now.
  init(base: String, own: String, new: String) {
    let lines = [base, own, new].map { text in
      text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    var numbers: [String: UInt32] = [:]
    let keys = lines.map { lines in
      lines.map { line in
        let number = numbers[line] ?? UInt32(numbers.count)
        numbers[line] = number
        return number
      }
    }
    let left = Dictionary(
      SequenceAlignment(keys[0], keys[1]).matches.map { ($0.left, $0.right) },
      uniquingKeysWith: { first, _ in first })
    let right = Dictionary(
      SequenceAlignment(keys[0], keys[2]).matches.map { ($0.left, $0.right) },
      uniquingKeysWith: { first, _ in first })
    var result: [String] = []
    var conflicts = 0
    var (a, b, c) = (0, 0, 0)
    func take(_ baseEnd: Int, _ ownEnd: Int, _ newEnd: Int) {
      let (old, mine, theirs) = (
        lines[0][a..<baseEnd], lines[1][b..<ownEnd], lines[2][c..<newEnd]
      )
      if mine == old {
        result += theirs
      } else {
        if theirs != old, theirs != mine { conflicts += 1 }
        result += mine
      }
      (a, b, c) = (baseEnd, ownEnd, newEnd)
    }
    for place in lines[0].indices {
      guard let mine = left[place], let theirs = right[place], mine >= b, theirs >= c else {
        continue
      }
      take(place, mine, theirs)
      result.append(lines[0][place])
      (a, b, c) = (place + 1, mine + 1, theirs + 1)
    }
    take(lines[0].count, lines[1].count, lines[2].count)
    text = result.joined(separator: "\n")
    self.conflicts = conflicts
  }
}
