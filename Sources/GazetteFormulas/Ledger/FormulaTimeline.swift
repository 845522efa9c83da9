public import GazetteDocument

/// How often a formula is used, along the dates of the documents that use it.
public struct FormulaTimeline: Sendable, Hashable {
  /// A stretch of time.
  public struct Interval: Sendable, Hashable {
    /// Its first year or month.
    public let start: CalendarDate
    /// Its last year or month.
    public let end: CalendarDate
    /// How often the formula is used.
    public internal(set) var count = 0
    /// In how many documents.
    public internal(set) var documentCount = 0

    /// The year or month, or the years from first to last.
    public var name: String { start == end ? "\(start)" : "\(start)–\(end)" }
  }

  /// The words that the formula is shown by.
  public let name: String
  /// The intervals without a gap, from the first use to the last; those without a use too.
  public let intervals: [Interval]
  /// How often it is used in documents without a date.
  public let undatedCount: Int
  /// How many documents without a date use it.
  public let undatedDocumentCount: Int

  /// More intervals than this become longer ones.
  private static let limit = 120

  /// Counts uses.
  ///
  /// By months when all dates are within three years and name their month, else by years, or by as many years as keep
  /// the intervals within 120.
  ///
  /// - Parameters:
  ///   - uses: The uses of a ledger, in any order.
  ///   - name: The words that the formula is shown by.
  public init(of uses: [FormulaLedger.Use], name: String) {
    self.name = name
    let undated = uses.filter { $0.date == nil }
    undatedCount = undated.reduce(0) { $0 + $1.count }
    undatedDocumentCount = undated.count
    let dates = uses.compactMap(\.date)
    guard let first = dates.map(\.year).min(), let last = dates.map(\.year).max() else {
      intervals = []
      return
    }
    let isMonthly = last - first < 3 && dates.allSatisfy { $0.month != nil }
    func number(_ date: CalendarDate) -> Int {
      isMonthly ? date.year * 12 + (date.month ?? 1) - 1 : date.year
    }
    let numbers = dates.map(number)
    let (low, high) = (numbers.min() ?? first, numbers.max() ?? last)
    let steps = [1, 2, 5, 10, 20, 50, 100]
    let step = steps.first { (high - low) / $0 < Self.limit } ?? 100
    func date(_ number: Int) -> CalendarDate? {
      isMonthly
        ? CalendarDate(year: number / 12, month: number % 12 + 1)
        : CalendarDate(year: min(number, 9999))
    }
    let origin = low / step * step
    var intervals: [Interval] = []
    for start in stride(from: origin, through: high, by: step) {
      guard let from = date(max(start, 1)), let to = date(start + step - 1) else { continue }
      intervals.append(Interval(start: from, end: to))
    }
    for use in uses {
      guard let date = use.date else { continue }
      let place = min((number(date) - origin) / step, intervals.count - 1)
      guard intervals.indices.contains(place) else { continue }
      intervals[place].count += use.count
      intervals[place].documentCount += 1
    }
    self.intervals = intervals
  }
}
