package import GazetteDocument

/// Prints a document as a tree of text, for snapshots and for the eye.
package struct OutlinePrinter {
  /// Bytes of a passage that are shown; the rest is given as a count.
  package var width = 60

  /// Creates a printer.
  package init(width: Int = 60) {
    self.width = width
  }

  /// The tree: metadata, then each passage under its sections, with path, number, sentences and flags, then the ledger.
  package func tree(of document: PolicyDocument) -> String {
    var lines = head(of: document)
    var open: Int?
    var printed = 0
    for (index, passage) in document.passages.enumerated() {
      if open != passage.section {
        if passage.section > printed {
          lines += (printed + 1...passage.section).map { self.line(of: $0, in: document) }
          printed = passage.section
        } else if let open, open != passage.section {
          // Back in a section that has been printed: its heading once more, marked.
          lines.append(self.line(of: passage.section, in: document) + " …")
        }
        open = passage.section
      }
      let indent = String(repeating: "  ", count: document.sections[passage.section].depth + 1)
      var line = indent + "\(document.path(ofPassage: index)) "
      if let number = passage.number { line += "[\(number)] " }
      line += "(\(passage.sentences.count)) " + shown(document.text.string(in: passage.span))
      if passage.language != document.language { line += " {\(passage.language)}" }
      if passage.voice.kind != .unknown { line += " <\(Self.words(passage.voice))>" }
      for flag in passage.flags.map(\.rawValue).sorted() { line += " !\(flag)" }
      lines.append(line)
      for (place, sentence) in passage.sentences.enumerated() {
        guard let voice = document.sentences[sentence].voice else { continue }
        lines.append(indent + "  s\(place + 1) <\(Self.words(voice))>")
      }
    }
    return (lines + ledger(of: document)).joined(separator: "\n") + "\n"
  }

  /// The damaged places, with what each is read as or why it is flagged.
  private func ledger(of document: PolicyDocument) -> [String] {
    document.repairs.map { repair in
      let end = repair.replacement.map { "→ " + shown($0).debugDescription } ?? "kept"
      let flag = repair.flag.map { " !\($0.rawValue)" } ?? ""
      return "damage: \(repair.rule) at \(repair.span.start.byte) "
        + "\(shown(document.text.string(in: repair.span)).debugDescription) \(end)\(flag)"
    }
  }

  /// A voice with what is known of it.
  private static func words(_ voice: Voice) -> String {
    let known = [voice.speaker, voice.post, voice.date?.description, voice.occasion]
    return ([voice.kind.rawValue] + known.compactMap { $0 }).joined(separator: "; ")
  }

  private func head(of document: PolicyDocument) -> [String] {
    let data = document.metadata
    var lines = [
      "\(document.format.rawValue) \(document.encoding) \(document.language)"
        + " \(document.sections.count - 1) sections \(document.passages.count) passages"
        + " \(document.sentences.count) sentences"
    ]
    func add<Value>(_ name: String, _ field: MetadataValue<Value>) {
      guard field.state != .notStated else { return }
      lines.append("\(name): \(field.value.map { "\($0)" } ?? "-") (\(field.state.rawValue))")
    }
    add("title", data.title)
    add("number", data.number)
    add("issuer", data.issuer)
    add("kind", data.kind)
    add("written", data.written)
    add("published", data.published)
    add("effective", data.effective)
    add("source", data.source)
    add("status", data.status)
    add("addressee", data.addressee)
    add("keywords", data.keywords)
    for relation in document.relations {
      let named = [relation.title.map { "《\($0)》" }, relation.number.map { "\($0)" }]
      lines.append(
        "\(relation.kind.rawValue): \(named.compactMap { $0 }.joined(separator: " "))"
          + " (\(relation.state.rawValue)) at "
          + shown(document.text.string(in: relation.evidence)))
    }
    for notice in document.notices {
      lines.append("notice: \(notice.kind.rawValue) \(notice.count) \(notice.detail)")
    }
    return lines
  }

  private func line(of section: Int, in document: PolicyDocument) -> String {
    let found = document.sections[section]
    let indent = String(repeating: "  ", count: max(0, found.depth))
    let path = document.ordinals(ofSection: section).map(String.init).joined(separator: ".")
    var line = indent + "s\(path)"
    if let number = found.number { line += " [\(number)]" }
    if !found.heading.isEmpty { line += " " + shown(found.heading) }
    return line
  }

  private func shown(_ text: String) -> String {
    let flat = text.map { $0.isNewline ? "⏎" : $0 == "\t" ? "⇥" : String($0) }
    guard flat.count > width else { return flat.joined() }
    return flat.prefix(width).joined() + "… +\(flat.count - width)"
  }
}
