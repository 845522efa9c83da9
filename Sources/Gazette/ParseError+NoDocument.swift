import GazetteParsing

extension ParseError {
  /// Whether the file is no document at all, which is no failure but a reason to skip it.
  var isNoDocument: Bool {
    if case .notADocument = self { true } else { false }
  }
}
