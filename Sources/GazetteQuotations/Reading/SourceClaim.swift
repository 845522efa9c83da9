public import GazetteDocument

/// A source that a draft names beside a quotation.
public struct SourceClaim: Sendable, Hashable {
  /// How it is named.
  public enum Target: Sendable, Hashable {
    /// By a machine id.
    case id(MachineID)
    /// By the title in 《》, with the number behind it when there is one.
    case title(String, number: String?)
    /// By a document number.
    case number(String)
    /// By a document's name and a place in it: `strict-real s2.1.p4`, `strict-real#s2.1.p4`.
    case address(document: String, place: String?)
  }

  /// How it is named.
  public let target: Target
  /// The words of the draft.
  public let text: String
}
