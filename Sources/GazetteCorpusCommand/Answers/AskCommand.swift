import ArgumentParser
import Gazette
import GazetteConsole

/// `gazette ask`: answers a question with whole sentences of the corpus, each cited.
struct AskCommand: ParsableCommand {
  static var configuration: CommandConfiguration { AskOptions.configuration }

  @OptionGroup var options: AskOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let console = Console.current
    let search = try PolicySearch(at: global.index)
    var request = AnswerRequest(options.question.joined(separator: " "))
    request.limit = options.limit
    request.filters = options.filters
    request.isLiteral = options.isLiteral
    let answer = try search.answer(
      to: request, by: try MeasureOptions.extractor(for: search))
    if let receipt = options.receipt {
      let excerpts = answer.statements.flatMap(\.excerpts)
      try ReceiptWriting(
        command: "ask", query: request.question,
        parsed: answer.question.topics.map(\.text).joined(separator: " | "),
        options: [
          "limit": .integer(options.limit), "literal": .bool(options.isLiteral),
          "filter": .array(options.filters.map(JSONValue.string)),
        ]
      ).receipt(for: excerpts, of: search).write(to: receipt)
    }
    if console.isJSON {
      try console.put(Envelope(answer, revision: search.revision).json)
    } else {
      AnswerListing(console: console).print(answer, revision: search.revision)
    }
    if !answer.isAnswered { throw ExitStatus.nothingFound }
  }
}
