public import GazetteDocument

extension CitedPassage {
  /// What finds the passage again after its source changed; its words are not counted.
  public var selector: Selector {
    Selector(
      span: passage.span, exact: text, prefix: prefix, suffix: suffix,
      textSHA256: document.textSHA256)
  }

  /// What finds one of its sentences again after the source changed.
  ///
  /// - Parameter sentence: One of `sentences`.
  /// - Returns: The selector; its words are not counted.
  public func selector(of sentence: CitedSentence) -> Selector {
    let (prefix, suffix) = context(of: sentence)
    return Selector(
      span: sentence.sentence.span, exact: sentence.text, prefix: prefix, suffix: suffix,
      textSHA256: document.textSHA256)
  }
}
