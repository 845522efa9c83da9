public import GazetteDocument

/// A formula or term of policy: what it is called, what it consists of, what it belongs to.
public struct Concept: Sendable, Hashable {
  /// What a concept is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case formula, measure, mechanism, principle, programme, body
    /// A set of places, or of people or households.
    case placeSet = "place-set"
  }

  /// A part of a formula.
  public enum Part: Sendable, Hashable {
    /// Another concept, by its id.
    case concept(String)
    /// Words for which the thesaurus has no concept.
    case label(String)
  }

  /// Where a wording became policy.
  public struct Source: Sendable, Hashable {
    /// The document, as it is cited.
    public var document: String?
    /// The date as written: a year, a month or a day.
    public var date: String?
    /// How sure that is: `sure`, `likely`, `unsure`.
    public var confidence: String?

    /// Creates a source.
    public init(document: String? = nil, date: String? = nil, confidence: String? = nil) {
      self.document = document
      self.date = date
      self.confidence = confidence
    }
  }

  /// The stable name, in kebab-case.
  public let id: String
  /// The renderings: preferred ones first, then in the order of the file.
  public var labels: [ConceptLabel] = []
  /// Words that hold a label of the concept and mean something else.
  public var negativeLabels: [ConceptLabel] = []
  /// What it is.
  public var kind = Kind.formula
  /// The wider concept; `nil` at the top.
  public var broader: String?
  /// What it consists of, in order.
  public var parts: [Part] = []
  /// Concepts with which it is easily confused.
  public var differsFrom: [String] = []
  /// What often stands beside its members and is none of them, by id or by words.
  public var neighbours: [Part] = []
  /// What it means, by language.
  public var definitions: [Language: String] = [:]
  /// Where the wording became policy.
  public var firstSource: Source?
  /// What a reader of the thesaurus is to know.
  public var note: String?
  /// The file that has it.
  public var file: String
  /// The line at which it begins there, from 1.
  public var line: Int

  /// Creates a concept without anything but its name.
  public init(id: String, file: String = "", line: Int = 0) {
    self.id = id
    self.file = file
    self.line = line
  }

  /// The rendering to show in a language: the preferred one, else the first sound one, else that of another language.
  public func label(in language: Language) -> String {
    let shown = labels.filter { $0.status == .preferred || $0.status == .alias }
    let family = shown.filter { $0.language.tag.prefix(2) == language.tag.prefix(2) }
    return family.first { $0.language == language && $0.status == .preferred }?.text
      ?? family.first?.text ?? shown.first?.text ?? id
  }
}
