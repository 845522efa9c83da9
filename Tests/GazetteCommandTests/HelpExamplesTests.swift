import Foundation
import GazetteConsole
import GazetteTestSupport
import Testing

/// The help, the manual page and the examples that both show.
@Suite struct HelpExamplesTests {
  /// The subcommands of a program, with those below them, as it describes itself.
  private func subcommands(of program: String?) throws -> [String] {
    let run = try CommandProcess.run(["--experimental-dump-help"], program: program)
    let dump = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    var names: [String] = []
    func walk(_ command: [String: Any], _ path: String) {
      for inner in command["subcommands"] as? [[String: Any]] ?? [] {
        guard let name = inner["commandName"] as? String, name != "help" else { continue }
        names.append(path + name)
        walk(inner, path + name + " ")
      }
    }
    walk(try #require(dump?["command"] as? [String: Any]), "")
    return names
  }

  @Test("every subcommand of both programs has an example, shown in its help in both languages")
  func coverage() throws {
    let sibling = CommandProcess.folder + "/gazette-corpus"
    let names = Set(try subcommands(of: nil) + subcommands(of: sibling))
    #expect(
      names.isSuperset(of: ["search", "since", "queries remove", "concepts show", "completion"]))
    for (language, word) in [(UILanguage.english, "EXAMPLES:"), (.chinese, "示例：")] {
      let examples = HelpExamples(language: language)
      for name in names.sorted() {
        let line = try #require(examples.lines(of: name).first, "\(name)")
        let help = try CommandProcess.run(
          name.split(separator: " ").map(String.init) + ["--help", "--ui", language.rawValue])
        let dense = help.output.filter { !$0.isWhitespace }
        #expect(
          dense.contains(line.filter { !$0.isWhitespace }), "\(name): \(help.output.prefix(900))")
        #expect(help.output.contains(word), "\(name)")
      }
      #expect(Set(examples.all.map(\.subcommand)) == names)
    }
  }

  @Test("every example ends as promised over the sample corpus", arguments: UILanguage.allCases)
  func examples(language: UILanguage) throws {
    let folder = try ScratchFolder()
    try FileManager.default.copyItem(atPath: ProjectFolder.corpus, toPath: folder.path + "/corpus")
    try folder.write(
      "We uphold the two no-worries and three guarantees. 两不愁、三保障。\n", to: "draft.md")
    for example in HelpExamples(language: language).all {
      let run = try CommandProcess.run(
        ["-c", example.line], environment: ["PATH": CommandProcess.folder + ":/usr/bin:/bin"],
        program: "/bin/sh", folder: folder.path)
      #expect(
        run.status == example.status,
        "\(example.line): \(run.output.prefix(300)) \(run.errors.prefix(300))")
    }
  }

  @Test(
    "the manual page has every subcommand and option, and no line that a formatter takes for a command of its own"
  )
  func manual() throws {
    let options = [
      "\\-\\-queries", "\\-\\-save", "\\-\\-retag", "\\-\\-svg", "\\-\\-only", "\\-\\-index",
    ]
    for language in UILanguage.allCases {
      let page = try CommandProcess.run(["manual", "--ui", language.rawValue])
      #expect(page.status == 0)
      for name in try subcommands(of: nil) {
        #expect(page.output.contains(".SS \"gazette \(name)"), "\(name)")
      }
      for option in options { #expect(page.output.contains(option), "\(option)") }
      #expect(page.output.utf8.allSatisfy { $0 < 0x80 })
      let macros = [
        ".TH", ".SH", ".SS", ".PP", ".TP", ".RS", ".RE", ".nf", ".fi", ".B", ".ad", ".\\\"",
      ]
      for line in page.output.split(separator: "\n")
      where line.hasPrefix(".") || line.hasPrefix("'") {
        #expect(macros.contains(String(line.prefix { $0 != " " })), "\(line)")
      }
    }
  }
}
