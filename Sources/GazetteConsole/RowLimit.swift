import ArgumentParser

/// How many rows a listing may be asked to show.
enum RowLimit {
  /// Checks a limit that was given.
  ///
  /// - Parameter limit: The most rows.
  /// - Throws: `ValidationError` when it is below 1 or above a million.
  static func check(_ limit: Int) throws {
    guard (1...1_000_000).contains(limit) else {
      throw ValidationError(Console.current.say("since.limit.range"))
    }
  }
}
