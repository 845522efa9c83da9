import GazetteConsole

/// The manual page of the whole command in the macros of man(7), from the descriptions that the help is made of.
struct ManualPage {
  private let say: Messages
  private let root: CommandDescription
  private let version: String
  private let date: String
  private var lines: [String] = []
  /// The options that have been described.
  private var written: Set<String> = []

  init(_ root: CommandDescription, version: String, date: String, say: Messages) {
    self.root = root
    self.version = version
    self.date = date
    self.say = say
    write()
  }

  var text: String { lines.joined(separator: "\n") + "\n" }

  private mutating func write() {
    lines.append(".\\\" Made from the descriptions of the command: gazette manual")
    lines.append(".TH GAZETTE 1 \"\(date)\" \"Gazette \(version)\" \"Gazette\"")
    if say.language == .chinese { lines.append(".ad l") }
    section(say("manual.headings"))
    lines.append("gazette \\- " + Self.escaped(say("manual.name")))
    section(say("manual.headings.synopsis"))
    lines.append(".B gazette")
    lines.append(Self.escaped(String(say("manual.synopsis").dropFirst("gazette ".count))))
    section(say("manual.headings.description"))
    paragraph(root.abstract)
    if let discussion = root.discussion {
      lines.append(".PP")
      paragraph(discussion)
    }
    section(say("manual.commands"))
    let common = common
    for command in root.shownSubcommands { write(command, path: "", without: common) }
    section(say("manual.common").uppercased())
    for argument in root.shownSubcommands.flatMap(\.shownArguments)
    where argument.longName.map(common.contains) ?? false {
      guard !written.contains(argument.longName ?? "") else { continue }
      written.insert(argument.longName ?? "")
      write(argument)
    }
    table("manual.status", [("0", "0"), ("1", "1"), ("2", "2")])
    table(
      "manual.environment",
      [("GAZETTE_INDEX", "index"), ("NO_COLOR", "color"), ("LC_ALL, LC_MESSAGES, LANG", "locale")])
    table(
      "manual.files",
      [
        ("corpus/", "corpus"), ("index/", "index"), ("corpus/concepts.yaml", "concepts"),
        ("corpus/.gazette/queries.jsonl", "queries"),
        ("corpus/.gazette/decisions.jsonl", "decisions"),
        ("corpus/.gazette/lexicons/measures.txt", "lexicon"), ("corpus/.gazetteignore", "ignore"),
      ])
  }

  /// The options that every subcommand takes.
  private var common: Set<String> {
    let lists = root.shownSubcommands.filter { $0.shownSubcommands.isEmpty }
      .map { Set($0.shownArguments.compactMap(\.longName)) }
    return Set(GlobalNames.all).intersection(lists.reduce(into: Set<String>()) { $0.formUnion($1) })
  }

  private mutating func write(
    _ command: CommandDescription, path: String, without common: Set<String>
  ) {
    let name = path + command.commandName
    let own = command.shownArguments.filter { !($0.longName.map(common.contains) ?? false) }
    lines.append(".SS \"gazette " + Self.escaped(name) + Self.usage(own) + "\"")
    paragraph(command.abstract)
    if let discussion = command.discussion { write(discussion) }
    for argument in own { write(argument) }
    for inner in command.shownSubcommands { write(inner, path: name + " ", without: common) }
  }

  /// What stands below the first line: prose, and command lines that stay lines.
  private mutating func write(_ discussion: String) {
    for part in discussion.split(separator: "\n") {
      if part.hasPrefix("  ") {
        lines.append(".nf")
        lines.append(".RS")
        lines.append(Self.escaped(String(part.dropFirst(2))))
        lines.append(".RE")
        lines.append(".fi")
      } else {
        lines.append(".PP")
        paragraph(
          String(part) == say("help.examples")
            ? say("manual.headings.examples") + ":" : String(part))
      }
    }
  }

  private mutating func write(_ argument: ArgumentDescription) {
    lines.append(".TP")
    let value = argument.valueName.map { "\\fI" + Self.escaped($0) + "\\fR" } ?? ""
    if argument.isPositional {
      lines.append(value)
    } else {
      let names = (argument.names ?? []).sorted { $0.typed.utf8.count < $1.typed.utf8.count }
        .map { "\\fB" + Self.escaped($0.typed) + "\\fR" }
      lines.append(names.joined(separator: ", ") + (argument.takesValue ? " " + value : ""))
    }
    var text = argument.abstract ?? ""
    var notes: [String] = []
    if let values = argument.allValues, values.count > 1 {
      notes.append(say("manual.values", values.joined(separator: ", ")))
    }
    if let value = argument.defaultValue, argument.takesValue || argument.isPositional {
      notes.append(say("manual.default", value))
    }
    if !notes.isEmpty { text += " (" + notes.joined(separator: "; ") + ")" }
    paragraph(text.isEmpty ? argument.longName : text)
  }

  private static func usage(_ arguments: [ArgumentDescription]) -> String {
    let options = arguments.contains { !$0.isPositional } ? " [OPTION ...]" : ""
    let positional = arguments.filter(\.isPositional).map { argument in
      let name = (argument.valueName ?? "").uppercased() + (argument.isRepeating ? " ..." : "")
      return argument.isOptional ? " [\(name)]" : " " + name
    }
    return escaped(options + positional.joined()).replacing("\"", with: "\\(dq")
  }

  private mutating func table(_ key: String, _ rows: [(term: String, key: String)]) {
    section(say(key))
    for row in rows {
      lines.append(".TP")
      lines.append("\\fB" + Self.escaped(row.term) + "\\fR")
      paragraph(say(key + "." + row.key))
    }
  }

  private mutating func section(_ name: String) {
    lines.append(".SH \"" + Self.escaped(name) + "\"")
  }

  private mutating func paragraph(_ text: String?) {
    guard let text, !text.isEmpty else { return }
    for line in text.split(separator: "\n") {
      var current = ""
      for word in line.split(separator: " ").map({ Self.escaped(String($0)) }) {
        if !current.isEmpty, current.utf8.count + word.utf8.count >= 79 {
          lines.append(current)
          current = ""
        }
        current += (current.isEmpty ? "" : " ") + word
      }
      lines.append(current)
    }
  }

  /// Text so that the formatter takes none of it for a command.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "\t", "\n", "\r": result += " "
      case _ where !scalar.isASCII:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
        // Chinese has no white space: a line may end behind any character.
        if scalar.properties.isIdeographic || "，。；：、）”".unicodeScalars.contains(scalar) {
          result += "\\:"
        }
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result.hasPrefix(".") ? "\\&" + result : result
  }
}
