#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
public import GazetteMeasures

/// What people decided of pairs of measures, as a text that people read and edit: a line of JSON a decision.
///
/// A line is `{"of":ID,"by":ID,"decision":"confirmed"}` or `"rejected"`. What else stands in a line, and every line that is none,
/// stays as it is; of several lines on one pair the last counts.
public struct CoverageDecisionLines: Sendable, Hashable {
  private var lines: [String]

  /// Reads a text.
  ///
  /// - Parameter text: The text of the file; empty for none.
  public init(_ text: String) {
    lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      String(Substring($0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0))
    }
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
  }

  /// The decisions.
  public var decisions: CoverageDecisions {
    var decisions = CoverageDecisions()
    for line in lines {
      if let (pair, status) = Self.decision(line) { decisions[pair] = status }
    }
    return decisions
  }

  /// The numbers of the lines, from 1, that hold something and are no decision.
  public var unread: [Int] {
    lines.indices.filter {
      !lines[$0].allSatisfy(\.isWhitespace) && Self.decision(lines[$0]) == nil
    }.map { $0 + 1 }
  }

  /// Decides a pair; an earlier decision on it is taken out, with its line.
  ///
  /// - Parameters:
  ///   - pair: The pair.
  ///   - status: `confirmed` or `rejected`; `proposed` takes the decision back.
  /// - Throws: `EncodingError`, never for ids.
  public mutating func decide(_ pair: CoverageDecisions.Pair, _ status: Coverage.Pair.Status) throws
  {
    lines.removeAll { Self.decision($0)?.0 == pair }
    guard status != .proposed else { return }
    lines.append(
      try JSONValue.object([
        "of": .string(pair.source), "by": .string(pair.target),
        "decision": .string(status.rawValue),
      ]).text())
  }

  /// The text of the file.
  public var text: String { lines.map { $0 + "\n" }.joined() }

  private static func decision(
    _ line: String
  ) -> (CoverageDecisions.Pair, Coverage.Pair.Status)? {
    guard
      case .object(let object)? = try? JSONDecoder().decode(JSONValue.self, from: Data(line.utf8)),
      case .string(let source)? = object["of"], case .string(let target)? = object["by"],
      case .string(let decision)? = object["decision"],
      let status = Coverage.Pair.Status(rawValue: decision), status != .proposed
    else { return nil }
    return (CoverageDecisions.Pair(source: source, target: target), status)
  }
}
