import GazetteConsole
import GazetteDocument
import GazetteSearch

/// A document as people read it on a terminal: head, outline, passages with their paths.
struct DocumentListing {
  let console: Console
  let document: PolicyDocument

  private func line(_ key: String, _ value: String?, _ state: FieldState) -> String {
    let label = console.say("metadata." + key)
    let shown = value.map { TerminalText.visible($0) } ?? console.say("state." + state.rawValue)
    let note =
      state == .stated || value == nil ? "" : " (" + console.say("state." + state.rawValue) + ")"
    let pad = String(repeating: " ", count: max(1, 12 - TerminalText.width(label)))
    return label + pad + (value == nil ? console.faint(shown) : shown + note) + "\n"
  }

  /// What is known of the document, with the state of each value, and how it stands to others.
  func printHead(
    _ lineage: DocumentLineage? = nil, targets: [[PolicyDocument.ID]] = [],
    mentions: [CitedMention] = []
  ) {
    let metadata = document.metadata
    var text = console.strong(TerminalText.visible(DocumentSummary(document).displayTitle)) + "\n"
    text += line("id", document.id.name, .stated)
    text += line("file", document.file, .stated)
    text += line("issuer", metadata.issuer.value, metadata.issuer.state)
    text += line("number", metadata.number.value?.description, metadata.number.state)
    text += line("kind", metadata.kind.value, metadata.kind.state)
    text += line("written", metadata.written.value?.description, metadata.written.state)
    text += line("published", metadata.published.value?.description, metadata.published.state)
    text += line("effective", metadata.effective.value?.description, metadata.effective.state)
    let status = [metadata.status.value, metadata.statusAsOf?.description]
    text += line(
      "status",
      metadata.status.value == nil ? nil : status.compactMap { $0 }.joined(separator: ", "),
      metadata.status.state)
    text += line("source", metadata.source.value, metadata.source.state)
    text += line("addressee", metadata.addressee.value, metadata.addressee.state)
    text += line(
      "keywords", metadata.keywords.value?.joined(separator: console.isChinese ? "、" : ", "),
      metadata.keywords.state)
    text += line(
      "form", "\(document.format.rawValue), \(document.encoding), \(document.language)", .stated)
    text += line("sha256", document.sha256.description, .stated)
    text += line(
      "size",
      console.say(
        "metadata.size.words", "\(document.passages.count)", "\(document.sentences.count)"),
      .stated)
    text += LineageListing(console: console).lines(of: lineage)
    text += LineageListing(console: console).lines(of: document.relations, targets: targets)
    if !mentions.isEmpty { text += line("concepts", names(of: mentions), .stated) }
    for notice in document.notices {
      text +=
        console.say(
          "notice." + notice.kind.rawValue, "\(notice.count)",
          notice.fileOffset.map(String.init) ?? "–", TerminalText.visible(notice.detail)) + "\n"
    }
    console.put(text + "\n")
  }

  /// The concepts that the document mentions and how often, the most frequent first.
  private func names(of mentions: [CitedMention]) -> String {
    var counts: [String: Int] = [:]
    for mention in mentions { counts[mention.concept, default: 0] += 1 }
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let shown = sorted.prefix(8).map { "\($0.key) \($0.value)" }
    let rest = sorted.count - shown.count
    return shown.joined(separator: ", ")
      + (rest > 0 ? ", " + console.say("search.facet.more", "\(rest)") : "")
  }

  /// The sections, indented by depth, each with its path.
  func printOutline() {
    var text = ""
    for (index, section) in document.sections.enumerated() where section.parent != nil {
      let path = SectionPath(section: document.ordinals(ofSection: index)).description
      text +=
        String(repeating: "  ", count: section.depth - 1)
        + TerminalText.visible(section.numberedHeading) + "  " + console.faint(path) + "\n"
    }
    console.put(text)
  }

  /// Passages under their headings; a sentence that was asked for is lit.
  func print(_ passages: [CitedPassage], at place: DocumentPlace?) {
    var text = ""
    var shown: [String] = []
    for passage in passages {
      let new = passage.headings.enumerated().filter { index, heading in
        index >= shown.count || shown[index] != heading
      }
      if passage.headings != shown, let first = new.first {
        text += "\n"
        for heading in passage.headings[first.offset...] {
          text += console.strong(TerminalText.visible(heading)) + "\n"
        }
      }
      shown = passage.headings
      let isAsked = place?.passages.contains(passage.index) ?? false
      text += console.faint("[\(passage.path)] ") + words(of: passage, lit: isAsked ? place : nil)
      text += "\n"
      if place != nil, isAsked {
        text +=
          "  "
          + console.faint(
            "— " + TerminalText.visible(passage.citation.full(inChinese: console.isChinese)))
          + "\n"
      }
    }
    console.put(text)
  }

  /// The words as they are read, with mended places marked, and the warnings that go with them.
  private func words(of passage: CitedPassage, lit place: DocumentPlace?) -> String {
    let words: String
    if let sentence = place?.sentence {
      words = passage.sentences.enumerated().map { index, own in
        let reading = ReadingText(
          own.text.utf8, source: own.sentence.span, repairs: passage.repairs(in: own))
        let text = TerminalText.visible(reading.marked)
        return index + 1 == sentence ? console.lit(text) : text
      }.joined(separator: " ")
    } else {
      words = TerminalText.visible(passage.repairs.isEmpty ? passage.text : passage.reading.marked)
    }
    let flags = PassageFlag.allCases.filter(passage.passage.flags.contains)
    guard !flags.isEmpty else { return words }
    let warning = flags.map { $0.words(inChinese: console.isChinese) }
      .joined(separator: console.isChinese ? "；" : "; ")
    return words + " " + console.faint("⚠ " + warning)
  }

  /// The ledger: each damaged place with its words, what is read instead, the rule, and how sure it is.
  func printRepairs() {
    var text = ""
    for repair in document.repairs {
      let path = path(of: repair).map { " [\($0)]" } ?? ""
      let words = TerminalText.visible(document.text.string(in: repair.span))
      let reading =
        repair.replacement.map { TerminalText.visible(ReadingText.mark($0)) }
        ?? console.say("repair.kept")
      text +=
        console.faint("\(repair.span.start.byte)–\(repair.span.end.byte)\(path)") + " "
        + console.strong(console.say("rule." + repair.rule)) + "\n"
        + "  “\(words)” → \(reading)  "
        + console.faint(
          console.say("repair.confidence", "\(Int(repair.confidence * 100 + 0.5))")
            + (repair.flag.map { " · " + $0.words(inChinese: console.isChinese) } ?? "")) + "\n"
    }
    if document.repairs.isEmpty { text = console.say("repair.none") + "\n" }
    console.put(text)
  }

  /// The path of the passage that holds a damaged place.
  private func path(of repair: Repair) -> SectionPath? {
    document.passages.firstIndex { $0.span.bytes.overlaps(repair.span.bytes) }
      .map { document.path(ofPassage: $0) }
  }
}
