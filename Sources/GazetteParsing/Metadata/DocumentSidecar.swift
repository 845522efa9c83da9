public import GazetteDocument
internal import GazetteYAML

/// What a person wrote down of a document in a file beside it, `NAME.meta.yaml`: it counts before all that the document says.
///
/// A YAML mapping (1.1) of names to values, and of `keywords` to a list; the names are those of front matter.
public struct DocumentSidecar: Sendable {
  /// Why a file is no such mapping, and where.
  public struct Failure: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, in the words of the YAML parser.
    public let what: String
    /// The line, from 1.
    public let line: Int
    /// The column, from 1.
    public let column: Int

    /// One line: what happened, where, and what to do.
    public var description: String { error.description }

    /// The same as the readers say it, for other languages.
    public var error: ParseError {
      .malformed(ParseFinding(.sidecar, "\(line):\(column)", what), offset: nil)
    }
  }

  /// The SHA-256 of the file.
  public let sha256: Digest
  /// Names that no field is kept for.
  public let unknownNames: [String]
  let fields: [MetadataField: String]

  /// Files with more bytes than this are refused.
  public static let maximumSize = 1 << 20

  /// Reads such a file.
  ///
  /// - Parameter bytes: The whole file, UTF-8 or UTF-16 with its mark; empty for one that says nothing yet.
  /// - Throws: `Failure` when it is no mapping.
  public init(_ bytes: [UInt8]) throws(Failure) {
    sha256 = ContentHash.digest(of: bytes.span)
    var fields: [MetadataField: String] = [:]
    var unknown: [String] = []
    let text = bytes.span
    guard text.skippingSpace(from: 0, to: text.count) < text.count else {
      (self.fields, unknownNames) = (fields, unknown)
      return
    }
    for entry in try DocumentSidecar.entries(of: bytes) {
      let key = Array(entry.key.utf8)
      guard let field = Lexicon.shared.field(named: key.span) else {
        unknown.append(entry.key)
        continue
      }
      let value = YAMLMapping.joined(entry.values)
      if FrontMatter.isStated(value), fields[field] == nil { fields[field] = value }
    }
    (self.fields, unknownNames) = (fields, unknown)
  }

  private static func entries(of bytes: [UInt8]) throws(Failure) -> [YAMLMapping.Entry] {
    do throws(YAMLError) {
      return try YAMLMapping.entries(of: bytes.span, in: 0..<bytes.count)
    } catch {
      throw Failure(what: error.what, line: error.line, column: error.column)
    }
  }
}
