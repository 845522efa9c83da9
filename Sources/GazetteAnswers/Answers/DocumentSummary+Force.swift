import GazetteDocument

extension DocumentSummary {
  /// Whether the document is in force, as far as its own words and the index tell: a status of the closed list, or `not-stated`.
  var force: AnswerValue {
    let status: String
    if let ending = lineage?.ending {
      status = ending.kind == .repeals ? "repealed" : "superseded"
    } else if lineage?.place == .superseded {
      status = "superseded"
    } else {
      status = metadata.status.value ?? "not-stated"
    }
    return AnswerValue(words: [status], normalised: status, role: nil, measure: nil)
  }
}
