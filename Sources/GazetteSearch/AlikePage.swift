import GazetteIndex

/// A part of a list of passages in which those that say the same may be one.
struct AlikePage {
  /// A passage with those that are folded away below it.
  struct Group {
    /// The best of them.
    var shown: SearchTiers.Found
    /// The others, in the order of the list.
    var alike: [SearchTiers.Found] = []
  }

  /// What is shown.
  var groups: [Group]
  /// The place of the first one among all that are shown, from 1.
  var firstRank: Int
  /// Where in the list of all passages the next page begins; `nil` at the end.
  var end: Int?
  /// How many passages match.
  var count: Int
  /// How many of them hold the words themselves.
  var literalCount: Int
}

extension AlikePage {
  /// A part of the list with every passage by itself.
  init(unfolded plan: SearchPlan, from offset: Int, limit: Int) throws(IndexError) {
    let answer = try plan.search(limit: limit, offset: offset)
    let end = offset + answer.found.count
    self.init(
      groups: answer.found.map { Group(shown: $0) }, firstRank: offset + 1,
      end: end < answer.count && !answer.found.isEmpty ? end : nil, count: answer.count,
      literalCount: answer.literalCount)
  }
}
