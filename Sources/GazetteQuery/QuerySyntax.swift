/// A query as it was understood: a tree whose nodes know where they stand in the text.
///
/// Two trees are equal when they ask the same; where they stand does not count. A tree is at most
/// `QueryParser.depthLimit` nodes deep.
public struct QuerySyntax: Sendable, Hashable, CustomStringConvertible {
  /// What a node asks.
  public indirect enum Kind: Sendable, Hashable {
    /// A word, or a run of Chinese, that must occur.
    case word(String)
    /// Words in this order, next to each other.
    case phrase(String)
    /// A word that begins with these letters.
    case prefix(String)
    /// A word of a pattern: `*` stands for any run of characters, `?` for one.
    case pattern(String)
    /// A word that differs in at most so many characters (1 or 2).
    case fuzzy(String, Int)
    /// Words in this order, with at most so many others between them.
    case sloppy(String, Int)
    /// A word, phrase, prefix or pattern within one field; a keyword field takes the word as its value.
    case field(PolicyField, QuerySyntax)
    /// A date of the document that may lie in a range.
    case dates(QueryDateField, QueryDateRange)
    /// Everything of the list; two parts or more, none of them `all`.
    case all([QuerySyntax])
    /// At least one of the list; two parts or more, none of them `any`.
    case any([QuerySyntax])
    /// Two words, phrases or tags with at most so many words between them, in any order.
    case near(QuerySyntax, QuerySyntax, Int)
    /// What must not match.
    case not(QuerySyntax)
    /// The same, counted so many times in the order of the answers.
    case boosted(QuerySyntax, Float)
    /// At least one of the list, where each of it stands somewhere in the same place.
    case within(QueryScope, [QuerySyntax])
  }

  /// What the node asks.
  public let kind: Kind
  /// Where it stands in the text that was parsed, in UTF-8 bytes from 0.
  public let range: Range<Int>

  /// Creates a node.
  public init(_ kind: Kind, range: Range<Int> = 0..<0) {
    self.kind = kind
    self.range = range
  }

  /// The node that asks for everything of a list of at least one; lists inside are made part of it.
  public static func all(of parts: [QuerySyntax]) -> QuerySyntax {
    let flat = parts.flatMap { part in
      if case .all(let inner) = part.kind { inner } else { [part] }
    }
    return joined(flat, .all(flat))
  }

  /// The node that asks for one of a list of at least one; lists inside are made part of it.
  public static func any(of parts: [QuerySyntax]) -> QuerySyntax {
    let flat = parts.flatMap { part in
      if case .any(let inner) = part.kind { inner } else { [part] }
    }
    return joined(flat, .any(flat))
  }

  private static func joined(_ parts: [QuerySyntax], _ kind: Kind) -> QuerySyntax {
    guard parts.count != 1 else { return parts[0] }
    let start = parts.first?.range.lowerBound ?? 0
    return QuerySyntax(kind, range: start..<max(start, parts.last?.range.upperBound ?? start))
  }

  /// The query as text that parses to an equal tree.
  public var description: String { QueryFormatter.text(of: self) }

  /// Compares what is asked.
  public static func == (left: QuerySyntax, right: QuerySyntax) -> Bool { left.kind == right.kind }

  /// Hashes what is asked.
  public func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}
