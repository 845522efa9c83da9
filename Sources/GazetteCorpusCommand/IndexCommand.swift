import ArgumentParser
import Gazette
import GazetteConsole
import Synchronization

/// `gazette index`: builds or refreshes the index, with a report that adds up.
struct IndexCommand: ParsableCommand {
  static var configuration: CommandConfiguration { IndexOptions.configuration }

  @OptionGroup var options: IndexOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let console = Console.current
    Interruption.listen()
    var corpus = try Corpus(at: options.paths, excluding: global.index)
    corpus.parser.maximumSize = options.maxSize << 20
    var indexing = CorpusIndexing(of: corpus, at: global.index)
    if let jobs = options.jobs { indexing.threadCount = jobs }
    indexing.rebuilds = options.rebuild
    indexing.retags = options.retag
    indexing.conceptFiles = global.conceptFiles
    indexing.isInterrupted = { Interruption.isRequested }
    let bar = Mutex(ProgressBar())
    let count = corpus.sources.count
    indexing.progress = { progress in
      let share =
        progress.totalBytes > 0 ? Double(progress.bytes) / Double(progress.totalBytes) : 1
      bar.withLock { $0.show(share, label: "\(progress.files)/\(count)") }
    }
    let report: IndexingReport
    do {
      report = try indexing.run()
    } catch CorpusError.interrupted {
      bar.withLock { $0.clear() }
      let message = console.say("index.interrupted")
      if console.isJSON {
        let status = Int(ExitStatus.interrupted.rawValue)
        try console.put(Envelope.failure(code: "interrupted", message: message, status: status))
      } else {
        console.tell(message)
      }
      throw ExitStatus.interrupted
    }
    bar.withLock { $0.clear() }
    if console.isJSON {
      try console.put(report.envelope.json)
    } else {
      tell(report, console)
    }
    if !report.isComplete { throw ExitStatus.failed }
  }

  private func tell(_ report: IndexingReport, _ console: Console) {
    for skip in report.skips {
      console.tell(
        console.say("index.skipped", skip.file, console.say("skip." + skip.reason.rawValue)))
    }
    for note in report.notes {
      let notice = note.notice
      let words = console.say(
        "notice." + notice.kind.rawValue, "\(notice.count)",
        notice.fileOffset.map(String.init) ?? "–", notice.detail)
      console.tell(note.file + ": " + words)
    }
    for failure in report.failures {
      let words = Self.words(for: failure, console)
      let stale = failure.isStale ? "; " + console.say("index.stale") : ""
      console.tell(console.say("index.failure", failure.file, words + stale))
    }
    console.put(
      console.say(
        "index.report", "\(report.scanned)", "\(report.new)", "\(report.changed)",
        "\(report.unchanged)", "\(report.skips.count)", "\(report.failures.count)",
        "\(report.removed)") + "\n")
    console.put(
      console.say(
        "index.totals", "\(report.documents)", "\(report.passages)", global.index,
        report.revision, Self.rounded(report.seconds)) + "\n")
    if report.retagged > 0 {
      console.put(console.say("index.retagged", "\(report.retagged)") + "\n")
    }
    if !report.isComplete {
      console.tell(
        console.say("index.incomplete", "\(report.failures.count)", "\(report.scanned)"))
    }
  }

  private static func words(for failure: IndexingReport.Failure, _ console: Console) -> String {
    if let refusal = failure.refusal { return console.words(for: refusal) }
    guard let error = failure.parsing else {
      return console.words(forCode: failure.code, detail: failure.message)
    }
    let finding = error.finding
    return console.words(
      forCode: error.code, key: finding.key, values: finding.values, offset: error.offset,
      detail: failure.message)
  }

  private static func rounded(_ seconds: Double) -> String {
    let hundredths = Int((seconds * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
