import Gazette
import GazetteConsole

/// The ledger of a formula as people read it on a terminal.
struct LedgerListing {
  let console: Console
  let thesaurus: Thesaurus

  func print(_ ledger: FormulaLedger) {
    var text = head(ledger)
    text += list("members", ledger.members, placed: true)
    text += list("neighbours", ledger.neighbours, placed: true)
    text += list("broader", ledger.broader.map { [$0] } ?? [])
    text += list("narrower", ledger.narrower)
    text += list("differs", ledger.differsFrom)
    text += renderings(ledger)
    text += uses(ledger)
    text += gaps(ledger)
    console.put(text)
  }

  private var language: Language { Language(tag: console.isChinese ? "zh-Hans" : "en") }

  private func name(of part: Concept.Part) -> String {
    switch part {
    case .concept(let id): thesaurus[id].map { $0.label(in: language) + " (\(id))" } ?? id
    case .label(let words): words
    }
  }

  private func title(_ key: String, _ values: String...) -> String {
    let sentence = console.say("ledger." + key)
    return "\n" + console.strong(sentence) + values.map { "  " + console.faint($0) }.joined() + "\n"
  }

  private func head(_ ledger: FormulaLedger) -> String {
    let concept = ledger.concept
    let labels = concept.labels.filter { $0.status == .preferred }.map(\.text)
    var text = console.strong(TerminalText.visible(labels.joined(separator: " · ")))
    text +=
      "  " + console.faint(concept.id + " · " + console.say("concept." + concept.kind.rawValue))
    text += "\n"
    let definition =
      concept.definitions[language]
      ?? concept.definitions.sorted { $0.key.tag < $1.key.tag }.first?.value
    if let definition { text += TerminalText.visible(definition) + "\n" }
    if let source = concept.firstSource, let document = source.document {
      let parts = [document, source.date, source.confidence].compactMap { $0 }
      text +=
        console.say("ledger.source", TerminalText.visible(parts.joined(separator: ", "))) + "\n"
    }
    return text
  }

  private func list(
    _ key: String, _ members: [FormulaLedger.Member], placed: Bool = false
  ) -> String {
    guard !members.isEmpty else { return "" }
    var text = title(key)
    for member in members {
      text += "  " + TerminalText.visible(name(of: member.part)) + "  "
      text += console.faint(console.say("ledger.count", "\(member.count)")) + "\n"
      guard placed else { continue }
      text += member.place.map { Self.quotation(of: $0, console) } ?? ""
    }
    return text
  }

  /// A sentence with the words lit, and the citation of its passage.
  static func quotation(of place: FormulaPlace, _ console: Console) -> String {
    let words = place.words
    let visible = TerminalText.visible(place.sentence)
    let text =
      visible.split(separator: words, maxSplits: 1, omittingEmptySubsequences: false)
      .joined(separator: console.lit(words))
    return "    " + text + "\n    "
      + console.faint(
        "— " + TerminalText.visible(place.citation.full(inChinese: console.isChinese))) + "\n"
  }

  private func renderings(_ ledger: FormulaLedger) -> String {
    guard !ledger.renderings.isEmpty else { return title("renderings.none") }
    var text = title("renderings")
    for rendering in ledger.renderings {
      let documents = rendering.documents.prefix(5).map { "\($0.document) ×\($0.count)" }
      let more = rendering.documents.count > 5 ? ", …" : ""
      text += "  " + TerminalText.visible(rendering.label.text) + "  "
      text += console.say("label." + rendering.label.status.rawValue) + "  ×\(rendering.count)"
      let own = rendering.forms.map(\.words).filter { $0 != rendering.label.text }.prefix(4)
      if !own.isEmpty { text += "  (" + TerminalText.visible(own.joined(separator: " · ")) + ")" }
      text +=
        "\n    " + console.faint(TerminalText.visible(documents.joined(separator: ", ") + more))
      text += "\n"
    }
    return text
  }

  private func uses(_ ledger: FormulaLedger) -> String {
    guard ledger.count > 0 else {
      return title("unused", console.say("ledger.absent", "\(ledger.absentFrom.count)"))
    }
    var text = title("use")
    func line(_ key: String, _ values: [String]) {
      text +=
        "  "
        + console.say(
          "ledger." + key, values[0], values.count > 1 ? values[1] : "",
          values.count > 2 ? values[2] : "") + "\n"
    }
    line("total", ["\(ledger.count)", "\(ledger.uses.count)"])
    if let first = ledger.firstUse, let last = ledger.lastUse {
      line("first", [first.date?.description ?? "", first.document.id.name])
      line("last", [last.date?.description ?? "", last.document.id.name])
      if ledger.laterDocumentCount > 0 { line("later", ["\(ledger.laterDocumentCount)"]) }
    }
    let undated = ledger.uses.count { $0.date == nil }
    if undated > 0 { line("undated", ["\(undated)"]) }
    for voice in ledger.voices {
      let speaker = voice.speaker.map { " (" + TerminalText.visible($0) + ")" } ?? ""
      line("voice", [console.say("voice." + voice.kind.rawValue) + speaker, "\(voice.count)"])
    }
    line("absent", ["\(ledger.absentFrom.count)"])
    return text
  }

  private func gaps(_ ledger: FormulaLedger) -> String {
    guard !ledger.gaps.isEmpty else { return "" }
    var text = title("gaps")
    for gap in ledger.gaps {
      let missing = gap.missing.map { TerminalText.visible(name(of: $0)) }
        .joined(separator: console.isChinese ? "、" : ", ")
      text +=
        "  "
        + console.say(
          "ledger.gap." + gap.scope.rawValue, gap.place.citation.short,
          "\(gap.explained.count + gap.missing.count)", "\(gap.explained.count)", missing) + "\n"
    }
    return text
  }
}
