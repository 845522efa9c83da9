/// A part of a pack: a heading with what belongs under it.
public struct StudySection: Sendable, Hashable {
  /// The heading.
  public let heading: String
  /// The statements, in the order in which they are taught.
  public let statements: [StudyStatement]
}
