import ArgumentParser
import GazetteConsole

/// The files that a thesaurus is read from.
struct ConceptFileOptions: ParsableArguments {
  @Option(
    name: .customLong("concepts"),
    help: ArgumentHelp(Console.current.say("option.concepts"), valueName: "file"))
  var files: [String] = []
}
