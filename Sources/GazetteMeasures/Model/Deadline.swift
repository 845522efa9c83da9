public import GazetteDocument

/// By when, from when, how often or for how long.
public struct Deadline: Sendable, Hashable {
  /// What a deadline says of time.
  public enum Form: String, Sendable, Hashable, CaseIterable {
    /// By a day, a month or a year.
    case point
    /// From a day on.
    case start
    /// Throughout a period.
    case period
    /// Again and again.
    case recurring
    /// So long after something happens.
    case window
    /// Soon, without a date.
    case soft
  }

  /// What it says of time.
  public var form: Form
  /// The last day for a point, the first for a start; `nil` where the words give none.
  public var date: CalendarDate?
  /// The last day of a period that has both.
  public var until: CalendarDate?
  /// The length of a window or the step of what recurs, as an ISO 8601 duration such as `P15D`; empty for none.
  public var duration: String
  /// Whether the date was worked out from the document's date.
  public var isRelative: Bool

  /// Creates a deadline.
  public init(
    form: Form, date: CalendarDate? = nil, until: CalendarDate? = nil, duration: String = "",
    isRelative: Bool = false
  ) {
    self.form = form
    self.date = date
    self.until = until
    self.duration = duration
    self.isRelative = isRelative
  }

  /// The normal form: an ISO 8601 date, interval, duration or repetition; `nil` where nothing can be computed.
  public var normalised: String? {
    switch form {
    case .point: return date?.description
    case .start: return date.map { "\($0)/.." }
    case .period:
      guard let date else { return nil }
      return until.map { "\(date)/\($0)" } ?? date.description
    case .recurring: return duration.isEmpty ? nil : "R/\(duration)"
    case .window: return duration.isEmpty ? nil : duration
    case .soft: return nil
    }
  }
}

extension Deadline {
  /// The last day that it can mean, as a number `YYYYMMDD` that orders like the calendar; `nil` where no day is known.
  ///
  /// A start has no last day.
  public var lastDayNumber: Int? {
    switch form {
    case .point: date?.lastDayNumber
    case .period, .window: (until ?? date)?.lastDayNumber
    case .start, .recurring, .soft: nil
    }
  }
}
