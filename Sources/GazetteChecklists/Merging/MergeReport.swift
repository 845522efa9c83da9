/// What a merge did, or would do.
package struct MergeReport: Sendable, Hashable {
  /// What became of one row.
  package enum Fate: String, Sendable, Hashable, CaseIterable {
    /// The source says the same at the same place.
    case unchanged
    /// The source says it elsewhere.
    case moved
    /// The source says it in other words: to be looked at again.
    case changed
    /// The source says it no more.
    case retired
    /// The source says it for the first time.
    case new
    /// A row without an id whose task the source states word for word: the id was filled in.
    case linked
    /// A row that a merge retired before.
    case wasRetired = "was-retired"
    /// A row that belongs to no requirement: the person's own.
    case own
  }

  /// One row with what became of it.
  package struct Change: Sendable, Hashable {
    /// What became of it.
    package var fate: Fate
    /// The id that it has now; empty for none.
    package var id: String
    /// The id that it had, where it was another one.
    package var oldID = ""
    /// The task as it stood; empty for a new row.
    package var old = ""
    /// The task as it stands now.
    package var new = ""
    /// The mark that the row got; empty for none.
    package var mark = ""
    /// Whether the row may have been split off another one, or merged with it.
    package var isProposal = false
  }

  /// The rows in the order of the new file.
  package var changes: [Change] = []
  /// Requirements that the person took out of the list; they stay out.
  package var removed = 0
  /// Cells with something in them before, headers not counted.
  package var cellsFound = 0
  /// How many of them are there afterwards.
  package var cellsKept = 0
  /// How many of them a person wrote.
  package var personalCells = 0
  /// Formulas that were kept as what they last said.
  package var formulas = 0

  /// How many rows had a fate.
  package func count(_ fate: Fate) -> Int { changes.count { $0.fate == fate } }

  /// How many rows may be a part of another one, for a person to decide.
  package var proposals: Int { changes.count(where: \.isProposal) }

  /// Whether the file would be another one.
  package var changesAnything: Bool {
    changes.contains { ![.unchanged, .own, .wasRetired].contains($0.fate) }
  }
}
