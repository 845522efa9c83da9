import ArgumentParser
import GazetteConsole
import GazetteExport
import GazetteIndex
import GazetteSearch

/// `gazette doctor`: reads every byte of an index and names what is damaged.
struct DoctorCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "doctor", abstract: Console.current.say("doctor.abstract"),
      discussion: Console.current.discussion("doctor"))
  }

  @Argument(help: ArgumentHelp(Console.current.say("doctor.index")))
  var folder: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let console = Console.current
    let examination = try CorpusExamination(at: folder ?? global.index)
    if console.isJSON {
      var envelope = Envelope(
        schema: "gazette.doctor/1", revision: examination.revision,
        items: [JSONValue(examination)])
      envelope.isComplete = examination.damages.isEmpty
      try console.put(envelope.json)
    } else {
      report(examination, console)
    }
    if !examination.damages.isEmpty { throw ExitStatus.nothingFound }
  }

  private func report(_ examination: CorpusExamination, _ console: Console) {
    for damage in examination.damages {
      console.put(TerminalText.visible(console.words(for: damage)) + "\n")
    }
    if let mismatch = examination.mismatch {
      console.tell(TerminalText.visible(console.words(for: mismatch)))
    }
    for name in examination.index.leftovers {
      console.tell(console.say("doctor.leftover", TerminalText.visible(name)))
    }
    let files = examination.index.files
    let bytes = files.reduce(0) { $0 + $1.byteCount }
    let verdict = examination.damages.isEmpty ? "doctor.sound" : "doctor.damaged"
    console.tell(
      console.say(
        verdict, "\(files.count)", "\(bytes)", "\(examination.documentCount)",
        "\(examination.damages.count)"))
  }
}
