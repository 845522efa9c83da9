extension Console {
  /// An error in the language of the run: in English its own line, in Chinese the sentence of the table, else one for its
  /// kind with that line behind.
  ///
  /// - Parameter error: The error.
  /// - Returns: One line.
  public func words(for error: any Error) -> String {
    guard let coded = error as? any CodedError else { return "\(error)" }
    if isChinese, let spoken = error as? any SpokenError,
      let message = spoken.message(say.sentence), let sentence = say.sentence(message.key)
    {
      return say.filled(sentence, with: message.values)
    }
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

  /// An error that says more by a sentence of the table of messages.
  ///
  /// - Parameters:
  ///   - code: The short name.
  ///   - key: The key of the sentence.
  ///   - values: What is filled in.
  ///   - offset: The byte at which it shows.
  ///   - detail: The whole line in English.
  /// - Returns: One line in the language of the run.
  public func words(
    forCode code: String, key: String, values: [String], offset: Int?, detail: String
  ) -> String {
    guard isChinese, let bare = say.sentence(key) else {
      return words(forCode: code, detail: detail)
    }
    var sentence = say.filled(bare, with: values)
    if let offset { sentence = say("finding.place", sentence, String(offset)) }
    // What is not read says so itself; of the others the kind of failure is said first.
    let kinds = ["not-a-document", "malformed", "incomplete"]
    guard kinds.contains(code), let kind = say.sentence("error." + code) else { return sentence }
    return kind + "：" + sentence
  }
}
