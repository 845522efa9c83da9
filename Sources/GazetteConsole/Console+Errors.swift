extension Console {
  /// An error in the language of the run: in English its own line, in Chinese a sentence for its kind with that line behind.
  ///
  /// - Parameter error: The error.
  /// - Returns: One line.
  public func words(for error: any Error) -> String {
    guard let coded = error as? any CodedError else { return "\(error)" }
    return words(forCode: coded.code, detail: "\(error)")
  }

  /// An error of which a report kept the short name and the line.
  ///
  /// - Parameters:
  ///   - code: The short name.
  ///   - detail: The line in English.
  /// - Returns: One line in the language of the run.
  public func words(forCode code: String, detail: String) -> String {
    guard isChinese, let sentence = say.sentence("error." + code) else { return detail }
    return sentence + "（" + detail + "）"
  }
}
