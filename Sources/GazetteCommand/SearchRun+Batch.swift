import GazetteConsole
import GazetteExport
import GazetteSearch

extension SearchRun {
  /// Answers each line of a file of queries with one envelope on one line, in their order.
  ///
  /// A line that cannot be answered, such as one with a tag that names nothing, gets an envelope that says why, and the next
  /// is answered all the same. Empty lines are passed over.
  ///
  /// - Parameters:
  ///   - path: The file; `-` for standard input.
  ///   - search: The index.
  /// - Throws: `ExitStatus.failed` when a line could not be answered, `nothingFound` when none found anything.
  func runBatch(_ path: String, in search: PolicySearch) throws {
    try BatchError.takeAsInput(path)
    let console = Console.current
    var (number, failures, found) = (0, 0, 0)
    while let line = readLine() {
      number += 1
      guard !line.allSatisfy(\.isWhitespace) else { continue }
      let asked = QueryLine(line, number: number)
      do {
        var run = self
        run.query = asked.text
        let (answer, total) = try run.answer(in: search, as: asked.id)
        if total > 0 { found += 1 }
        try console.put(answer)
      } catch {
        failures += 1
        guard
          case .object(var failure) = Envelope.failure(
            code: (error as? any CodedError)?.code ?? "failed", message: console.words(for: error),
            status: Int(ExitStatus.failed.rawValue))
        else { continue }
        failure["query"] = .object(["id": asked.id, "text": .string(asked.text)])
        try console.put(.object(failure))
      }
    }
    if failures > 0 { throw ExitStatus.failed }
    if found == 0 { throw ExitStatus.nothingFound }
  }
}
