import GazetteDocument

/// Reads the list that follows a formula: what it consists of, if that has as many items as the formula says.
struct EnumerationReader {
  private let lexicon = FormulaLexicon.standard
  /// A list is looked for within so many scalars.
  private static let reach = 600
  /// Longer items are sentences.
  private static let itemLimit = 80

  private static let fullStops: Set<UInt32> = [
    0x3002, 0xFF01, 0xFF1F, 0x0A, 0x0D, 0x21, 0x3F, 0xFF09, 0x29,
  ]
  private static let hanCommas: Set<UInt32> = [0xFF0C, 0x2C]
  private static let pauses: Set<UInt32> = [0x3001]
  private static let semicolons: Set<UInt32> = [0xFF1B, 0x3B]
  private static let spaces: Set<UInt32> = [0x20, 0x3000, 0x09]
  private static let wraps: Set<UInt32> = PassageScalars.openers.union(PassageScalars.closers)
    .union(spaces)

  /// The items behind a formula that ends at a place.
  ///
  /// - Parameters:
  ///   - text: The passage.
  ///   - place: The scalar behind the formula.
  ///   - numbers: How many items there may be.
  /// - Returns: The items as ranges of scalars; `nil` when no list of that many follows.
  func items(in text: PassageScalars, after place: Int, numbers: [Int]) -> [Range<Int>]? {
    var place = place
    if PassageScalars.closers.contains(text[place]) { place += 1 }
    let isChinese = text.isHan(place - 1) || text.isHan(place - 2)
    let leads = isChinese ? lexicon.hanLeads : lexicon.englishLeads
    if let lead = leads.first(where: { text.has($0, at: place) }) {
      let start = place + lead.count
      // A bare 是 begins a sentence as often as a list.
      let isBare = lead == [0x662F]
      let found =
        isChinese
        ? hanItems(text, start, numbers, isBare: isBare) : englishItems(text, start, numbers)
      if let found { return found }
    }
    return isChinese ? countedItems(text, place, numbers) : nil
  }

  // MARK: Chinese

  private func hanItems(
    _ text: PassageScalars, _ start: Int, _ numbers: [Int], isBare: Bool
  ) -> [Range<Int>]? {
    let end = segmentEnd(text, start, Self.fullStops)
    let whole = start..<end
    let upToComma =
      start..<segmentEnd(text, start, Self.fullStops.union(Self.hanCommas).union(Self.semicolons))
    var attempts: [(Range<Int>, Set<UInt32>)] = [
      (whole, Self.semicolons), (upToComma, Self.pauses),
      (whole, Self.pauses.union(Self.hanCommas)), (whole, Self.hanCommas), (whole, Self.pauses),
      (whole, Self.pauses.union(Self.semicolons)),
    ]
    if isBare { attempts = [(upToComma, Self.pauses)] }
    for number in numbers {
      for (range, separators) in attempts {
        if let items = hanItems(text, range, separators, number) { return items }
      }
    }
    return nil
  }

  /// The items between some separators, if there are as many as wanted.
  private func hanItems(
    _ text: PassageScalars, _ range: Range<Int>, _ separators: Set<UInt32>, _ number: Int
  ) -> [Range<Int>]? {
    var items = split(text, range, at: separators)
    if let last = items.last, let end = summary(text, last, items.count) {
      items[items.count - 1] = last.lowerBound..<end
    }
    if number == items.count, isList(items) { return withoutCounts(text, items) }
    // The last two may be joined by 和 or 以及.
    guard number == items.count + 1, let last = items.last, let joint = joint(text, last)
    else { return nil }
    let ends = [last.lowerBound..<joint.lowerBound, joint.upperBound..<last.upperBound]
      .compactMap { trimmed(text, $0) }
    let all = items.dropLast() + ends
    return number == all.count && isList(Array(all)) ? Array(all) : nil
  }

  /// Where the words that sum a list up begin in its last item: 水价、水质、维修、应急四项制度.
  private func summary(_ text: PassageScalars, _ item: Range<Int>, _ count: Int) -> Int? {
    item.dropFirst().first { place in
      lexicon.hanNumbers[text[place]] == count && text.isHan(place + 1)
        && lexicon.hanNumbers[text[place + 1]] == nil && lexicon.hanNumbers[text[place - 1]] == nil
    }
  }

