public import Testing

extension Tag {
  /// Random cases from a printed seed.
  @Tag public static var property: Self
  /// Compared with a slow and plain implementation.
  @Tag public static var oracle: Self
  /// Damaged files.
  @Tag public static var corruption: Self
  /// Stopped in the middle.
  @Tag public static var crash: Self
}
