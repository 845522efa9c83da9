public import Gazette

/// What a pack remembers of itself, so that it can be checked and built anew: `pack.json`.
///
/// The sentences themselves stand in `receipt.json`, a receipt like any other.
public struct StudyManifest: Sendable {
  /// A card or a question.
  public struct Item: Sendable, Hashable {
    /// Its id.
    public let id: String
    /// What sort of item it is.
    public let kind: StudyItemKind
    /// The concept, or the family of the document, that it is about.
    public let about: String
    /// What tells it from others about the same.
    public let detail: String
    /// The sentences that it rests on, as places in the receipt.
    public let passages: [Int]
  }

  /// The shape and its version.
  public static let schema = "gazette.study/1"
  /// A file with more bytes is no manifest.
  public static let maximumSize = 16 << 20

  /// What the pack is about.
  public let subject: StudySubject
  /// Its language.
  public let language: StudyLanguage
  /// What it is called.
  public let title: String
  /// Its cards and questions.
  public let items: [Item]

  /// What a pack has to remember.
  ///
  /// - Parameter pack: The pack.
  public init(of pack: StudyPack) {
    subject = pack.subject
    language = pack.language
    title = pack.title
    let places = Dictionary(
      pack.excerpts.enumerated().map { ("\($0.element.document.id) \($0.element.id)", $0.offset) },
      uniquingKeysWith: { first, _ in first })
    func passages(_ excerpts: [CitedExcerpt]) -> [Int] {
      var seen: Set<Int> = []
      return excerpts.compactMap { places["\($0.document.id) \($0.id)"] }
        .filter { seen.insert($0).inserted }
    }
    items =
      pack.cards.map {
        Item(
          id: $0.id, kind: $0.key.kind, about: $0.key.about, detail: $0.key.detail,
          passages: passages($0.sources))
      }
      + pack.quiz.map {
        Item(
          id: $0.id, kind: $0.key.kind, about: $0.key.about, detail: $0.key.detail,
          passages: passages([$0.source] + $0.choices.map(\.excerpt)))
      }
  }

  /// The manifest as JSON.
  public var json: JSONValue {
    .object([
      "schema": .string(Self.schema), "title": .string(title),
      "language": .string(language.rawValue),
      "subject": .object([
        "option": .string(subject.option), "value": .string(subject.value),
      ]),
      "items": .array(
        items.map { item in
          .object([
            "id": .string(item.id), "kind": .string(item.kind.rawValue),
            "about": .string(item.about), "detail": .string(item.detail),
            "passages": .array(item.passages.map { .integer($0) }),
          ])
        }),
    ])
  }
}
