/// A measure as a person annotated it: ranges of Unicode scalars.
public struct GoldMeasure: Sendable {
  /// What is to be done.
  public var action: [Range<Int>] = []
  /// What it is done to.
  public var objects: [Range<Int>] = []
  /// Who acts.
  public var actors: [Range<Int>] = []
  /// By when.
  public var deadlines: [Range<Int>] = []
  /// How much.
  public var indicators: [Range<Int>] = []
  /// The modal words.
  public var modalities: [Range<Int>] = []
  /// From 1, permission, to 5, absolute ban.
  public var strength = 3
  /// Whether it forbids.
  public var isNegative = false
  /// Neither finding nor missing it counts.
  public var isOptional = false
}
