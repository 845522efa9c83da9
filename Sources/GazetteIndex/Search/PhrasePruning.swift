/// Leaves out the entries and blocks in which a phrase cannot score enough, before positions are looked at.
final class PhrasePruning {
  private let lists: UnretainedRow<PostingCursor>
  private let weight: Float
  private let norms: FieldNorms
  private let lengths: ByteView
  /// The shortest list, with what its postings would score if each occurrence began a phrase.
  private let lead: ImpactCursor
  /// For each list the bounds of its blocks, with the weight of the phrase.
  ///
  /// Nothing else has it in hand while it changes: to have that watched took a twentieth of a search.
  @exclusivity(unchecked) private var bounds: [PhraseBounds]
  /// Up to this entry the blocks can score enough.
  private var hopefulEnd: UInt32 = 0
  private var isHopeful = false
  /// Entries that score less may be left out.
  private var minimum = 0.0
  /// The least score that is not less.
  private var least: Float = 0

  /// Prepares for the lists that hold the phrase, the shortest first.
  init(
    _ lists: UnretainedRow<PostingCursor>, lead: PostingCursor, weight: Float, norms: FieldNorms,
    lengths: ByteView
  ) {
    self.lists = lists
    self.weight = weight
    self.norms = norms
    self.lengths = lengths
    self.lead = ImpactCursor(
      lead, weight: weight, norms: norms, lengths: lengths, multiplicity: 1)
    unsafe bounds = (0..<lists.count).map { index in
      PhraseBounds(lists.with(index) { $0.arrays }, weight: weight, norms: norms)
    }
  }

  /// Raises what an entry must score.
  func leaveOut(below minimum: Double) {
    self.minimum = minimum
    least = Float(minimum)
    if Double(least) < minimum { least = least.nextUp }
    isHopeful = false
  }

  /// Goes on to the next posting of the shortest list that could score enough; false when there is none.
  func findCandidate() -> Bool {
    let cursor = lead.cursor
    while cursor.docID != PostingCursor.end {
      if !isHopeful || cursor.docID > hopefulEnd, let last = findHopelessEnd(cursor.docID) {
        guard last < PostingCursor.end - 1 else { return false }
        cursor.advance(to: last + 1)
        continue
      }
      let scores = unsafe lead.blockScores
      let first = cursor.blockIndex
      var index = first
      while index < cursor.blockLength, unsafe scores[index] < least { index += 1 }
      if index == first { return true }
      let isInBlock = index < cursor.blockLength
      cursor.stand(at: index)
      if isInBlock, cursor.docID <= hopefulEnd { return true }
    }
    return false
  }

  /// The last entry of a block that holds an entry, or could, and cannot score enough; `nil` when there is none.
  ///
  /// A phrase is in no entry more frequent than each of its terms, so that the bound of every list holds for it.
  private func findHopelessEnd(_ docID: UInt32) -> UInt32? {
    var hopeless: UInt32?
    var hopeful = PostingCursor.end
    for index in 0..<lists.count {
      let (bound, last) = unsafe bounds[index].bound(at: docID)
      if bound >= minimum {
        hopeful = min(hopeful, last)
      } else {
        hopeless = max(hopeless ?? 0, last)
      }
    }
    hopefulEnd = hopeful
    isHopeful = hopeless == nil
    return hopeless
  }

  /// Whether the entry at which all cursors stand can score enough: a phrase is no more frequent than its rarest term.
  func canScore(_ docID: UInt32) -> Bool {
    let norm = norms[lengths[Int(docID)]]
    for index in 1..<max(1, lists.count) {
      let frequency = lists.with(index) { $0.termFrequency }
      let score = BM25.score(weight: weight, frequency: Float(frequency), norm: norm)
      if Double(score) < minimum { return false }
    }
    return true
  }
}
