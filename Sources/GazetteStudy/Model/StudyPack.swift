public import Gazette

/// All that a trainer gets for one subject: every sentence of it stands in a source and says where.
public struct StudyPack: Sendable {
  /// What was left out although it was found.
  public struct Omission: Sendable, Hashable {
    /// The sentence.
    public let excerpt: CitedExcerpt
    /// The warnings for which it was left out.
    public let flags: [PassageFlag]
  }

  /// What it is about.
  public let subject: StudySubject
  /// What it is called.
  public let title: String
  /// In which language.
  public let language: StudyLanguage
  /// The revision of the corpus.
  public let revision: String
  /// Its parts in the order of teaching.
  public internal(set) var sections: [StudySection]
  /// The glossary.
  public internal(set) var terms: [StudyTerm]
  /// The timeline, by rising date.
  public internal(set) var dates: [StudyDate]
  /// The cards.
  public internal(set) var cards: [Flashcard] = []
  /// The quiz.
  public internal(set) var quiz: [QuizItem] = []
  /// What was found and left out because a warning goes with it.
  public internal(set) var omissions: [Omission]

  /// Every sentence that anything in the pack rests on, each once, in the order of its first use.
  public var excerpts: [CitedExcerpt] {
    var seen: Set<String> = []
    var found: [CitedExcerpt] = []
    func add(_ excerpt: CitedExcerpt?) {
      guard let excerpt, seen.insert("\(excerpt.document.id) \(excerpt.id)").inserted else {
        return
      }
      found.append(excerpt)
    }
    for statement in sections.flatMap(\.statements) {
      add(statement.excerpt)
      add(statement.translation)
    }
    for rendering in terms.flatMap(\.renderings) { add(rendering.excerpt) }
    for date in dates { add(date.excerpt) }
    for card in cards { card.sources.forEach(add) }
    for item in quiz {
      add(item.source)
      for choice in item.choices { add(choice.excerpt) }
    }
    return found
  }

  /// The documents of these sentences, in the byte order of their names.
  public var sources: [DocumentSummary] {
    var known: [PolicyDocument.ID: DocumentSummary] = [:]
    for excerpt in excerpts { known[excerpt.document.id] = excerpt.document }
    return known.values.sorted { $0.id < $1.id }
  }
}
