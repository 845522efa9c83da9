/// The entries of which one sentence matches every part: `Query.within` over sentences.
///
/// A conjunction of the parts finds the candidates and scores them; the sentences are looked at in those only.
@safe final class SentenceScorer: Scorer {
  private let candidates: Scorer
  private let marks: PostingCursor?
  private let parts: [SentencePart]
  private let starts = NumberBuffer(capacity: 16)
  private let found = NumberBuffer(capacity: 16)
  private var positions: [NumberBuffer]
  private var counts: [UInt32] = []

  /// Creates a scorer.
  ///
  /// - Parameters:
  ///   - candidates: The entries that match every part somewhere.
  ///   - marks: Where the sentences begin, standing before its list; `nil` where none is marked.
  ///   - parts: The parts; the last holds when a sentence matches. Cursors stand before their lists.
  init(_ candidates: Scorer, marks: PostingCursor?, parts: [SentencePart]) {
    self.candidates = candidates
    self.marks = marks
    self.parts = parts
    var most = 1
    for part in parts {
      if case .phrase(let cursors, _) = part.kind { most = max(most, cursors.count) }
    }
    positions = (0..<most).map { _ in NumberBuffer(capacity: 16) }
    super.init(cost: candidates.cost)
    settle()
  }

  override func next() {
    candidates.next()
    settle()
  }

  override func advance(to target: UInt32) {
    guard docID < target else { return }
    candidates.advance(to: target)
    settle()
  }

  private func settle() {
    while candidates.docID != Self.end, !matches(candidates.docID) { candidates.next() }
    docID = candidates.docID
  }

  override func score() -> Double { candidates.score() }

  private func matches(_ entry: UInt32) -> Bool {
    starts.count = 0
    if let marks {
      marks.advance(to: entry)
      if marks.docID == entry { marks.appendPositions(to: starts) }
    }
    for part in parts {
      part.sentences.count = 0
      switch part.kind {
      case .phrase(let cursors, let phrase): find(cursors, phrase, entry, part.sentences)
      case .combination(let places, let minimum): combine(places, minimum, part.sentences)
      }
    }
    return parts.last.map { $0.sentences.count > 0 } ?? false
  }

  /// Finds the sentences that hold a phrase as a whole.
  private func find(
    _ cursors: [PostingCursor], _ phrase: PhraseOccurrences, _ entry: UInt32,
    _ sentences: NumberBuffer
  ) {
    for (index, cursor) in cursors.enumerated() {
      cursor.advance(to: entry)
      guard cursor.docID == entry else { return }
      positions[index].count = 0
      cursor.appendPositions(to: positions[index])
    }
    phrase.find(in: positions, into: found)
    var sentence = 0
    for index in 0..<found.count {
      let first = unsafe Int(found.base[index])
      while sentence < starts.count, unsafe Int(starts.base[sentence]) <= first { sentence += 1 }
      let last = first + phrase.length
      if sentence < starts.count, unsafe Int(starts.base[sentence]) <= last { continue }
      if sentences.count > 0, unsafe Int(sentences.base[sentences.count - 1]) == sentence {
        continue
      }
      sentences.append(UInt32(sentence))
    }
  }

  /// Finds the sentences that at least some of several parts stand in.
  private func combine(_ places: [Int], _ minimum: Int, _ sentences: NumberBuffer) {
    counts.removeAll(keepingCapacity: true)
    counts.append(contentsOf: repeatElement(0, count: starts.count + 1))
    for place in places {
      let list = parts[place].sentences
      for index in 0..<list.count { counts[unsafe Int(list.base[index])] += 1 }
    }
    for (sentence, count) in counts.enumerated() where Int(count) >= minimum {
      sentences.append(UInt32(sentence))
    }
  }
}
