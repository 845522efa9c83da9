import GazetteAnalysis
import GazetteDocument
import GazetteMeasures

/// Chooses the fewest sentences that answer.
struct AnswerSelection {
  /// A sentence with what it is worth and what it says.
  struct Candidate {
    let sentence: SentenceEvidence
    let score: Double
    let values: [AnswerValue]
  }

  /// A sentence that was chosen, with the others that say the same.
  struct Choice {
    let candidate: Candidate
    var alike: [SentenceEvidence] = []
  }

  /// What is asked for.
  let aspect: QuestionAspect
  /// The parts of the concept that was named; sentences about those that are not covered yet are taken too.
  let members: [String]
  /// The most sentences.
  let limit: Int
  /// Whether two passages of a text and its translation say the same.
  var areParallel: (SentenceEvidence, SentenceEvidence) -> Bool = { _, _ in false }

  /// How near to the best a further sentence must come.
  private var share: Double {
    switch aspect {
    case .definition, .difference: 0.9
    case .requirement: 0.8
    case .actor, .deadline, .indicator: 0.7
    case .source, .force: 0.5
    }
  }

  /// How many candidates come near enough to the best to be an answer.
  func count(of candidates: [Candidate]) -> Int {
    let best = candidates.map(\.score).max() ?? 0
    return candidates.count { $0.score >= best * share }
  }

  /// Chooses among candidates.
  ///
  /// - Parameter candidates: The sentences that answer, in any order.
  /// - Returns: The chosen ones: policy text before speech before the rest.
  func choices(of candidates: [Candidate]) -> [Choice] {
    let sorted = candidates.sorted { left, right in
      left.score != right.score
        ? left.score > right.score
        : (left.sentence.document.id, left.sentence.passage, left.sentence.place)
          < (right.sentence.document.id, right.sentence.passage, right.sentence.place)
    }
    guard let best = sorted.first?.score else { return [] }
    var chosen: [Choice] = []
    var covered: Set<String> = []
    for candidate in ordered(sorted) {
      if let same = chosen.firstIndex(where: { isAlike($0.candidate, candidate) }) {
        let other = candidate.sentence
        let isKnown = ([chosen[same].candidate.sentence] + chosen[same].alike).contains {
          $0.document.id == other.document.id && $0.passage == other.passage
        }
        if !isKnown, chosen[same].candidate.sentence.document.id != other.document.id {
          chosen[same].alike.append(other)
        }
        continue
      }
      guard chosen.count < limit, isWanted(candidate, best, covered, chosen) else { continue }
      covered.formUnion(candidate.sentence.concepts)
      chosen.append(Choice(candidate: candidate))
    }
    return chosen.enumerated().sorted { left, right in
      let (first, second) = (left.element.candidate.sentence, right.element.candidate.sentence)
      return first.tier != second.tier ? first.tier > second.tier : left.offset < right.offset
    }.map(\.element)
  }

  /// The candidates by falling score; of a formula the best requirement for each of its parts in front, in their order.
  private func ordered(_ sorted: [Candidate]) -> [Candidate] {
    guard aspect == .requirement, members.count > 1 else { return sorted }
    var front: [Candidate] = []
    for member in members {
      let own = sorted.first { candidate in
        candidate.sentence.requirements.contains { $0.concepts.contains(member) }
          && !front.contains { $0.sentence.path == candidate.sentence.path }
      }
      if let own, own.score >= sorted[0].score * 0.5 { front.append(own) }
    }
    return front + sorted
  }

  /// Whether one more sentence adds something: a value that none has, a part that none speaks of, a document that is not there.
  private func isWanted(
    _ candidate: Candidate, _ best: Double, _ covered: Set<String>, _ chosen: [Choice]
  ) -> Bool {
    guard !chosen.isEmpty else { return true }
    let isNear = candidate.score >= best * share
    switch aspect {
    case .definition, .difference:
      return members.contains { !covered.contains($0) && candidate.sentence.concepts.contains($0) }
        && candidate.score >= best * 0.75
    case .requirement:
      let adds = members.contains {
        !covered.contains($0) && candidate.sentence.concepts.contains($0)
      }
      if adds { return candidate.score >= best * 0.6 }
      return isNear && chosen.count < (members.isEmpty ? 3 : 2)
    case .actor, .deadline, .indicator:
      let known = Set(chosen.flatMap { $0.candidate.values.map(\.key) })
      return isNear && candidate.values.contains { !known.contains($0.key) }
    case .source, .force:
      return isNear
        && !chosen.contains {
          $0.candidate.sentence.document.id == candidate.sentence.document.id
        }
    }
  }

  /// Whether two sentences say the same: nearly the same words, or one and the same place of a text and its translation.
  private func isAlike(_ left: Candidate, _ right: Candidate) -> Bool {
    let (first, second) = (left.sentence, right.sentence)
    if first.document.language.isChinese != second.document.language.isChinese {
      guard Self.stem(first.document) == Self.stem(second.document) else { return false }
      return first.path == second.path || areParallel(first, second)
    }
    let texts = [first, second].map { TextLikeness($0.text.utf8) }
    return texts[0].isSame(as: texts[1]) || texts[0].isAlike(texts[1])
  }

  /// A document's name without the language at its end: a text and its translation are kept side by side as `x.zh` and `x.en`.
  private static func stem(_ document: DocumentSummary) -> Substring {
    let name = document.id.name
    guard let dot = name.lastIndex(of: "."), name[dot...].utf8.count <= 8 else { return name[...] }
    return name[..<dot]
  }
}
