/// Something in a thesaurus that a person should look at, with its place.
public struct ThesaurusFinding: Sendable, Hashable {
  /// What was found.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// `broader` names a concept that there is not.
    case unknownBroader = "unknown-broader"
    /// `parts` or `neighbours` names a concept that there is not.
    case unknownPart = "unknown-part"
    /// `differsFrom` names a concept that there is not.
    case unknownDifference = "unknown-difference"
    /// A concept lies below itself by `broader`.
    case broaderCycle = "broader-cycle"
    /// A concept is a part of itself.
    case partsCycle = "parts-cycle"
    /// A label of a concept stands there twice, or is read like another of its labels.
    case duplicateLabel = "duplicate-label"
    /// A label belongs to several concepts.
    case sharedLabel = "shared-label"
    /// A concept has no sound label in a language.
    case missingLanguage = "missing-language"
    /// A label that occurs nowhere in the texts.
    case unusedLabel = "unused-label"
    /// A label that occurs inside of longer ones only.
    case labelInsideLonger = "label-inside-longer"

    /// How much it matters.
    public var severity: Severity {
      switch self {
      case .unknownBroader, .unknownPart, .unknownDifference, .broaderCycle, .partsCycle: .error
      case .sharedLabel, .missingLanguage: .warning
      case .duplicateLabel, .unusedLabel, .labelInsideLonger: .note
      }
    }
  }

  /// How much a finding matters.
  public enum Severity: String, Sendable, Hashable, CaseIterable {
    /// The thesaurus does not mean what it says.
    case error
    /// What is found may be wrong or incomplete.
    case warning
    /// Nothing is wrong; something may be superfluous.
    case note
  }

  /// What was found.
  public let kind: Kind
  /// The concept that has it, by its id.
  public let concept: String
  /// The label, the unknown id or the tag of the language that it is about; `nil` for a cycle.
  public let subject: String?
  /// The others that it is about: ids of the concepts with the same label or of a cycle, or the other label.
  public let others: [String]
  /// How often the label occurs, for what was counted in texts; else 0.
  public let count: Int
  /// The file that has it.
  public let file: String
  /// The line there, from 1.
  public let line: Int

  /// Creates a finding.
  public init(
    _ kind: Kind, concept: String, subject: String? = nil, others: [String] = [], count: Int = 0,
    file: String, line: Int
  ) {
    self.kind = kind
    self.concept = concept
    self.subject = subject
    self.others = others
    self.count = count
    self.file = file
    self.line = line
  }
}
