/// How often each value of a field or column occurs among the entries that match a query.
public struct Facet: Sendable, Hashable {
  /// What is counted.
  public enum Unit: Sendable, Hashable {
    /// The entries that match.
    case entries
    /// The groups with an entry that matches; one counts for a value when an entry that matches has it.
    case groups
  }

  /// Where values come from.
  public enum Source: Sendable, Hashable {
    /// The terms of a keyword field; an entry with several counts for each.
    case field(FieldID)
    /// The values of a column, rounded down to a multiple of a step and divided by it: with 10,000 the years of
    /// numbers `YYYYMMDD`. Entries without a value do not count.
    case column(ColumnID, step: Int64)
    /// What the texts of any of some text fields mention, by its name; an entry counts once for each.
    case mentions([FieldID])
    /// The keys of the groups that the entries are of.
    case groups
  }

  /// A value.
  public enum Value: Sendable, Hashable {
    /// A term of a field, the name of a mention, or the key of a group.
    case term([UInt8])
    /// A number of a column.
    case number(Int64)
  }

  /// A value and how many matching entries have it.
  public struct Count: Sendable, Hashable {
    /// The value.
    public let value: Value
    /// How many entries have it; at least 1.
    public let count: Int

    /// Creates a count.
    public init(value: Value, count: Int) {
      self.value = value
      self.count = count
    }
  }

  /// Where the values come from.
  public let source: Source
  /// The most frequent values: by falling count, then by rising bytes or number.
  public let counts: [Count]
  /// How many different values there are in all.
  public let valueCount: Int
}
