public import GazetteConcepts
internal import GazetteAnalysis
internal import GazetteDocument

/// Looks in a draft for renderings of formulas that are broken, not the preferred ones, or several of one formula.
public struct DraftLint: Sendable {
  private let thesaurus: Thesaurus

  /// Prepares to examine drafts.
  public init(_ thesaurus: Thesaurus) { self.thesaurus = thesaurus }

  /// What there is to look at in a draft, in the order of the text.
  ///
  /// - Parameter tagged: The draft with its mentions.
  /// - Returns: The findings; what is a part of a longer rendering is judged with that alone.
  public func findings(in tagged: TaggedDocument) -> [DraftFinding] {
    let lines = LineIndex(tagged.document.text.utf8)
    var used: [Key: [String]] = [:]
    var mentions: [(part: TextPart, mention: ConceptMention)] = []
    for (part, found) in tagged.partsInOrder {
      for mention in found where !mention.isPart {
        mentions.append((part, mention))
        let key = Key(mention)
        let words = tagged.document.text.string(in: mention.range)
        if used[key]?.contains(words) != true { used[key, default: []].append(words) }
      }
    }
    var findings: [DraftFinding] = []
    for (part, mention) in mentions {
      guard let concept = thesaurus[mention.concept] else { continue }
      let renderings = used[Key(mention)] ?? []
      guard let kind = kind(of: mention, concept, renderings, tagged.document) else { continue }
      let place = FormulaPlace(mention.range, in: part, of: tagged.document)
      let position = lines.position(of: mention.range.lowerBound)
      findings.append(
        DraftFinding(
          kind: kind, concept: concept.id, label: mention.label,
          proposal: Self.proposal(for: mention, place.words, concept), place: place,
          line: position.line, column: position.column, renderings: renderings,
          isQuotation: Self.isInQuotation(mention.range, part, tagged.document), missing: []))
    }
    findings += gaps(in: tagged, mentions.map(\.mention.concept), lines)
    return findings.enumerated().sorted {
      ($0.element.line, $0.element.column, $0.offset)
        < ($1.element.line, $1.element.column, $1.offset)
    }
    .map(\.element)
  }

  /// A formula in one language: what its renderings are compared within.
  private struct Key: Hashable {
    let concept: String
    let isChinese: Bool

    init(_ mention: ConceptMention) {
      concept = mention.concept
      isChinese = mention.label.language.isChinese
    }
  }

  // MARK: Renderings

  private func kind(
    of mention: ConceptMention, _ concept: Concept, _ renderings: [String],
    _ document: PolicyDocument
  ) -> DraftFinding.Kind? {
    if mention.label.status == .broken { return .broken }
    var text = LabelText()
    let own = text.folded(document.text.string(in: mention.range))
    guard let preferred = Self.preferred(for: mention.label, concept) else { return nil }
    // The same words in other letters, plurals and marks are the preferred rendering.
    let wanted = text.folded(preferred)
    if own == wanted { return nil }
    let forms = Set(renderings.map { text.folded($0) })
    return forms.count > 1 ? .inconsistent : .notPreferred
  }

  /// The preferred label in the language and script of another, else in its language.
  private static func preferred(for label: ConceptLabel, _ concept: Concept) -> String? {
    let all = concept.labels.filter { $0.status == .preferred }
    return all.first { $0.language == label.language }?.text
      ?? all.first { $0.language.tag.prefix(2) == label.language.tag.prefix(2) }?.text
  }

  /// The preferred label, with a capital where the words in its place have one.
  private static func proposal(
    for mention: ConceptMention, _ words: String, _ concept: Concept
  ) -> String? {
    guard let preferred = preferred(for: mention.label, concept) else { return nil }
    let isCapital = words.utf8.first.map { $0 &- 0x41 < 26 } ?? false
    return isCapital ? preferred.prefix(1).uppercased() + preferred.dropFirst() : preferred
  }

  /// Whether a quotation that holds more than the words is open around them in their passage.
  private static func isInQuotation(
    _ range: Range<Int>, _ part: TextPart, _ document: PolicyDocument
  ) -> Bool {
    guard case .passage(let passage) = part else { return false }
    var text = PassageScalars()
    text.decode(document.text.utf8, document.passages[passage].span.bytes)
    guard let start = text.offsets.firstIndex(of: range.lowerBound),
      let end = text.offsets.firstIndex(of: range.upperBound)
    else { return false }
    var opened: Int?
    for place in 0..<start {
      let value = text.values[place]
      // A straight mark opens and closes in turn.
      if value == 0x22 {
        opened = opened == nil ? place : nil
      } else if value == 0x201C || value == 0x300C || value == 0x300E {
        opened = opened ?? place
      } else if value == 0x201D || value == 0x300D || value == 0x300F {
        opened = nil
      }
    }
    guard let opened else { return false }
    return opened < start - 1 || !PassageScalars.closers.contains(text[end])
  }

  // MARK: Members

  /// Formulas that the draft names and of which it explains some members only.
  private func gaps(
    in tagged: TaggedDocument, _ concepts: [String], _ lines: LineIndex
  ) -> [DraftFinding] {
    var seen: Set<String> = []
    return concepts.filter { seen.insert($0).inserted }.compactMap { id -> DraftFinding? in
      guard let concept = thesaurus[id], concept.parts.count > 1,
        var tally = FormulaTally(of: id, in: thesaurus)
      else { return nil }
      tally.add(tagged)
      let ledger = tally.finished()
      guard let gap = ledger.gaps.first(where: { $0.scope == .document }),
        let label = ledger.renderings.first?.label
      else { return nil }
      let position = lines.position(of: gap.place.span.start.byte)
      return DraftFinding(
        kind: .missingMembers, concept: id, label: label, proposal: nil, place: gap.place,
        line: position.line, column: position.column, renderings: [], isQuotation: false,
        missing: gap.missing)
    }
  }
}
