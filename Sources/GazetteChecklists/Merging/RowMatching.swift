import GazetteAnalysis
import GazetteDocument

/// Tells which requirement of the new sources an old row is, when its id is gone: by document, place and likeness.
struct RowMatching {
  /// What is known of a row of the person's file.
  struct Old {
    /// The row.
    var row: Int
    /// What the source said, where the file carries it.
    var origin: ChecklistRow?
    /// The task, as the row says it.
    var task: String
    /// The citation, as the row says it.
    var source: String
  }

  private struct Words {
    let task: TextLikeness
    let sentence: TextLikeness?

    init(_ task: String, _ sentence: String) {
      self.task = TextLikeness(task.utf8)
      self.sentence = sentence.isEmpty ? nil : TextLikeness(sentence.utf8)
    }
  }

  private struct Candidate {
    var old: Int
    var new: Int
    var score: Double
  }

  /// As much as this has to be alike.
  private static let threshold = 0.5
  /// What the same place counts for.
  private static let placeBonus = 0.15
  /// As much as this of a text has to stand in another one to be a part of it.
  private static let partThreshold = 0.8

  private let olds: [Old]
  private let news: [ChecklistRow]
  private let oldWords: [Words]
  private let newWords: [Words]
  /// For each old row the new one; `nil` where there is none.
  private(set) var partners: [Int?]

  /// Pairs old rows with new ones, the most alike first; none twice.
  init(_ olds: [Old], _ news: [ChecklistRow]) {
    self.olds = olds
    self.news = news
    oldWords = olds.map { Words($0.origin?.task ?? $0.task, $0.origin?.sentence ?? "") }
    newWords = news.map { Words($0.task, $0.sentence) }
    partners = [Int?](repeating: nil, count: olds.count)
    var candidates: [Candidate] = []
    for old in olds.indices {
      for new in news.indices {
        if let score = score(old, new) {
          candidates.append(.init(old: old, new: new, score: score))
        }
      }
    }
    candidates.sort { ($1.score, $0.old, $0.new) < ($0.score, $1.old, $1.new) }
    var taken: Set<Int> = []
    for candidate in candidates where partners[candidate.old] == nil {
      if taken.insert(candidate.new).inserted { partners[candidate.old] = candidate.new }
    }
  }

  private func score(_ old: Int, _ new: Int) -> Double? {
    let words = (oldWords[old].task, newWords[new].task)
    guard isOfOneDocument(old, new) else {
      // In another document only the very same words are the same requirement.
      return words.0.isSame(as: words.1) ? 1 : nil
    }
    var score = words.0.resemblance(to: words.1)
    if let one = oldWords[old].sentence, let other = newWords[new].sentence {
      score = max(score, (score + one.resemblance(to: other)) / 2)
    }
    if isAtOnePlace(old, new) { score += RowMatching.placeBonus }
    return score >= RowMatching.threshold ? score : nil
  }

  private func isOfOneDocument(_ old: Int, _ new: Int) -> Bool {
    if let origin = olds[old].origin {
      return origin.document == news[new].document
        || !origin.family.isEmpty && origin.family == news[new].family
    }
    return olds[old].source.contains(news[new].document + "#")
  }

  /// Whether both stand in one passage, by its path.
  private func isAtOnePlace(_ old: Int, _ new: Int) -> Bool {
    func passage(_ place: String) -> String {
      place.split(separator: ".").filter { !$0.hasPrefix("s") || $0 == place.prefix($0.count) }
        .joined(separator: ".")
    }
    let place = passage(news[new].place)
    guard !place.isEmpty else { return false }
    if let origin = olds[old].origin { return passage(origin.place) == place }
    let address = news[new].document + "#" + place
    return olds[old].source.contains(address + " ") || olds[old].source.contains(address + ".")
  }

  /// The old row that a new requirement is a part of; `nil` for none.
  func whole(ofNew new: Int) -> Int? {
    best(olds.indices) { old in
      guard partners[old] != new, isOfOneDocument(old, new) else { return nil }
      return newWords[new].task.containment(in: oldWords[old].task)
    }
  }

  /// The requirement that an old row has become a part of; `nil` for none.
  func whole(ofOld old: Int) -> Int? {
    best(news.indices) { new in
      guard isOfOneDocument(old, new) else { return nil }
      return oldWords[old].task.containment(in: newWords[new].task)
    }
  }

  private func best(_ range: Range<Int>, _ share: (Int) -> Double?) -> Int? {
    var best: (index: Int, share: Double)?
    for index in range {
      guard let share = share(index), share >= RowMatching.partThreshold,
        share > best?.share ?? 0
      else { continue }
      best = (index, share)
    }
    return best?.index
  }

  /// Whether the words of a pair are the same, and those of the whole sentence but for the number printed in front, as far
  /// as the file tells it.
  func isSame(old: Int, new: Int) -> Bool {
    guard oldWords[old].task.isSame(as: newWords[new].task) else { return false }
    guard let before = olds[old].origin?.sentence, !before.isEmpty else { return true }
    return RowMatching.unnumbered(before).isSame(as: RowMatching.unnumbered(news[new].sentence))
  }

  /// A sentence without the number that its paragraph has, which changes when another one is put in front of it.
  private static func unnumbered(_ sentence: String) -> TextLikeness {
    let bytes = Array(sentence.trimmed.utf8)
    let mark = NumberMark(bytes.span, in: 0..<bytes.count)
    return TextLikeness(bytes[(mark?.content ?? 0)...])
  }
}
