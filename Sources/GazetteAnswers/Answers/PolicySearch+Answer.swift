public import GazetteMeasures
public import GazetteSearch

extension PolicySearch {
  /// Answers a question with whole sentences of the corpus, each ready to be cited; nothing is ever made up.
  ///
  /// Costs some searches, and reading the documents of the best passages whole.
  ///
  /// - Parameters:
  ///   - request: The question.
  ///   - extractor: Finds the measures.
  /// - Returns: The answer; without statements where nothing answers.
  /// - Throws: As `search`.
  public func answer(
    to request: AnswerRequest, by extractor: MeasureExtractor = .init()
  ) throws -> Answer {
    var finding = AnswerFinding(self, request, extractor)
    return try finding.answer()
  }
}
