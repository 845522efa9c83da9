/// Counts the values of the matches of one segment.
struct FacetCount {
  private let matches: MatchSet
  private let segment: Segment
  private let unit: Facet.Unit
  private let fault: SearchFault

  init(_ matches: MatchSet, _ segment: Segment, unit: Facet.Unit, fault: SearchFault) {
    self.matches = matches
    self.segment = segment
    self.unit = unit
    self.fault = fault
  }

  /// Adds the terms of a keyword field.
  func terms(
    of field: FieldID, _ found: inout [Facet.Value: Int]
  ) throws(IndexError) {
    var walker = try segment.terms.terms(prefix: Term(field: field, bytes: []))
    while try walker.next() {
      let cursor = try PostingCursor(walker.info, in: segment, hasPositions: false, fault: fault)
      let count = try count([cursor])
      if count > 0 { found[.term(Array(walker.key.dropFirst())), default: 0] += count }
    }
  }

  /// Adds what the texts of some fields mention.
  func mentions(
    in fields: [FieldID], _ found: inout [Facet.Value: Int]
  ) throws(IndexError) {
    var lists: [[UInt8]: [PostingCursor]] = [:]
    for field in fields {
      var walker = try segment.terms.mentions(in: field)
      while try walker.next() {
        let cursor = try PostingCursor(walker.info, in: segment, hasPositions: true, fault: fault)
        lists[Array(walker.key.dropFirst(2)), default: []].append(cursor)
      }
    }
    for (name, cursors) in lists {
      let count = try count(cursors)
      if count > 0 { found[.term(name), default: 0] += count }
    }
  }

  /// Adds the values of a column, rounded down.
  func values(
    of column: ColumnID, _ step: Int64, _ found: inout [Facet.Value: Int]
  ) throws(IndexError) {
    let column = try segment.column(column)
    var counts: [Int64: Int] = [:]
    var groups = GroupWalk(segment.groups)
    var seen: Set<Int64> = []
    var entry = matches.first(from: 0)
    while entry != Scorer.end {
      if unit == .groups, try groups.enters(Int(entry)) { seen.removeAll() }
      if let value = column[Int(entry)] {
        let (quotient, rest) = value.quotientAndRemainder(dividingBy: step)
        let value = rest < 0 ? quotient - 1 : quotient
        if unit == .entries || seen.insert(value).inserted { counts[value, default: 0] += 1 }
      }
      entry = matches.first(from: entry + 1)
    }
    for (value, count) in counts { found[.number(value), default: 0] += count }
  }

  /// How many matches, or groups of them, stand in any of some lists.
  private func count(_ cursors: [PostingCursor]) throws(IndexError) -> Int {
    if unit == .entries, cursors.count == 1 { return matches.count(of: cursors[0]) }
    var groups = GroupWalk(segment.groups)
    var count = 0
    var entry = matches.first(from: 0)
    while entry != Scorer.end {
      var next = PostingCursor.end
      for cursor in cursors {
        cursor.advance(to: entry)
        next = min(next, cursor.docID)
      }
      guard next != PostingCursor.end else { break }
      guard next == entry else {
        entry = matches.first(from: next)
        continue
      }
      if unit == .entries {
        count += 1
      } else if try groups.enters(Int(entry)) {
        count += 1
      }
      entry = matches.first(from: entry + 1)
    }
    return count
  }
}
