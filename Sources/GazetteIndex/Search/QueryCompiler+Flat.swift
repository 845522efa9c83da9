extension QueryCompiler {
  /// The cursors of the terms that make a match in one segment, in the order of the query, without those that no entry
  /// holds; `nil` when an entry must hold all of them and one of them is held by none.
  func cursors(of query: FlatQuery, in segment: Int) throws(IndexError) -> [ImpactCursor]? {
    var cursors: [ImpactCursor] = []
    for leaf in query.leaves {
      if let cursor = try impactCursor(leaf, segment) {
        cursors.append(cursor)
      } else if query.isConjunction {
        return nil
      }
    }
    return cursors
  }

  /// The cursors of the terms that only add to a score.
  func addingCursors(of query: FlatQuery, in segment: Int) throws(IndexError) -> [ImpactCursor] {
    var cursors: [ImpactCursor] = []
    for leaf in query.adding {
      if let cursor = try impactCursor(leaf, segment) { cursors.append(cursor) }
    }
    return cursors
  }

  /// A score that as many entries of the snapshot reach as are wanted; only where nothing is deleted.
  func floor(of query: FlatQuery, limit: Int, postings: [[ImpactCursor]]) -> Float {
    guard !query.isConjunction || query.leaves.count == 1 else { return -.infinity }
    var best = -Float.infinity
    for cursor in postings.joined() {
      let floor = cursor.floor(limit: limit)
      if floor > 0 { best = max(best, Float(Double(floor) * cursor.multiplicity)) }
    }
    return best
  }
}
