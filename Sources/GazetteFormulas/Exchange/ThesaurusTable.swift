public import GazetteConcepts
internal import GazetteDocument

/// A thesaurus as a table, a row a label, after RFC 4180.
public struct ThesaurusTable: Sendable {
  /// The names of the columns.
  public static let columns = [
    "concept", "kind", "broader", "label", "language", "status", "context", "source", "file",
    "line",
  ]

  private let thesaurus: Thesaurus

  /// Prepares to write a thesaurus.
  public init(_ thesaurus: Thesaurus) { self.thesaurus = thesaurus }

  /// The table: lines end with CR LF, cells with a comma, a quotation mark or a line end stand in quotation marks.
  public func csv() -> String {
    var text = Self.row(Self.columns)
    for concept in thesaurus.concepts {
      for label in concept.labels { text += row(concept, label, label.status.rawValue) }
      for label in concept.negativeLabels { text += row(concept, label, "not") }
    }
    return text
  }

  private func row(_ concept: Concept, _ label: ConceptLabel, _ status: String) -> String {
    Self.row([
      concept.id, concept.kind.rawValue, concept.broader ?? "", label.text, label.language.tag,
      status, label.needsContext ? "required" : "", label.source ?? "", concept.file,
      label.line > 0 ? "\(label.line)" : "",
    ])
  }

  private static func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  private static func cell(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 != 0x2C && $0 != 0x22 && $0 != 0x0A && $0 != 0x0D }
    if isPlain { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
