internal import GazetteDocument

/// What a rule says of one damaged place.
struct DamageFinding: Sendable, Equatable {
  /// How far a finding lowers the trust in words beyond its own place.
  enum Reach: Sendable, Equatable {
    /// It says nothing of other words.
    case place
    /// All that follows is of lower trust.
    case rest
    /// One of the signs that together say that the document is of low trust.
    case sign
  }

  /// The name of the rule.
  var rule = ""
  /// The damaged bytes.
  var range: Range<Int>
  /// What the reading text has instead; `nil` when the words are kept as they stand.
  var replacement: String?
  /// How sure the rule is, 0 to 1.
  var confidence: Double
  /// The warning that goes with the words.
  var flag: PassageFlag?
  /// What it says of other words.
  var reach = Reach.place
  /// Whether it shows that the text went through a careless machine, so that weaker signs are believed too.
  var isEvidence = true
  /// Whether it is believed only in a text that shows stronger signs.
  var isDoubtful = false

  /// A place that is mended.
  static func mended(
    _ range: Range<Int>, _ replacement: String, _ confidence: Double, flag: PassageFlag? = nil
  ) -> DamageFinding {
    DamageFinding(
      range: range, replacement: replacement, confidence: confidence, flag: flag)
  }

  /// A place that is kept as it stands.
  static func kept(
    _ range: Range<Int>, _ flag: PassageFlag?, _ confidence: Double, reach: Reach = .place,
    isEvidence: Bool = true
  ) -> DamageFinding {
    DamageFinding(
      range: range, confidence: confidence, flag: flag, reach: reach, isEvidence: isEvidence)
  }
}
