import GazetteAnalysis
public import GazetteIndex

/// What somebody typed, as it was understood and as the index is asked.
///
/// The grammar stands in the article <doc:QueryLanguage>.
public struct ParsedQuery: Sendable, Hashable {
  /// The text as typed.
  public let text: String
  /// What was understood.
  public let syntax: QuerySyntax
  /// What the index is asked: every word is required.
  public let query: Query
  /// What the index is asked when no passage has the words: those of documents with such a title; `nil` when that would be the
  /// same.
  package var titled: Query? {
    var lowering = QueryLowering(concepts: concepts, isTitleEnough: true)
    let titled = lowering.lower(syntax)
    return titled == query ? nil : titled
  }
  /// The text with the least change that makes it a query, where one is at hand: a quote or parenthesis closed or left out, an
  /// operator without words left out, a date that cannot be read.
  public var repaired: String? { problem.flatMap { QueryRepair.repaired(text, $0) } }

  /// What the index is asked when nothing has every word: at least 60 % of them; `nil` when that would be the same.
  ///
  /// Costs time linear in the text, each time.
  public var partial: Query? {
    var lowering = QueryLowering(concepts: concepts)
    let partial = lowering.lowerPartial(syntax).map { ParsedQuery.orNumber(text, $0) }
    return partial == query ? nil : partial
  }
  /// What the index is asked for what comes nearest, whatever it lacks; `nil` when fewer than two words say anything.
  ///
  /// Costs time linear in the text, each time.
  package var nearest: NearestQuery? {
    var lowering = QueryLowering(concepts: concepts)
    return lowering.lowerNearest(syntax)
  }
  /// The same as `partial` for a tree in which labels have tags for their other renderings.
  package func partial(of widened: QuerySyntax) -> Query? {
    var lowering = QueryLowering(concepts: concepts, hasHeadings: true)
    return lowering.lowerPartial(widened)
  }

  /// The same as `nearest` for such a tree.
  package func nearest(of widened: QuerySyntax) -> NearestQuery? {
    var lowering = QueryLowering(concepts: concepts, hasHeadings: true)
    return lowering.lowerNearest(widened)
  }
  /// What the index is asked for when not even most of the words stand in one passage with a phrase: any of the phrases and
  /// words; `nil` when the query is no list with a phrase in it.
  ///
  /// Costs time linear in the text, each time.
  package var loosened: Query? {
    var lowering = QueryLowering(concepts: concepts)
    return lowering.lowerLoosened(syntax)
  }

  /// What finds the documents with a number, in whatever brackets and digits it is typed; `nil` for a text that is none.
  ///
  /// - Parameter text: The whole text of the number.
  /// - Returns: The query.
  package static func number(_ text: String) -> Query? {
    (QueryNumber.canonical(text) ?? QueryNumber.law(text)).map {
      .term(Term(field: PolicyField.number.id, $0))
    }
  }

  /// The words of a text, all of them required, whatever signs stand between them.
  ///
  /// - Parameter text: The text.
  /// - Returns: The tree; the text itself as a word when it has none.
  package static func words(of text: String) -> QuerySyntax {
    QueryParser.words(of: text) ?? QuerySyntax(.word(text))
  }

  /// Why the text is no query and was searched for word by word, or what in it cannot be looked for.
  public let problem: QuerySyntaxError?
  /// The words and phrases that must match, in the order of the text: what to show in colour and to explain.
  public let pieces: [QueryPiece]
  /// The ids of the concepts that the values of tags name.
  private let concepts: [String: [String]]

  /// Reads a text, whatever it is.
  ///
  /// A text that is no query is taken for a list of words, all of them required, with `problem` set. A text over
  /// 64 KiB is cut there. Costs time linear in the text.
  ///
  /// - Parameter text: The text as typed or pasted.
  public init(_ text: String) {
    var problem: QuerySyntaxError?
    let syntax: QuerySyntax
    do throws(QuerySyntaxError) {
      syntax = try QueryParser.parse(text)
    } catch {
      problem = error
      syntax = QueryParser.words(of: ParsedQuery.cut(text)) ?? QuerySyntax(.word(""))
    }
    self.init(text, syntax, problem)
  }

  /// Reads a text that must be a query.
  ///
  /// - Parameter text: The text as typed.
  /// - Throws: `QuerySyntaxError` when it does not parse, or asks for something that cannot be looked for.
  public init(strict text: String) throws(QuerySyntaxError) {
    self.init(text, try QueryParser.parse(text), nil)
    if let problem { throw problem }
  }

  /// The same query, the values of its tags standing for concepts.
  ///
  /// - Parameter concepts: The ids of the concepts that each value names.
  /// - Returns: The query.
  package func naming(_ concepts: [String: [String]]) -> ParsedQuery {
    ParsedQuery(text, syntax, problem, concepts)
  }

  /// What an index is asked for by a tree of which the values of tags stand for concepts, those in headings included.
  package static func query(
    of syntax: QuerySyntax, naming concepts: [String: [String]]
  ) -> Query {
    var lowering = QueryLowering(concepts: concepts, hasHeadings: true)
    return lowering.lower(syntax)
  }

  private init(
    _ text: String, _ syntax: QuerySyntax, _ problem: QuerySyntaxError?,
    _ concepts: [String: [String]] = [:]
  ) {
    self.text = text
    self.syntax = syntax
    self.concepts = concepts
    var lowering = QueryLowering(concepts: concepts)
    let query = ParsedQuery.orNumber(text, lowering.lower(syntax))
    self.query = query
    pieces = lowering.pieces
    let found = problem ?? lowering.problem
    self.problem =
      found ?? (query == .nothing ? QuerySyntaxError(.nothingAsked, range: syntax.range) : nil)
  }

  /// A query, or the number of a law where that is all that was typed: `Pub. L. 114-254` has white space in it.
  private static func orNumber(_ text: String, _ query: Query) -> Query {
    guard let number = QueryNumber.law(text) else { return query }
    return .any([query, .term(Term(field: PolicyField.number.id, number))])
  }

  /// The beginning of a text, as much as is read.
  private static func cut(_ text: String) -> String {
    guard text.utf8.count > QueryParser.byteLimit else { return text }
    // A scalar that is cut in two becomes U+FFFD, which parts words and is no part of any.
    return String(decoding: text.utf8.prefix(QueryParser.byteLimit), as: UTF8.self)
  }
}
