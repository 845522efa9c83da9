import GazetteDocument

extension MeasureTrace {
  /// Follows measures over dated documents.
  ///
  /// Each measure joins the requirement whose latest measure, or else any earlier one, it is likest to, and else begins a new one.
  /// A document has at most one measure in a requirement. Costs about the square of the number of measures that share words.
  ///
  /// - Parameters:
  ///   - records: The measures; those of documents without a date are left out.
  ///   - anchor: The measure whose requirement alone is wanted; `nil` for all.
  /// - Returns: The requirements that several documents have, those with changes first, then by their first date.
  public static func traces(
    of records: [MeasureRecord], through anchor: MeasureID? = nil
  ) -> [MeasureTrace] {
    let dated = withoutTranslations(records, besides: anchor).enumerated().sorted {
      (day($0.element), $0.element.document.id.name, $0.offset)
        < (day($1.element), $1.element.document.id.name, $1.offset)
    }.map(\.element)
    let likeness = MeasureLikeness(dated, dated)
    var thread = [Int?](repeating: nil, count: dated.count)
    var threads: [[(record: Int, likeness: Double)]] = []
    // All measures of a document choose at once, the surest first, so that none takes the place of a likelier one.
    var start = 0
    while start < dated.count {
      var end = start
      while end < dated.count, dated[end].document.id == dated[start].document.id { end += 1 }
      var offers: [(likeness: Double, record: Int, thread: Int)] = []
      for index in start..<end {
        var best: [Int: Double] = [:]
        for match in likeness.matches(of: index, least: Coverage.sameLikeness)
        where match.index < start {
          if let known = thread[match.index] {
            best[known] = max(best[known] ?? 0, match.likeness)
          }
        }
        offers += best.map { ($0.value, index, $0.key) }
      }
      offers.sort { ($1.likeness, $0.record, $0.thread) < ($0.likeness, $1.record, $1.thread) }
      var taken: Set<Int> = []
      for offer in offers where thread[offer.record] == nil && taken.insert(offer.thread).inserted {
        thread[offer.record] = offer.thread
        threads[offer.thread].append((offer.record, offer.likeness))
      }
      for index in start..<end where thread[index] == nil {
        thread[index] = threads.count
        threads.append([(index, 1)])
      }
      start = end
    }
    return threads.filter { members in
      guard let anchor else { return members.count > 1 }
      return members.contains { dated[$0.record].id == anchor }
    }.map { members in
      MeasureTrace(
        steps: members.indices.map { place in
          let record = dated[members[place].record]
          return Step(
            record: record, likeness: members[place].likeness,
            changes: place == 0
              ? [] : MeasureDifference.between(dated[members[place - 1].record], record))
        })
    }.enumerated().sorted {
      ($0.element.hasChanges ? 0 : 1, $0.offset) < ($1.element.hasChanges ? 0 : 1, $1.offset)
    }.map(\.element)
  }

  /// The dated measures without those of translations whose original is among them too: it would say everything twice.
  private static func withoutTranslations(
    _ records: [MeasureRecord], besides anchor: MeasureID?
  ) -> [MeasureRecord] {
    let dated = records.filter { $0.document.metadata.date != nil }
    let kept = dated.first { $0.id == anchor }?.document
    var originals: [String: Set<String>] = [:]
    for record in dated where record.document.lineage?.original == nil {
      originals[FamilyName.of(record.document), default: []].insert(record.document.id.name)
    }
    return dated.filter { record in
      let document = record.document
      if let kept, kept.id == document.id { return true }
      let family = FamilyName.of(document)
      if let kept, FamilyName.of(kept) == family { return document.language == kept.language }
      return document.lineage?.original == nil || originals[family] == nil
    }
  }

  private static func day(_ record: MeasureRecord) -> Int {
    record.document.metadata.date?.firstDayNumber ?? 0
  }
}
