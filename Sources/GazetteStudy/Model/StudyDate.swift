public import Gazette

/// A point of a pack's timeline.
public struct StudyDate: Sendable, Hashable {
  /// The day, month or year.
  public let date: CalendarDate
  /// What belongs there: a document's title, or the words of a deadline.
  public let text: String
  /// The sentence that shows it.
  public let excerpt: CitedExcerpt
}
