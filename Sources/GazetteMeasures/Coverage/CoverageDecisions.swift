/// What people decided of pairs of measures: kept by measure ids, which stay when documents are read again.
public struct CoverageDecisions: Sendable, Hashable {
  /// A pair of measures, by their ids.
  public struct Pair: Sendable, Hashable {
    /// The measure that is to be carried out.
    public let source: String
    /// The one that carries it out.
    public let target: String

    /// Creates a pair.
    public init(source: String, target: String) {
      self.source = source
      self.target = target
    }
  }

  private var decided: [Pair: Coverage.Pair.Status] = [:]

  /// Decides nothing.
  public init() {}

  /// How many pairs are decided.
  public var count: Int { decided.count }

  /// What is decided of a pair; `nil` for nothing.
  public subscript(pair: Pair) -> Coverage.Pair.Status? {
    get { decided[pair] }
    set { decided[pair] = newValue }
  }

  /// What is known of a pair of ids.
  func status(of source: String, _ target: String) -> Coverage.Pair.Status {
    decided[Pair(source: source, target: target)] ?? .proposed
  }

  /// The ids that a person said to carry out a measure, in byte order.
  func confirmed(for source: String) -> [String] {
    decided.filter { $0.key.source == source && $0.value == .confirmed }.map(\.key.target).sorted()
  }
}
