/// A file of a pack.
public struct StudyFile: Sendable, Hashable {
  /// What became of a file when the pack was written.
  public enum Outcome: String, Sendable, Hashable, CaseIterable {
    /// It was not there.
    case new
    /// It was there with the same bytes.
    case same
    /// It was there as it had been made, and is made anew.
    case replaced
    /// A person changed it, and nothing else did.
    case kept
    /// A person's changes and new ones stand in it together.
    case merged
    /// Both changed the same lines: the person's words stay, and the new file lies beside it.
    case conflict
  }

  /// Its name in the folder.
  public let name: String
  /// Its bytes.
  public let bytes: [UInt8]

  /// Whether it is made of lines that can be joined.
  var isText: Bool { !name.hasSuffix(".docx") }
}