  /// The items without the numbers in front of them, if these count on: 一看房、二看水、三看衣被；一问上学、二问看病.
  private func withoutCounts(_ text: PassageScalars, _ items: [Range<Int>]) -> [Range<Int>] {
    var last = 0
    for item in items {
      guard let number = lexicon.hanNumbers[text[item.lowerBound]], item.count > 1,
        number == last + 1 || number == 1
      else { return items }
      last = number
    }
    return last > 1 ? items.map { $0.dropFirst() } : items
  }

  private func joint(_ text: PassageScalars, _ range: Range<Int>) -> Range<Int>? {
    // 以及, 和, 与, 及
    for place in range.dropFirst() {
      if text.has([0x4EE5, 0x53CA], at: place) { return place..<place + 2 }
      if [0x548C, 0x4E0E, 0x53CA].contains(text[place]) { return place..<place + 1 }
    }
    return nil
  }

  /// 一是…；二是…；三是…, each up to its first mark.
  private func countedItems(
    _ text: PassageScalars, _ start: Int, _ numbers: [Int]
  ) -> [Range<Int>]? {
    let signs: [UInt32] = [
      0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341,
    ]
    var items: [Range<Int>] = []
    var place = start
    let end = min(text.count, start + Self.reach)
    while place < end, items.count < signs.count {
      if text[place] == signs[items.count], text[place + 1] == 0x662F,
        !text.isHan(place - 1)
      {
        let stop = segmentEnd(
          text, place + 2,
          Self.fullStops.union(Self.hanCommas).union(Self.semicolons).union([0xFF1A, 0x3A]))
        if let item = trimmed(text, place + 2..<stop) { items.append(item) }
        place = stop
      } else {
        place += 1
      }
    }
    return numbers.contains(items.count) && isList(items) ? items : nil
  }

  // MARK: English

  private func englishItems(
    _ text: PassageScalars, _ start: Int, _ numbers: [Int]
  ) -> [Range<Int>]? {
    var end = start
    while end < min(text.count, start + Self.reach) {
      if Self.fullStops.contains(text[end]) { break }
      if text[end] == 0x2E, !text.isLetter(end + 1), !text.isDigit(end + 1) { break }
      end += 1
    }
    for separators in [Self.semicolons, Self.hanCommas] {
      var items: [Range<Int>] = []
      for item in split(text, start..<end, at: separators) {
        let bare = withoutAnd(text, item)
        items.append(bare)
      }
      if numbers.contains(items.count), isList(items) { return items }
      // "a, b and c"
      if let last = items.last, numbers.contains(items.count + 1),
        let and = last.dropFirst().first(where: {
          text.has([0x20, 0x61, 0x6E, 0x64, 0x20], at: $0)
        })
      {
        let ends = [last.lowerBound..<and, and + 5..<max(and + 5, last.upperBound)]
          .compactMap { trimmed(text, $0) }
        let all = Array(items.dropLast() + ends)
        if numbers.contains(all.count), isList(all) { return all }
      }
    }
    return nil
  }

  /// An item without the "and" in front of it.
  private func withoutAnd(_ text: PassageScalars, _ item: Range<Int>) -> Range<Int> {
    text.has([0x61, 0x6E, 0x64, 0x20], at: item.lowerBound)
      ? min(item.lowerBound + 4, item.upperBound)..<item.upperBound : item
  }

  // MARK: Pieces

  private func segmentEnd(
    _ text: PassageScalars, _ start: Int, _ stops: Set<UInt32>
  ) -> Int {
    let limit = min(text.count, start + Self.reach)
    var end = min(start, limit)
    while end < limit, !stops.contains(text.values[end]) { end += 1 }
    return end
  }

  private func split(
    _ text: PassageScalars, _ range: Range<Int>, at separators: Set<UInt32>
  ) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var start = range.lowerBound
    for place in range where separators.contains(text.values[place]) {
      if let item = trimmed(text, start..<place) { items.append(item) }
      start = place + 1
    }
    if let item = trimmed(text, start..<range.upperBound) { items.append(item) }
    return items
  }

  private func trimmed(_ text: PassageScalars, _ range: Range<Int>) -> Range<Int>? {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, Self.wraps.contains(text[start]) { start += 1 }
    while end > start, Self.wraps.contains(text[end - 1]) { end -= 1 }
    return start < end ? start..<end : nil
  }

  private func isList(_ items: [Range<Int>]) -> Bool {
    items.count > 1 && items.allSatisfy { $0.count <= Self.itemLimit }
  }
}
