internal import GazetteDocument

extension ExtractedText {
  /// Takes a value for a field of the metadata if its key is one that the lexicon knows and the field has none yet.
  mutating func enter(_ value: String, named key: String) {
    var name = Array(key.lowercased().utf8)
    name.removeAll { $0.isSpace || $0 == 0x5F || $0 == 0x2D }
    guard !value.isEmpty, let field = Lexicon.shared.labels[name], field != .other,
      entered[field] == nil
    else { return }
    entered[field] = value
  }
}
