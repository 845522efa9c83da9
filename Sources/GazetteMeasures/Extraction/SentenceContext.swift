import GazetteDocument

/// What a sentence has from the document around it.
struct SentenceContext: Sendable {
  /// Who speaks.
  var voice: Voice.Kind = .unknown
  /// The year in which the document was written; `nil` where it is not known.
  var year: Int?
  /// Whether a page that tells also speaks to its readers: `you should`.
  var isGuidance = false
  /// Whether the section or paragraph reports on what was done.
  var isReview = false
  /// Whether the sentence is an item below a stem that ends in a colon.
  var isItem = false
  /// Whether the stem lists things, so that an item without a modal word asks nothing: 载明下列事项.
  var listsNouns = false
  /// The modal word of the stem.
  var modal: HeldModal?
  /// The bodies that act in the stem.
  var actors: [DraftMeasure.Actor] = []
  /// Whether the words before were reported as somebody's demand.
  var isReported = false

  /// A modal word that holds on over the clauses behind it.
  struct HeldModal: Sendable {
    var range: Range<Int>
    var strength: Int
    var isNegative: Bool
  }
}
