import Gazette
import GazetteConsole

/// An answer as people read it on a terminal.
struct AnswerListing {
  let console: Console

  /// Prints each part with its sentences; where nothing answers, what was searched and what comes nearest.
  func print(_ answer: Answer, revision: String) {
    guard answer.isAnswered else { return printNothing(answer) }
    var text = ""
    var numbers: [MachineID: Int] = [:]
    for part in answer.parts {
      text += (text.isEmpty ? "" : "\n") + head(of: part) + "\n"
      for statement in part.statements {
        let known = numbers[statement.sentence.id]
        let number = known ?? numbers.count + 1
        numbers[statement.sentence.id] = number
        text += self.text(statement, number, isRepeated: known != nil, of: part)
      }
      for near in part.nearby {
        text += "   " + console.faint(console.say("ask.nearby", visible(near.sentence.text))) + "\n"
        text += "   " + console.faint("— " + citation(of: near)) + "\n"
      }
    }
    console.put(text)
    let shown = answer.statements.count
    let total = answer.parts.reduce(0) { $0 + max($1.total, $1.statements.count) }
    console.tell(
      console.say(
        total > shown ? "ask.count.more" : "ask.count", "\(shown)", "\(total)", revision,
        "\(answer.documentCount)"))
  }

  /// What was asked for, and how far it is known.
  private func head(of part: AnswerPart) -> String {
    var words = console.say("ask.aspect." + part.aspect.rawValue)
    if part.statements.isEmpty {
      words += " · " + console.say("ask.none")
    } else if part.aspect.field != nil {
      words += " · " + console.say("ask.state." + (part.state ?? .stated).rawValue)
      if !part.agrees { words += " · " + console.say("ask.differ") }
    }
    return console.strong(words)
  }

  private func text(
    _ statement: AnswerStatement, _ number: Int, isRepeated: Bool, of part: AnswerPart
  ) -> String {
    if isRepeated {
      let values = visible(self.values(statement, of: part))
      let words = values.isEmpty ? reading(statement) : values
      return "[\(number)] " + console.say("ask.above", console.strong(words)) + "\n"
    }
    var text = "[\(number)] " + console.lit(reading(statement)) + "\n"
    for item in statement.items {
      text += "      " + visible(item.readingText) + "\n"
    }
    let values = self.values(statement, of: part)
    if !values.isEmpty { text += "    " + console.strong(visible(values)) + "\n" }
    for warning in warnings(of: statement.passage.document) {
      text += "    " + console.strong("! " + visible(warning)) + "\n"
    }
    text += "    " + console.faint("— " + citation(of: statement)) + "\n"
    if !statement.alike.isEmpty {
      let names = statement.alike.prefix(3).map { "\($0.document.name)#\($0.path)" }
      let list =
        names.joined(separator: console.isChinese ? "、" : ", ")
        + (statement.alike.count > names.count ? " …" : "")
      text += "    " + console.faint(console.say("ask.alike", visible(list))) + "\n"
    }
    return text
  }

  /// The words of a sentence, mended places marked.
  private func reading(_ statement: AnswerStatement) -> String {
    let excerpt = CitedExcerpt(statement.passage, sentence: statement.sentence)
    return visible(excerpt.markedReading ?? statement.sentence.text)
  }

  private func values(_ statement: AnswerStatement, of part: AnswerPart) -> String {
    statement.values.map { value in
      var words = part.aspect == .force ? console.say("ask.force." + value.text) : value.text
      if let role = value.role { words += " (\(console.say("measures.role." + role.rawValue)))" }
      if part.aspect != .force, let normalised = value.normalised { words += " [\(normalised)]" }
      return words
    }.joined(separator: console.isChinese ? "；" : "; ")
  }

  /// What a reader must know of a document before it is quoted.
  private func warnings(of document: DocumentSummary) -> [String] {
    guard let lineage = document.lineage else { return [] }
    var warnings: [String] = []
    if lineage.place == .superseded {
      warnings.append(console.say("version.superseded", lineage.newest.name))
    }
    if let ending = lineage.ending {
      warnings.append(
        console.say(
          "ending." + ending.kind.rawValue, ending.document.name, ending.asOf?.description ?? "–"))
    }
    return warnings
  }

  private func citation(of statement: AnswerStatement) -> String {
    visible(
      statement.passage.citation(of: statement.sentence).full(inChinese: console.isChinese))
  }

  private func printNothing(_ answer: Answer) {
    console.tell(
      console.say("ask.nothing", "\(answer.documentCount)", "\(answer.passageCount)"))
    let separator = console.isChinese ? "、" : ", "
    let words = answer.question.topics.map(\.text).filter { !$0.isEmpty }
    if !words.isEmpty {
      console.tell(console.say("ask.searched", words.joined(separator: separator)))
    }
    for alias in answer.aliases where !alias.labels.isEmpty {
      console.tell(
        console.say(
          "ask.aliases", alias.concept, alias.labels.prefix(6).joined(separator: separator)))
    }
    guard !answer.nearest.isEmpty else { return }
    console.tell(console.say("ask.nearest"))
    for passage in answer.nearest {
      let line = passage.readingText.split(whereSeparator: \.isNewline).joined(separator: " ")
      console.tell("  " + (line.count <= 160 ? line : line.prefix(157) + "…"))
      console.tell("  — " + passage.citation.full(inChinese: console.isChinese))
    }
  }

  private func visible(_ text: String) -> String { TerminalText.visible(text) }
}
