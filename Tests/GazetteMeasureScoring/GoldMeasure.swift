/// A measure as a person annotated it: ranges of Unicode scalars.
public struct GoldMeasure: Sendable {
  public var action: [Range<Int>] = []
  public var objects: [Range<Int>] = []
  public var actors: [Range<Int>] = []
  public var deadlines: [Range<Int>] = []
  public var indicators: [Range<Int>] = []
  public var modalities: [Range<Int>] = []
  public var strength = 3
  public var isNegative = false
  /// Neither finding nor missing it counts.
  public var isOptional = false
}
