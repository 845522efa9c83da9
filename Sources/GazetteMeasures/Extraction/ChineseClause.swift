/// What a Chinese clause has before its verb, while it is read.
struct ChineseClause {
  /// Tokens of the clause.
  var low: Int
  var high: Int
  /// Where its subject stands, as tokens.
  var subject: Range<Int>?
  var modal: SentenceContext.HeldModal?
  var modalRange: Range<Int>?
  /// Whether the modal word encourages somebody, so that a body stands behind it.
  var encourages = false
  var deadline: Range<Int>?
  var objects: [Range<Int>] = []
  var agents: [DraftMeasure.Actor] = []
  /// The first of the short adverbs that belong to the verb.
  var glued: Int?
  var isStrict = false
  /// Where 将 or 把 stands whose verb comes behind the comma.
  var openObject: Int?
  /// Whether an adverb such as 大力 stands before the verb.
  var isUrged = false
  var hasObjectPreposition = false
  /// Whether the preposition was 将 or 把.
  var isTaking = false
  var indicators: [Range<Int>] = []
  /// The verb, as a token.
  var verb: Int?
  /// Whether the verb is one that the lexicon does not have.
  var isUnknownVerb = false
}
