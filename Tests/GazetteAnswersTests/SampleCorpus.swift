import Gazette
import GazetteTestSupport

/// An index of the sample corpus, built once for all suites.
enum SampleCorpus {
  /// The index; an error where the corpus cannot be indexed.
  static let search = Result { () throws -> PolicySearch in
    let folder = try ScratchFolder()
    let path = folder.path + "/index"
    _ = try CorpusIndexing(of: try Corpus(at: [ProjectFolder.top + "/corpus"]), at: path).run()
    kept.append(folder)
    return try PolicySearch(at: path)
  }

  /// The folder stays as long as the tests run.
  nonisolated(unsafe) private static var kept: [ScratchFolder] = []

  /// Asks a question.
  static func answer(_ question: String, limit: Int = 5) throws -> Answer {
    var request = AnswerRequest(question)
    request.limit = limit
    return try search.get().answer(to: request)
  }
}
