/// Why a thesaurus could not be read, with the place.
public struct ThesaurusError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Problem: Sendable, Hashable {
    /// The file is no YAML; the words are libyaml's.
    case yaml(String)
    /// The file has no list of concepts.
    case noConcepts
    /// A concept has no id.
    case missingID
    /// An id is no kebab-case name of ASCII letters and digits.
    case invalidID(String)
    /// Two concepts of one file have one id.
    case repeatedID(String, firstLine: Int)
    /// A field has a value of the wrong shape.
    case wrongShape(field: String, expected: String)
    /// A field has a value that is not among those it may have.
    case unknownValue(field: String, value: String, allowed: [String])
    /// A concept has a field that none has; a misspelt one would be lost without a word.
    case unknownField(String, allowed: [String])
  }

  /// The file.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// What is wrong there.
  public let problem: Problem

  /// Creates an error.
  public init(file: String, line: Int, problem: Problem) {
    self.file = file
    self.line = line
    self.problem = problem
  }

  /// A short name for reports.
  public var code: String {
    switch problem {
    case .yaml: "not-yaml"
    case .noConcepts: "no-concepts"
    case .missingID: "missing-id"
    case .invalidID: "invalid-id"
    case .repeatedID: "repeated-id"
    case .wrongShape: "wrong-shape"
    case .unknownValue: "unknown-value"
    case .unknownField: "unknown-field"
    }
  }

  /// One line: where, and what.
  public var description: String {
    let what =
      switch problem {
      case .yaml(let words): "no YAML: \(words)"
      case .noConcepts: "no list “concepts”"
      case .missingID: "a concept without id"
      case .invalidID(let id): "“\(id)” is no id: lower-case letters, digits and single hyphens"
      case .repeatedID(let id, let line): "the id “\(id)” stands on line \(line) already"
      case .wrongShape(let field, let expected): "“\(field)” is to be \(expected)"
      case .unknownValue(let field, let value, let allowed):
        "“\(field)” is “\(value)”, not one of \(allowed.joined(separator: ", "))"
      case .unknownField(let field, let allowed):
        "“\(field)” is no field of a concept; those are \(allowed.joined(separator: ", "))"
      }
    return "\(file):\(line): \(what)"
  }
}
