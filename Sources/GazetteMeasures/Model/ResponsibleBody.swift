public import GazetteDocument

/// Somebody who acts in a measure, and in what role.
public struct ResponsibleBody: Sendable, Hashable {
  /// The roles that the scheme tells apart.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    /// 牵头: leads several bodies.
    case lead
    /// 负责, or the subject of the clause.
    case responsible
    /// 会同: acts together with the responsible body.
    case joint
    /// 配合, 协助, 参与.
    case supporting
    /// 负总责, 统筹: answers for the whole.
    case overall
    /// 抓落实, 实施.
    case carryingOut = "carrying-out"
    /// 督促, 指导.
    case supervising
    /// Whoever the document is addressed to.
    case addressee
  }

  /// What the body does in the measure.
  public var role: Role
  /// `stated` with a span; `inherited` with the span of an earlier clause; `implicit` without one.
  public var state: FieldState
  /// Where the body is named; `nil` where it is implicit.
  public var span: TextSpan?

  /// Creates a responsible body.
  public init(role: Role, state: FieldState, span: TextSpan?) {
    self.role = role
    self.state = state
    self.span = span
  }
}
