internal import GazetteDocument

extension ExtractedText {
  /// Takes a value for a field of the metadata if its key is one that the lexicon knows and the field has none yet.
  mutating func enter(_ value: String, named key: String) {
    let name = Array(key.utf8)
    guard !value.isEmpty, let field = Lexicon.shared.field(named: name.span), entered[field] == nil
    else { return }
    entered[field] = value
  }
}
