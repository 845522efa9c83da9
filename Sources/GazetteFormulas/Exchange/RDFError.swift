/// Why a file is no RDF, with the place.
public struct RDFError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The form that the file was read as.
  public enum Form: String, Sendable, Hashable {
    case turtle = "Turtle"
    case xml = "RDF/XML"
  }

  /// The form that the file was read as.
  public let form: Form
  /// The file.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// What is wrong there.
  public let what: String

  /// A short name for reports.
  public var code: String { "not-rdf" }

  /// One line: where, and what.
  public var description: String { "\(file):\(line): no \(form.rawValue): \(what)" }
}
