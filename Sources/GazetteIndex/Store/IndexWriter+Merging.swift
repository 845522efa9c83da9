extension IndexWriter {
  /// The ranges of segments that the policy would have merged now.
  private var wantedMerges: [Range<Int>] {
    policy.merges(
      live: segments.map(\.liveEntryCount), deleted: segments.map(\.live.deletedEntryCount),
      entryLimit: limits.entries)
  }

  /// Merges what the policy wants merged.
  func merge() throws(IndexError) {
    removeEmptySegments()
    for range in wantedMerges.reversed() {
      do throws(IndexError) {
        let merger = try SegmentMerger(Array(segments[range]), schema: schema, limits: limits)
        let file = try AtomicFile(in: folder)
        _ = try merger.write(to: file)
        segments.replaceSubrange(range, with: [LiveSegment(segment: try publish(file))])
      } catch {
        // Together they are over a limit of the format: they stay apart.
        guard case .tooLarge = error else { throw error }
      }
    }
  }

  /// Drops segments without live groups, unless a merge is at work on them.
  func removeEmptySegments() {
    let merging = Set(backgroundMerge?.sources.map(\.segment.number) ?? [])
    segments.removeAll { $0.liveGroupCount == 0 && !merging.contains($0.segment.number) }
  }

  /// Begins the largest merge that the policy wants, in another thread, unless one is at work.
  func beginMerge() {
    guard backgroundMerge == nil else { return }
    let largest = wantedMerges.max { left, right in
      segments[left].reduce(0) { $0 + $1.liveEntryCount }
        < segments[right].reduce(0) { $0 + $1.liveEntryCount }
    }
    guard let largest, segments[largest].map(\.segment.number) != refusedMerge else { return }
    backgroundMerge = BackgroundMerge(
      Array(segments[largest]), schema: schema, folder: folder, limits: limits)
  }

  /// Takes the result of the merge over, when it has ended or is to be waited for.
  ///
  /// A merge that failed is dropped: its sources are as good as before. Only one that had to be waited for throws, so that
  /// segments do not become ever more unnoticed.
  func takeMerge(waiting: Bool) throws(IndexError) {
    guard let merge = backgroundMerge, waiting || merge.isDone else { return }
    backgroundMerge = nil
    let merged: LiveSegment
    do throws(IndexError) {
      merged = LiveSegment(segment: try publish(try merge.wait()))
    } catch {
      if case .tooLarge = error {
        refusedMerge = merge.sources.map(\.segment.number)
        return
      }
      if waiting { throw error }
      return
    }
    try replace(merge.sources, with: merged)
  }

  private func replace(_ sources: [LiveSegment], with merged: LiveSegment) throws(IndexError) {
    var merged = merged
    let numbers = sources.map(\.segment.number)
    guard
      let first = segments.firstIndex(where: { $0.segment.number == numbers.first }),
      segments.dropFirst(first).prefix(numbers.count).map(\.segment.number) == numbers
    else { return }
    // What was deleted of the sources meanwhile is deleted of the result.
    var place = 0
    for (offset, source) in sources.enumerated() {
      let live = segments[first + offset].live
      for group in 0..<source.segment.groups.count where !source.live.isDeleted(group: group) {
        if live.isDeleted(group: group) {
          try merged.live.delete(group: place, of: merged.segment)
        }
        place += 1
      }
    }
    segments.replaceSubrange(first..<(first + sources.count), with: [merged])
    hasChanges = true
  }

  /// Waits until everything is merged that the policy wants merged; the next commit publishes it.
  ///
  /// - Throws: What kept a merge from its end.
  public func finishMerges() throws(IndexError) {
    while true {
      try takeMerge(waiting: true)
      beginMerge()
      if backgroundMerge == nil { return }
    }
  }
}
