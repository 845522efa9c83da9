import GazetteDocument

extension DocumentReading {
  /// What a passage outside of lists has from its heading, or from the nearest one above that governs something.
  mutating func headingContext(of passage: Passage) -> SentenceContext {
    var context = SentenceContext()
    var section: Int? = passage.section
    var height = 0
    while let current = section, height < 3 {
      let force = headingForce(ofSection: current, passage)
      if context.modal == nil { context.modal = force.modal }
      if context.actors.isEmpty { context.actors = force.actors }
      section = document.sections[current].parent
      height += 1
    }
    return context
  }

  private mutating func headingForce(ofSection index: Int, _ passage: Passage) -> HeadingForce {
    if let known = headingForces[index] { return known }
    var force = HeadingForce()
    if let span = document.sections[index].headingSpan, !span.bytes.isEmpty, span.bytes.count < 120
    {
      if document.text.utf8[span.bytes].contains(where: { $0 >= 0xE3 }) {
        chinese.context = SentenceContext()
        force = chinese.governing(in: span.bytes)
      } else {
        english.context = SentenceContext()
        force = english.governing(in: span.bytes)
      }
      // A paper inside another is headed by its title, and a title acts on nothing.
      if document.sections[index].isInstrument { force.actors = [] }
    }
    headingForces[index] = force
    return force
  }

  /// Gives measures without a body the document's addressees, and those of 各地 what it stands for.
  mutating func resolveAddressees() {
    let addressee = document.metadata.addressee.evidence
    let implied = ResponsibleBody(
      role: .addressee, state: addressee == nil ? .implicit : .inherited, span: addressee)
    for index in found.indices {
      if found[index].actors.isEmpty {
        found[index].actors = [implied]
      } else if addressee != nil, found[index].actors.allSatisfy({ isCollective($0.span) }) {
        found[index].actors.append(implied)
      } else {
        continue
      }
      found[index].cues.append(MeasureCue(rule: .addressee, span: addressee))
    }
  }

  /// Whether some words stand for whoever is addressed: 各地, all localities.
  private func isCollective(_ span: TextSpan?) -> Bool {
    guard let range = span?.bytes else { return false }
    let text = document.text.utf8
    let words = text[range.lowerBound] >= 0xE3 ? lexicon.chinese : lexicon.english
    var isFound = false
    words.automaton.words(in: text.span, at: range.lowerBound, end: range.upperBound) {
      number, end in
      if end == range.upperBound, words.cues[number].has(.collective) { isFound = true }
    }
    return isFound
  }

  /// Marks the cells of a task that name no body: 待定, see the annex.
  mutating func recogniseBodies(_ draft: inout DraftMeasure, isChinese: Bool) {
    for index in draft.actors.indices {
      let range = draft.actors[index].range
      draft.actors[index].isRecognised =
        isChinese ? chinese.namesBody(in: range) : english.namesBody(in: range)
    }
  }
}
