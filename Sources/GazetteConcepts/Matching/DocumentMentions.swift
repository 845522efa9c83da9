/// What the parts of a document mention, in the order of its passages and of its sections.
public struct DocumentMentions<Mention: Sendable>: Sendable {
  /// For each passage its mentions; empty for a document that was not searched.
  public var passages: [[Mention]]
  /// For each section, the root first, the mentions in its heading; empty likewise.
  public var headings: [[Mention]]

  /// Joins the mentions of passages and those of headings.
  public init(passages: [[Mention]] = [], headings: [[Mention]] = []) {
    self.passages = passages
    self.headings = headings
  }

  /// All mentions: those of the passages, then those of the headings.
  public var all: [Mention] { passages.flatMap { $0 } + headings.flatMap { $0 } }

  /// The mentions in a passage; none for one that was not searched.
  public func inPassage(_ passage: Int) -> [Mention] {
    passages.indices.contains(passage) ? passages[passage] : []
  }

  /// The mentions in the heading of a section; none for one that was not searched.
  public func inHeading(ofSection section: Int) -> [Mention] {
    headings.indices.contains(section) ? headings[section] : []
  }

  /// The same with something else for each mention.
  func mapping<Other>(_ body: (Mention) -> Other) -> DocumentMentions<Other> {
    DocumentMentions<Other>(
      passages: passages.map { $0.map(body) }, headings: headings.map { $0.map(body) })
  }
}
