public import GazetteConcepts
public import GazetteDocument

/// What becomes of a formula in a set of documents: how it is rendered, by whom it is used and when, what of it is explained.
public struct FormulaLedger: Sendable, Hashable {
  /// A member or a neighbour of the formula.
  public struct Member: Sendable, Hashable {
    /// What the thesaurus has for it.
    public let part: Concept.Part
    /// How often it is mentioned in the documents, what lies below it included.
    public internal(set) var count = 0
    /// A passage that mentions it, one that names the formula too where there is one.
    public internal(set) var place: FormulaPlace?
  }

  /// A rendering that was found.
  public struct Rendering: Sendable, Hashable {
    /// The label of the thesaurus.
    public let label: ConceptLabel
    /// How often it was found.
    public internal(set) var count = 0
    /// In which documents, and how often there.
    public internal(set) var documents: [DocumentCount] = []
    /// The words as they were written, with how often.
    public internal(set) var forms: [FormCount] = []
    /// Where it stands first in the oldest document.
    public internal(set) var place: FormulaPlace?
  }

  /// A document with a number of occurrences.
  public struct DocumentCount: Sendable, Hashable {
    /// The document.
    public let document: PolicyDocument.ID
    /// How often.
    public internal(set) var count: Int
  }

  /// Words with a number of occurrences.
  public struct FormCount: Sendable, Hashable {
    /// The words.
    public let words: String
    /// How often.
    public internal(set) var count: Int
  }

  /// A document that uses the formula.
  public struct Use: Sendable, Hashable {
    /// The document.
    public let document: DocumentSummary
    /// How often.
    public let count: Int
    /// Its date: written, else published, else effective.
    public var date: CalendarDate? { document.metadata.date }

    /// Creates a use.
    public init(document: DocumentSummary, count: Int) {
      (self.document, self.count) = (document, count)
    }
  }

  /// A voice that uses the formula.
  public struct VoiceCount: Sendable, Hashable {
    /// The kind of voice.
    public let kind: Voice.Kind
    /// The name of the speaker.
    public let speaker: String?
    /// How often.
    public internal(set) var count: Int
  }

  /// A text that names the formula and explains some of its members only.
  public struct Gap: Sendable, Hashable {
    /// How much of a text was looked at.
    public enum Scope: String, Sendable, Hashable, CaseIterable {
      /// A passage and those beside it.
      case passage
      /// A whole document.
      case document
    }

    /// How much of the text was looked at.
    public let scope: Scope
    /// Where the formula is named.
    public let place: FormulaPlace
    /// The members that are mentioned there.
    public let explained: [Concept.Part]
    /// Those that are not.
    public let missing: [Concept.Part]
  }

  /// The formula.
  public let concept: Concept
  /// What it consists of, in order.
  public internal(set) var members: [Member] = []
  /// What stands beside its members and is none.
  public internal(set) var neighbours: [Member] = []
  /// The concepts with which it is easily confused, with how often they are mentioned.
  public internal(set) var differsFrom: [Member] = []
  /// The wider concept, with how often it is mentioned.
  public internal(set) var broader: Member?
  /// The concepts directly below it that are no members, with how often they are mentioned.
  public internal(set) var narrower: [Member] = []
  /// The renderings that were found, the most frequent first.
  public internal(set) var renderings: [Rendering] = []
  /// The documents that use it: the dated ones in the order of their dates, then the others.
  public internal(set) var uses: [Use] = []
  /// The voices that use it, the most frequent first.
  public internal(set) var voices: [VoiceCount] = []
  /// The documents that do not mention it.
  public internal(set) var absentFrom: [PolicyDocument.ID] = []
  /// How many of all documents are dated later than its last dated use.
  public internal(set) var laterDocumentCount = 0
  /// The texts that name it and explain some of its members only.
  public internal(set) var gaps: [Gap] = []

  /// How often it is mentioned in all.
  public var count: Int { uses.reduce(0) { $0 + $1.count } }
  /// The oldest dated document that uses it.
  public var firstUse: Use? { uses.first { $0.date != nil } }
  /// The newest dated document that uses it.
  public var lastUse: Use? { uses.last { $0.date != nil } }

  init(concept: Concept) { self.concept = concept }
}
