#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Queries that somebody keeps, each under a name: a text that people read and edit, and that answers as a file of queries.
///
/// A line is a query, `{"id":NAME,"text":QUERY}` or the bare text, which is named by the number of its line. What else
/// stands in a line, and every line that is none, stays as it is.
public struct SavedQueries: Sendable, Hashable {
  /// A query with its name.
  public struct Entry: Sendable, Hashable {
    /// The name.
    public let name: String
    /// The query.
    public let text: String
    /// The line that it stands in, from 1.
    public let line: Int
  }

  private var lines: [String]

  /// Reads a text.
  ///
  /// - Parameter text: The text of the file; empty for none.
  public init(_ text: String) {
    // By bytes: a carriage return and a line feed are one character.
    lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      String(Substring($0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0))
    }
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
  }

  /// The queries in the order of their lines; of several with one name the last.
  public var entries: [Entry] {
    var entries: [Entry] = []
    for (place, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
      let asked = QueryLine(line, number: place + 1)
      let entry = Entry(name: Self.name(asked.id), text: asked.text, line: place + 1)
      entries.removeAll { $0.name == entry.name }
      entries.append(entry)
    }
    return entries
  }

  /// The query with a name.
  public subscript(_ name: String) -> Entry? { entries.first { $0.name == name } }

  /// Whether a text can be a name: 1 to 100 characters on one line.
  ///
  /// - Parameter name: The text.
  /// - Returns: Whether it can.
  public static func isName(_ name: String) -> Bool {
    (1...100).contains(name.count) && !name.allSatisfy(\.isWhitespace)
      && !name.unicodeScalars.contains {
        $0.properties.generalCategory == .control || $0 == "\u{2028}"
      }
  }

  /// Keeps a query under a name, in the line of the one that had it, else in a new line at the end.
  ///
  /// - Parameters:
  ///   - text: The query.
  ///   - name: The name.
  /// - Throws: `EncodingError`, never for a text and a name.
  public mutating func save(_ text: String, as name: String) throws {
    var record: [String: JSONValue] = [:]
    if let entry = self[name] {
      let old = Data(lines[entry.line - 1].utf8)
      if case .object(let known)? = try? JSONDecoder().decode(JSONValue.self, from: old) {
        record = known
      }
    }
    record["id"] = record["id"].flatMap { Self.name($0) == name ? $0 : nil } ?? .string(name)
    record["text"] = .string(text)
    let line = try JSONValue.object(record).text()
    if let entry = self[name] { lines[entry.line - 1] = line } else { lines.append(line) }
  }

  /// Removes every query with a name.
  ///
  /// - Parameter name: The name.
  /// - Returns: The query that it stood for; `nil` when there was none.
  @discardableResult
  public mutating func remove(_ name: String) -> Entry? {
    guard let entry = self[name] else { return nil }
    var kept: [String] = []
    for (place, line) in lines.enumerated() {
      let asked = QueryLine(line, number: place + 1)
      // A bare text is named by its line, so the ones behind it must stay in theirs.
      if line.allSatisfy(\.isWhitespace) || Self.name(asked.id) != name {
        kept.append(line)
      } else if asked.id == .integer(place + 1) {
        kept.append("")
      }
    }
    lines = kept
    return entry
  }

  /// The text of the file.
  public var text: String { lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n" }

  private static func name(_ id: JSONValue) -> String {
    switch id {
    case .string(let name): name
    case .integer(let number): "\(number)"
    default: ""
    }
  }
}
