import GazetteDocument

extension ChineseReader {
  /// Whether a short subject with a number says how much of the measure before it: 任期不少于2年.
  mutating func attaches(_ clause: ChineseClause) -> Bool {
    guard let last = drafts.indices.last, let subject = clause.subject, clause.modal == nil,
      let number = clause.indicators.first, drafts[last].indicators.isEmpty, clause.deadline == nil,
      !isActor(subject), number.lowerBound >= tokens[subject.upperBound - 1].end
    else { return false }
    let start = tokens[subject.lowerBound].start
    guard tokens[subject.upperBound - 1].end - start <= 12,
      tokens[subject.upperBound - 1].sign != 0xE78E87
    else { return false }
    drafts[last].indicators.append(start..<number.upperBound)
    return true
  }

  /// Gives the bodies in a bracket at the end of the sentence to all its measures.
  mutating func attachBracket(from first: Int) {
    guard let token = tokens[first...].last(where: { $0.form != .clauseMark }),
      token.form == .bracket, !drafts.isEmpty
    else { return }
    let found = ChineseReader.bodies(
      inBracket: token.range, text: text, words: words)
    guard !found.isEmpty else { return }
    for index in drafts.indices {
      drafts[index].actors = found
      drafts[index].cues.append((.bracket, token.range))
    }
  }

  /// The bodies that a bracket such as （教育部牵头，财政部配合） names; empty for any other bracket.
  static func bodies(
    inBracket range: Range<Int>, text: [UInt8], words: MeasureLexicon.Words
  ) -> [DraftMeasure.Actor] {
    guard range.count > 6 else { return [] }
    var reader = ChineseReader(text: text, words: words, context: SentenceContext())
    let edge = text[range.lowerBound] < 0x80 ? 1 : 3
    reader.tokenise(range.lowerBound + edge..<range.upperBound - edge)
    var bodies: [DraftMeasure.Actor] = []
    var low = 0
    var label: ResponsibleBody.Role?
    for index in 0...reader.tokens.count {
      let isEnd = index == reader.tokens.count
      if !isEnd, reader.tokens[index].form == .colon {
        let last = index > 0 ? reader.tokens[index - 1] : nil
        if last?.has(.voiceLabel) == true { label = role(ofLabel: reader.tokens[index - 1], text) }
        low = index + 1
        continue
      }
      guard isEnd || reader.tokens[index].form == .clauseMark else { continue }
      defer { low = index + 1 }
      guard low < index else { continue }
      let last = reader.tokens[index - 1]
      var role = label
      if last.has(.voiceLead) { role = .lead }
      if last.has(.voiceResponsible) { role = .responsible }
      if last.has(.voiceSupporting) { role = .supporting }
      if let role {
        bodies.append(
          DraftMeasure.Actor(range: reader.tokens[low].start..<last.end, role: role))
      }
    }
    return bodies
  }

  static func role(ofLabel token: MeasureToken, _ text: [UInt8]) -> ResponsibleBody.Role {
    switch text.span.triple(at: token.start, end: token.end) {
    case 0xE789B5: .lead  // 牵头
    case 0xE9858D, 0xE58D8F, 0xE58F82: .supporting  // 配合, 协办, 参与
    default: .responsible
    }
  }
}
