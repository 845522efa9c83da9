internal import GazetteAnalysis
public import GazetteDocument

/// Looks for what is wrong or doubtful in a thesaurus, by itself and against texts.
public struct ThesaurusLint: Sendable {
  private let thesaurus: Thesaurus
  private let languages: [Language]

  /// Prepares to examine a thesaurus.
  ///
  /// - Parameters:
  ///   - thesaurus: The thesaurus.
  ///   - languages: The languages in which every concept is to have a sound label; Traditional Chinese counts as
  ///     Chinese.
  public init(
    _ thesaurus: Thesaurus, languages: [Language] = [.simplifiedChinese, .english]
  ) {
    self.thesaurus = thesaurus
    self.languages = languages
  }

  /// What can be found without texts, by file and line; costs about as much as compiling the labels.
  public func findings() -> [ThesaurusFinding] {
    Self.sorted(relationFindings() + labelFindings() + languageFindings())
  }

  /// What the texts add: labels that never occur, and those that occur inside of longer ones only.
  ///
  /// A label that is read like an earlier one of its concept has no occurrences of its own and is left out here; it is
  /// a `duplicateLabel`.
  ///
  /// - Parameter usage: What was counted in the texts.
  /// - Returns: The findings by file and line.
  public func findings(_ usage: LabelUsage) -> [ThesaurusFinding] {
    var findings: [ThesaurusFinding] = []
    for concept in thesaurus.concepts {
      for (label, twin) in zip(concept.labels, twins(of: concept)) where twin == nil {
        let count = usage.count(of: label, in: concept.id)
        if count.all == 0 {
          findings.append(
            ThesaurusFinding(
              .unusedLabel, concept: concept.id, subject: label.text, file: concept.file,
              line: label.line))
        } else if count.alone == 0 {
          findings.append(
            ThesaurusFinding(
              .labelInsideLonger, concept: concept.id, subject: label.text,
              others: count.longer.map { [$0] } ?? [], count: count.all, file: concept.file,
              line: label.line))
        }
      }
    }
    return Self.sorted(findings)
  }

  private static func sorted(_ findings: [ThesaurusFinding]) -> [ThesaurusFinding] {
    findings.enumerated().sorted { left, right in
      (left.element.file, left.element.line, left.offset)
        < (right.element.file, right.element.line, right.offset)
    }
    .map(\.element)
  }

  // MARK: Relations

  private func relationFindings() -> [ThesaurusFinding] {
    var findings: [ThesaurusFinding] = []
    for concept in thesaurus.concepts {
      func add(_ kind: ThesaurusFinding.Kind, _ id: String) {
        guard thesaurus.place(of: id) == nil else { return }
        findings.append(
          ThesaurusFinding(
            kind, concept: concept.id, subject: id, file: concept.file, line: concept.line))
      }
      if let broader = concept.broader { add(.unknownBroader, broader) }
      for case .concept(let id) in concept.parts + concept.neighbours { add(.unknownPart, id) }
      for id in concept.differsFrom { add(.unknownDifference, id) }
    }
    let concepts = thesaurus.concepts
    let broader = concepts.map { concept in
      [concept.broader.flatMap(thesaurus.place)].compactMap { $0 }
    }
    let parts = concepts.map { concept in
      concept.parts.compactMap { part -> Int? in
        guard case .concept(let id) = part else { return nil }
        return thesaurus.place(of: id)
      }
    }
    for (kind, edges) in [
      (ThesaurusFinding.Kind.broaderCycle, broader), (.partsCycle, parts),
    ] {
      for cycle in Self.cycles(edges) {
        let first = concepts[cycle[0]]
        findings.append(
          ThesaurusFinding(
            kind, concept: first.id, others: cycle.dropFirst().map { concepts[$0].id },
            file: first.file, line: first.line))
      }
    }
    return findings
  }

  /// A circle for each edge that closes one on a walk into the depth; linear in the edges, without recursion.
  static func cycles(_ edges: [[Int]]) -> [[Int]] {
    enum Color { case new, open, done }
    var colors = [Color](repeating: .new, count: edges.count)
    var cycles: [[Int]] = []
    for root in edges.indices where colors[root] == .new {
      var path = [(node: root, next: 0)]
      colors[root] = .open
      while let top = path.last {
        guard top.next < edges[top.node].count else {
          colors[top.node] = .done
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let next = edges[top.node][top.next]
        switch colors[next] {
        case .new:
          colors[next] = .open
          path.append((next, 0))
        case .open:
          let from = path.firstIndex { $0.node == next } ?? 0
          let cycle = path[from...].map(\.node)
          // Named from its first concept on, wherever the walk came in.
          let least = cycle.firstIndex(of: cycle.min() ?? 0) ?? 0
          cycles.append(Array(cycle[least...] + cycle[..<least]))
        case .done: break
        }
      }
    }
    return cycles
  }

  // MARK: Labels

  private func labelFindings() -> [ThesaurusFinding] {
    var findings: [ThesaurusFinding] = []
    var owners: [[UInt8]: [(concept: Int, label: Int)]] = [:]
    var order: [[UInt8]] = []
    var text = LabelText()
    for (place, concept) in thesaurus.concepts.enumerated() {
      let twins = twins(of: concept)
      for (index, label) in concept.labels.enumerated() {
        // The Traditional form of a label is read like the Simplified one and is wanted all the same, for showing.
        if let twin = twins[index] {
          let isOtherScript = concept.labels[twin].language != label.language
          if isOtherScript && label.status == .preferred { continue }
          findings.append(
            ThesaurusFinding(
              .duplicateLabel, concept: concept.id, subject: label.text,
              others: [concept.labels[twin].text], file: concept.file, line: label.line))
          continue
        }
        let folded = text.folded(label.text)
        if owners[folded] == nil { order.append(folded) }
        if owners[folded]?.contains(where: { $0.concept == place }) != true {
          owners[folded, default: []].append((place, index))
        }
      }
    }
    for folded in order {
      guard let all = owners[folded], all.count > 1 else { continue }
      for owner in all {
        let concept = thesaurus.concepts[owner.concept]
        let label = concept.labels[owner.label]
        let others = all.filter { $0.concept != owner.concept }
          .map { thesaurus.concepts[$0.concept].id }
        findings.append(
          ThesaurusFinding(
            .sharedLabel, concept: concept.id, subject: label.text, others: others,
            file: concept.file, line: label.line))
      }
    }
    return findings
  }

  /// For each label of a concept the earlier one that is found in its place, for it is read alike.
  private func twins(of concept: Concept) -> [Int?] {
    var text = LabelText()
    var known: [[UInt8]: Int] = [:]
    return concept.labels.enumerated().map { index, label in
      let folded = text.folded(label.text)
      let earlier = known[folded]
      for spelling in ConceptMatcher.spellings(of: folded) where known[spelling] == nil {
        known[spelling] = index
      }
      return earlier
    }
  }

  // MARK: Languages

  private func languageFindings() -> [ThesaurusFinding] {
    thesaurus.concepts.flatMap { concept in
      let sound = concept.labels.filter { $0.status == .preferred || $0.status == .alias }
      return languages.compactMap { language -> ThesaurusFinding? in
        let isThere = sound.contains {
          $0.language == language || $0.language.isChinese && language.isChinese
        }
        if isThere { return nil }
        return ThesaurusFinding(
          .missingLanguage, concept: concept.id, subject: language.tag, file: concept.file,
          line: concept.line)
      }
    }
  }
}
