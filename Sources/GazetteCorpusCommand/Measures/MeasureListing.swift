import Gazette
import GazetteConsole

/// Measures as people read them on a terminal.
struct MeasureListing {
  let console: Console

  /// Prints measures below the titles of their documents.
  func print(_ records: [MeasureRecord], of total: Int) {
    var text = ""
    var document: PolicyDocument.ID?
    for record in records {
      if record.document.id != document {
        document = record.document.id
        let title =
          "\(record.document.displayTitle) (\(record.document.id.name)"
          + (record.document.metadata.date.map { ", \($0)" } ?? "") + ")"
        text += (text.isEmpty ? "" : "\n") + console.strong(TerminalText.visible(title)) + "\n"
      }
      text += entry(record)
    }
    console.put(text)
    console.tell(
      total == 0 ? console.say("measures.none") : console.say("measures.count", "\(total)"))
  }

  /// Prints one measure with the rules and words by which it was found.
  func print(explaining record: MeasureRecord, in document: PolicyDocument) {
    var text = console.strong(TerminalText.visible(record.document.displayTitle)) + "\n"
    text += entry(record)
    text += "\n  " + TerminalText.visible(record.sentence) + "\n\n"
    for cue in record.measure.cues {
      let words = cue.span.map { document.text.string(in: $0) }
      let rule = console.say("measures.rule." + cue.rule.rawValue)
      text +=
        "  · " + rule + (words.map { ": " + console.lit(TerminalText.visible($0)) } ?? "") + "\n"
    }
    for field in MeasureFieldName.allCases {
      let answer = MeasureFieldAnswer(field, of: record)
      var line = console.say("measures.field." + field.rawValue) + ": "
      line += console.say("measures.state." + answer.state.rawValue)
      if !answer.words.isEmpty {
        line += " — " + TerminalText.visible(answer.words.joined(separator: " … "))
      }
      if let normalised = answer.normalised { line += " [\(TerminalText.visible(normalised))]" }
      text += "  " + line + "\n"
    }
    for reference in record.references { text += "  → " + self.reference(reference) + "\n" }
    text += "\n  " + console.faint(TerminalText.visible(citation(record))) + "\n"
    console.put(text)
  }

  /// A measure: its words, what is known of its fields, and where it stands.
  func entry(_ record: MeasureRecord) -> String {
    let measure = record.measure
    var head =
      record.id.description + "  " + console.say("measures.strength." + "\(measure.force.strength)")
    if measure.force.polarity == .negative { head += " · " + console.say("measures.negative") }
    if measure.kind != .measure {
      head += " · " + console.say("measures.kind." + measure.kind.rawValue)
    }
    if measure.isReported {
      head += " · " + console.say("measures.reported")
      if let speaker = record.words.speaker { head += " " + TerminalText.visible(speaker) }
    }
    var text = "  " + console.faint(head) + "\n"
    text += "    " + console.lit(TerminalText.visible(record.words.text)) + "\n"
    var facts: [String] = []
    for (actor, name) in zip(measure.actors, record.words.actors) {
      guard let name else { continue }
      facts.append(console.say("measures.role." + actor.role.rawValue) + ": " + name)
    }
    if let deadline = record.words.deadline {
      let normal = measure.deadline.value?.normalised.map { " [\($0)]" } ?? ""
      facts.append(console.say("measures.field.deadline") + ": " + deadline + normal)
    }
    if !record.words.indicators.isEmpty {
      facts.append(
        console.say("measures.field.indicator") + ": "
          + record.words.indicators.joined(separator: " … "))
    }
    if !facts.isEmpty {
      text += "    " + TerminalText.visible(facts.joined(separator: " · ")) + "\n"
    }
    text += "    " + console.faint(TerminalText.visible("@ " + record.citation.short)) + "\n"
    return text
  }

  private func reference(_ reference: CrossReference) -> String {
    let targets =
      reference.paths.isEmpty
      ? reference.documents.map(\.name)
      : reference.paths.prefix(3).map { path in
        (reference.documents.first.map { "\($0.name)#" } ?? "") + path.description
      }
    let place =
      targets.isEmpty ? console.say("measures.unresolved") : targets.joined(separator: ", ")
    return TerminalText.visible(reference.text + ": " + place)
  }

  private func citation(_ record: MeasureRecord) -> String {
    record.citation.full(inChinese: console.isChinese)
  }
}
