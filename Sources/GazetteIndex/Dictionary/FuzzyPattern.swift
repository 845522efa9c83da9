/// The terms within some edits of a word, as a walk in order that leaves out what cannot match.
///
/// The rows of the edit distance (insertions, deletions, replacements, exchanges of neighbours; each scalar edited once:
/// "optimal string alignment") are kept for the term at hand, one a scalar, so that of the next term only what differs is
/// computed. A row whose least number is over the limit rules out every term that begins so, and they are skipped.
struct FuzzyPattern {
  /// The bytes that every term must begin with.
  let prefix: [UInt8]
  private let word: [UInt32]
  private let edits: Int
  private var term: [UInt8] = []
  /// Where each scalar of the term ends, as far as there are rows.
  private var ends: [Int] = []
  private var units: [UInt32] = []
  private var rows: [Int]

  /// Prepares a word, the number of edits, and how many of its scalars must stay.
  init(_ word: [UInt8], edits: Int, prefix: Int) {
    self.word = TermUnits.numbers(word)
    self.edits = edits
    var end = 0
    for _ in 0..<min(prefix, self.word.count) { end = TermUnits.end(word, at: end) }
    self.prefix = Array(word[..<end])
    rows = Array(0...self.word.count)
  }

  /// What is known of a term.
  enum Verdict {
    /// The term matches with a number of edits.
    case match(edits: Int)
    /// The term does not match.
    case miss
    /// No term that begins with so many bytes of this one matches.
    case dead(length: Int)
  }

  /// Judges a term; cheap when it shares its beginning with the term before.
  mutating func judge(_ next: ArraySlice<UInt8>) -> Verdict {
    keep(next)
    let width = word.count + 1
    while (ends.last ?? 0) < term.count {
      let start = ends.last ?? 0
      let end = TermUnits.end(term, at: start)
      let least = push(TermUnits.number(term[start..<end]), end)
      if least > edits { return .dead(length: end) }
    }
    let distance = rows[ends.count * width + word.count]
    return distance <= edits ? .match(edits: distance) : .miss
  }

  /// Takes up a term and drops the rows that are not of it.
  private mutating func keep(_ next: ArraySlice<UInt8>) {
    var shared = 0
    let limit = min(term.count, next.count)
    while shared < limit, term[shared] == next[next.startIndex + shared] { shared += 1 }
    term.removeSubrange(shared...)
    term += next[(next.startIndex + shared)...]
    // A scalar stays when it ends where it ended.
    while let end = ends.last {
      let start = ends.count > 1 ? ends[ends.count - 2] : 0
      if end <= shared, TermUnits.end(term, at: start) == end { break }
      ends.removeLast()
      units.removeLast()
    }
    rows.removeSubrange(((ends.count + 1) * (word.count + 1))...)
  }

  /// Appends the row of one more scalar; gives its least number.
  private mutating func push(_ unit: UInt32, _ end: Int) -> Int {
    let width = word.count + 1
    let above = ends.count * width
    let place = above + width
    var least = rows[above] + 1
    rows.append(least)
    for column in 1..<width {
      let unlike = unit == word[column - 1] ? 0 : 1
      var value = min(
        rows[above + column] + 1, rows[place + column - 1] + 1, rows[above + column - 1] + unlike)
      if column > 1, let last = units.last, unit == word[column - 2], last == word[column - 1] {
        value = min(value, rows[above - width + column - 2] + 1)
      }
      rows.append(value)
      least = min(least, value)
    }
    ends.append(end)
    units.append(unit)
    return least
  }
}
