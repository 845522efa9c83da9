public import ArgumentParser

/// How measures are listed.
public enum MeasureForm: String, ExpressibleByArgument, CaseIterable, Sendable {
  /// For reading.
  case table
  /// A line of JSON a measure.
  case jsonl
  /// For spreadsheet programs.
  case csv
}
