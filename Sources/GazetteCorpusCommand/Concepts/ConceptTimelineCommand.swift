import ArgumentParser
import Gazette
import GazetteConsole

/// `gazette concepts timeline`: the use of a formula over the dates of the documents.
struct ConceptTimelineCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "timeline", abstract: Console.current.say("concepts.timeline.abstract"),
      discussion: Console.current.discussion("concepts.timeline"))
  }

  @Argument(help: ArgumentHelp(Console.current.say("concepts.show.id"), valueName: "id"))
  var id: String

  @Option(help: ArgumentHelp(Console.current.say("concepts.timeline.svg"), valueName: "file"))
  var svg: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let console = Console.current
    let source = try ConceptSource(global)
    let concept = try source.concept(named: id)
    guard var tally = FormulaTally(of: concept.id, in: source.thesaurus) else { return }
    try source.forEachDocument { tally.add($0) }
    let name = concept.label(in: console.isChinese ? .simplifiedChinese : .english)
    let uses = tally.finished().uses
    let timeline = FormulaTimeline(of: uses, name: name)
    if let svg { try FileWriting.write(timeline.svg(inChinese: console.isChinese), to: svg) }
    if console.isJSON {
      let envelope = Envelope(
        schema: "gazette.concepts-timeline/1", revision: source.revision,
        items: uses.isEmpty ? [] : [JSONValue(timeline: timeline, of: concept)])
      try console.put(envelope.json)
    } else {
      print(timeline, console)
    }
    if uses.isEmpty { throw ExitStatus.nothingFound }
  }

  private func print(_ timeline: FormulaTimeline, _ console: Console) {
    var text = console.strong(TerminalText.visible(timeline.name)) + "\n"
    for (interval, bar) in zip(timeline.intervals, timeline.bars(cells: 40)) {
      let count =
        interval.count > 0
        ? console.say(
          "concepts.timeline.count", "\(interval.count)", "\(interval.documentCount)") : ""
      text += interval.name + "  " + console.lit(bar) + (bar.isEmpty ? "" : " ") + count + "\n"
    }
    if timeline.undatedCount > 0 {
      text +=
        console.say(
          "concepts.timeline.undated", "\(timeline.undatedCount)",
          "\(timeline.undatedDocumentCount)") + "\n"
    }
    console.put(text)
  }
}
