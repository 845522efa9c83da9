import Gazette

/// The files of a pack in Markdown: outline, handout, glossary, quiz, sources.
struct MarkdownPack {
  private let outline: StudyOutline
  private var pack: StudyPack { outline.pack }
  private var words: StudyWords { outline.words }

  init(_ outline: StudyOutline) { self.outline = outline }

  /// The headings with the addresses of their sentences.
  var outlineFile: String {
    var text = "# " + Self.escaped(words("outline.title", pack.title)) + "\n"
    for (place, section) in pack.sections.enumerated() {
      text += "\n\(place + 1). " + Self.escaped(section.heading) + "\n"
      for statement in section.statements {
        text += "   - " + Self.escaped(Self.shortened(statement.text)) + " — `"
        text += "\(statement.excerpt.document.id)#\(statement.excerpt.path)`\n"
      }
    }
    return text
  }

  /// The handout.
  var handout: String {
    var text = ""
    for block in outline.handout {
      if !text.isEmpty { text += "\n" }
      switch block {
      case .heading(let level, let words):
        text += String(repeating: "#", count: level) + " " + Self.escaped(words) + "\n"
      case .note(let words): text += "*" + Self.escaped(words) + "*\n"
      case .statement(let statement): text += self.statement(statement)
      case .table(let rows): text += Self.table(rows)
      }
    }
    return text
  }

  private func statement(_ statement: StudyStatement) -> String {
    let citation = "— " + Self.escaped(outline.citation(of: statement.excerpt))
    guard pack.language == .both else {
      return "> " + Self.escaped(statement.text) + "\n>\n> " + citation + "\n"
    }
    let other = statement.translation.map { "— " + Self.escaped(outline.citation(of: $0)) } ?? ""
    return Self.table([
      [words("column.chinese"), words("column.english")],
      [statement.text, outline.translation(of: statement)],
    ]) + "\n" + citation + "\n" + (other.isEmpty ? "" : "\n" + other + "\n")
  }

  /// The glossary.
  var glossary: String {
    "# " + Self.escaped(words("glossary.title", pack.title)) + "\n\n" + Self.table(outline.glossary)
  }

  /// The quiz with its key.
  var quiz: String {
    let letters = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"]
    var text = "# " + Self.escaped(words("quiz.title", pack.title)) + "\n"
    var key = "\n## " + words("quiz.key") + "\n"
    for (number, item) in pack.quiz.enumerated() {
      text += "\n\(number + 1). " + Self.escaped(item.prompt) + " `\(item.id)`\n"
      key += "\n\(number + 1). " + Self.escaped(item.answer) + "\n"
      key += "   — " + Self.escaped(outline.citation(of: item.source)) + "\n"
      for (letter, choice) in zip(letters, item.choices) {
        text += "   - \(letter)) " + Self.escaped(choice.text) + "\n"
        if item.kind == .choice {
          var note = choice.isRight ? words("quiz.right") : words("quiz.wrong")
          if let owner = choice.belongsTo { note += words.colon + words("quiz.belongs", owner) }
          key += "   - \(letter)) " + Self.escaped(note) + "\n"
        } else {
          key += "   - " + Self.escaped(choice.text) + "\n"
        }
        key += "     — " + Self.escaped(outline.citation(of: choice.excerpt)) + "\n"
      }
    }
    return text + key
  }

  /// The documents and sentences that the pack rests on, and what was left out.
  var sources: String {
    var text = "# " + Self.escaped(words("sources.title", pack.title)) + "\n\n## "
    text += words("sources.documents") + "\n"
    let excerpts = Dictionary(grouping: pack.excerpts, by: \.document.id)
    for document in pack.sources {
      text += "\n- " + Self.escaped(document.displayTitle) + " (`\(document.id)`, SHA-256 "
      text += "`\(document.sha256)`)\n"
      for excerpt in excerpts[document.id] ?? [] {
        text += "  - `\(excerpt.path)` `\(excerpt.id)`\n"
      }
    }
    text += "\n## " + words("sources.omitted") + "\n\n"
    if pack.omissions.isEmpty { text += words("sources.none") + "\n" }
    for omission in pack.omissions {
      let flags = omission.flags.map { $0.words(inChinese: words.isChinese) }
      text += "- " + Self.escaped(outline.citation(of: omission.excerpt)) + words.colon
      text += Self.escaped(flags.joined(separator: words.isChinese ? "、" : ", ")) + "\n"
    }
    return text
  }

  // MARK: Writing

  /// A table; its first row is the head.
  private static func table(_ rows: [[String]]) -> String {
    var text = ""
    for (place, row) in rows.enumerated() {
      text += "| " + row.map { escaped($0) }.joined(separator: " | ") + " |\n"
      if place == 0 { text += "|" + String(repeating: " --- |", count: row.count) + "\n" }
    }
    return text
  }

  /// Words whose signs mean nothing to Markdown.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in StudyStatement.line(TextSafety.visible(text)).unicodeScalars {
      if "\\`*_[]<>|#".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  private static func shortened(_ text: String) -> String {
    text.count <= 60 ? text : text.prefix(58) + "…"
  }
}
