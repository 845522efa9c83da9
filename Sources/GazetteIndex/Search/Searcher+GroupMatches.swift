extension Searcher {
  /// The groups that have an entry that matches a query, by rising segment and place, each with its best entry.
  ///
  /// Walks over every match; takes memory for each group that has one.
  ///
  /// - Parameter query: What is asked.
  /// - Returns: The groups; of entries with one score the first is the best.
  /// - Throws: As `search`.
  package func groupMatches(of query: Query) throws(IndexError) -> [GroupMatch] {
    let compiler = try compiler(for: query)
    var matches: [GroupMatch] = []
    for (number, segment) in segments.enumerated() {
      guard let scorer = try compiler.scorer(for: query, in: number) else { continue }
      let hasDeletions = segment.live.deletedEntryCount > 0
      var walk = GroupWalk(segment.segment.groups)
      var best: Hit?
      var (group, count) = (0, 0)
      func close() {
        guard let hit = best else { return }
        let id = GroupID(segment: number, ordinal: group)
        matches.append(GroupMatch(group: id, best: hit, count: count))
      }
      while scorer.docID != Scorer.end {
        let docID = scorer.docID
        if !hasDeletions || !segment.live.isDeleted(entry: Int(docID)) {
          let score = Float(scorer.score())
          if try walk.enters(Int(docID)) {
            close()
            (best, group, count) = (nil, walk.group, 0)
          }
          count += 1
          if best.map({ score > $0.score }) ?? true {
            best = Hit(score: score, segment: number, docID: docID)
          }
        }
        scorer.next()
      }
      close()
    }
    try compiler.fault.check()
    return matches
  }
}
