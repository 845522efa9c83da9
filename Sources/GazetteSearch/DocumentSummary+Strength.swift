package import GazetteDocument

extension DocumentSummary {
  /// How much the document weighs as a source by its kind: a law more than a notice, a notice more than a letter; 0 to 9.
  package var sourceStrength: Int {
    SourceStrength.standard.strength(ofKind: metadata.kind.value)
  }
}
