/// Which measures of one document are carried out by another: proposed by machine, decided by people.
public struct Coverage: Sendable {
  /// How far a measure is carried out.
  public enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// A measure of the other document asks for the same and no less.
    case covered
    /// One asks for something like it, or for less.
    case partly
    /// None does.
    case notCovered = "not-covered"
  }

  /// One measure with those of the other document that may carry it out.
  public struct Row: Sendable, Hashable {
    /// The measure, as an index into `sources`.
    public let source: Int
    /// How far it is carried out.
    public let verdict: Verdict
    /// What may carry it out, best first; those that a person rejected are among them and count for nothing.
    public let pairs: [Pair]
  }

  /// Two measures that may ask for the same.
  public struct Pair: Sendable, Hashable {
    /// What is known of a pair.
    public enum Status: String, Sendable, Hashable, CaseIterable {
      /// Found by machine, and not yet looked at.
      case proposed
      /// A person said that it holds.
      case confirmed
      /// A person said that it does not.
      case rejected
    }

    /// The measure that is to be carried out, as an index into `sources`.
    public let source: Int
    /// The one that may carry it out, as an index into `targets`.
    public let target: Int
    /// How like they are, 0 to 1.
    public let likeness: Double
    /// How far it carries it out.
    public let verdict: Verdict
    /// Whether a person looked at it.
    public let status: Status
    /// In what the second falls behind the first or goes beyond it.
    public let differences: [MeasureDifference]
    /// The fields that both state.
    public let sharedFields: [MeasureFieldName]
    /// The fields that the first states and the second does not.
    public let missingFields: [MeasureFieldName]

    /// Whether the second is weaker than the first in some way.
    public var isWeaker: Bool { differences.contains { $0.direction == .less } }
  }

  /// The measures that are to be carried out.
  public let sources: [MeasureRecord]
  /// Those that may carry them out.
  public let targets: [MeasureRecord]
  /// A row for each of `sources`, in their order.
  public let rows: [Row]
  /// Those of `targets` that carry out none of `sources`, as indexes.
  public let onlyInTarget: [Int]

  /// How many measures have a verdict.
  public func count(_ verdict: Verdict) -> Int { rows.count { $0.verdict == verdict } }

  /// The part of the measures that are covered, 0 to 1, those partly covered not counted; `nil` without any measure.
  public var share: Double? {
    rows.isEmpty ? nil : Double(count(.covered)) / Double(rows.count)
  }
}
