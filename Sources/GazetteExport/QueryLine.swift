#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A line of a file of queries: the text itself, or a JSON object `{"id": …, "text": …}`.
public struct QueryLine: Sendable, Hashable {
  /// The id that the line gives, a text or a whole number; otherwise the number of the line.
  public let id: JSONValue
  /// What is asked.
  public let text: String

  private struct Record: Decodable {
    var id: ID?
    var text: String
  }

  private enum ID: Decodable {
    case number(Int)
    case text(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }
  }

  /// Reads a line; one that begins like JSON and is none is a text, as people may ask for braces.
  ///
  /// - Parameters:
  ///   - line: The line without its end.
  ///   - number: Which line it is, from 1.
  public init(_ line: String, number: Int) {
    var id = JSONValue.integer(number)
    var text = line
    if line.utf8.first(where: { $0 != 0x20 && $0 != 0x09 }) == UInt8(ascii: "{"),
      let record = try? JSONDecoder().decode(Record.self, from: Data(line.utf8))
    {
      text = record.text
      switch record.id {
      case .number(let own): id = .integer(own)
      case .text(let own): id = .string(own)
      case nil: break
      }
    }
    self.id = id
    self.text = text
  }
}
