import ArgumentParser
import GazetteConsole

/// `gazette manual`: the manual page.
struct ManualCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "manual", abstract: Console.current.say("manual.abstract"),
      discussion: Console.current.discussion("manual"))
  }

  @OptionGroup var global: GlobalOptions

  func run() throws {
    guard let root = CommandDescription.whole() else { throw ExitStatus.failed }
    let page = ManualPage(
      root, version: Root.configuration.version, date: Root.date, say: Console.current.say)
    Console.current.put(page.text)
  }
}
