/// The language of a study pack.
public enum StudyLanguage: String, Sendable, Hashable, CaseIterable {
  /// Chinese alone.
  case chinese = "zh"
  /// English alone.
  case english = "en"
  /// Chinese with its English translation beside it.
  case both

  /// Whether the words of the pack itself are Chinese first.
  public var isChinese: Bool { self != .english }
}
