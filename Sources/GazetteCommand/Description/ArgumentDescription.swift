/// An argument, option or flag as its declaration describes it.
struct ArgumentDescription: Decodable {
  struct Name: Decodable {
    let kind: String
    let name: String

    /// The name as it is typed.
    var typed: String { (kind == "long" ? "--" : "-") + name }
  }

  let kind: String
  let shouldDisplay: Bool
  let isOptional: Bool
  let isRepeating: Bool
  let names: [Name]?
  let valueName: String?
  let defaultValue: String?
  let allValues: [String]?
  let abstract: String?

  var isPositional: Bool { kind == "positional" }
  var takesValue: Bool { kind == "option" }
  var longName: String? { names?.first { $0.kind == "long" }?.name }

  /// Whether a word is one of its names.
  func isNamed(_ word: String) -> Bool { names?.contains { $0.typed == word } ?? false }
}
