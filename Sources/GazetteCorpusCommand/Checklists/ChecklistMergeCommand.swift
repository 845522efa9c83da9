import ArgumentParser
import Gazette
import GazetteChecklists
import GazetteConsole

/// `gazette checklist merge`: brings a file that people filled in up to what the sources state now.
struct ChecklistMergeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "merge", abstract: Console.current.say("checklist.merge.abstract"),
      discussion: Console.current.discussion("checklist.merge"))
  }

  @Argument(help: ArgumentHelp(Console.current.say("checklist.file"), valueName: "file"))
  var file: String

  @OptionGroup var selection: MeasureOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(Console.current.say("checklist.merge.out"), valueName: "file"))
  var out: String?

  @Flag(help: ArgumentHelp(Console.current.say("checklist.dry-run")))
  var dryRun = false

  @Flag(help: ArgumentHelp(Console.current.say("checklist.bom")))
  var bom = false

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let console = Console.current
    let bytes = try FileReading.bytes(of: file, limit: ChecklistFile.maximumSize)
    let table = try ChecklistFileError.table(bytes, file: file)
    let form = ChecklistForm(of: bytes, file: file)
    let checklist = try self.checklist(for: table, console)
    let target = out.flatMap(ChecklistForm.init(file:)) ?? form
    let merge = try ChecklistMerge(table, with: checklist, onlyDated: form == .calendar)
    var merged = merge.table
    if bom { merged.style.hasMark = true }
    let written = try ChecklistFile.bytes(of: merged, form: target)
    var backup: String?
    // A file in which nothing changed is left as it is.
    let isSame = out == nil && merged.columns == table.columns && merged.rows == table.rows
    if !dryRun, !isSame {
      if out == nil, form == .xlsx {
        let name = freeName()
        try FileWriting.replace(name, with: bytes)
        backup = name
      }
      try FileWriting.replace(out ?? file, with: written)
    }
    if console.isJSON {
      var envelope = Envelope(
        schema: "gazette.checklist-merge/1", revision: checklist.revision,
        items: merge.report.changes.map { JSONValue($0) })
      envelope.extras["report"] = JSONValue(merge.report)
      envelope.extras["dryRun"] = .bool(dryRun)
      envelope.extras["file"] = dryRun || isSame ? .null : .string(out ?? file)
      envelope.extras["backup"] = JSONValue(backup)
      try console.put(envelope.json)
    } else {
      MergeListing(console: console).print(
        merge.report, file: dryRun || isSame ? nil : out ?? file, backup: backup, isDry: dryRun)
    }
  }

  /// What the sources state now of what the file was selected by: what the options say, else what the file says, else the
  /// documents that it speaks of.
  private func checklist(for table: ChecklistTable, _ console: Console) throws -> Checklist {
    let source = try ChecklistSource(global)
    if ChecklistSource.words(of: selection) != ["--all"] {
      return try source.checklist(selection, table.language)
    }
    if var options = ChecklistSource.options(table.selection) {
      options.lexicons = selection.lexicons
      return try source.checklist(options, table.language)
    }
    let (checklist, documents) = try source.checklist(of: table, selection)
    console.tell(
      documents.isEmpty
        ? console.say("checklist.merge.no-documents")
        : console.say("checklist.merge.documents", documents.joined(separator: ", ")))
    guard !documents.isEmpty else { throw ExitStatus.failed }
    return checklist
  }

  /// A name beside the file that is not taken.
  private func freeName() -> String {
    var name = file + ".bak"
    var number = 2
    while (try? FileReading.bytes(of: name, limit: 1 << 30)) != nil {
      name = file + ".bak\(number)"
      number += 1
    }
    return name
  }
}
