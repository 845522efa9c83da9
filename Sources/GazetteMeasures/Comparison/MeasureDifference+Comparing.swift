import GazetteAnalysis
import GazetteDocument

extension MeasureDifference {
  /// In what two measures that ask for the same differ: in force, number, date, scope and bodies, never in mere wording.
  ///
  /// - Parameters:
  ///   - first: The measure that is compared with: the older one, the one to be carried out.
  ///   - second: The other one.
  /// - Returns: The differences, in the order of `Kind`.
  public static func between(_ first: MeasureRecord, _ second: MeasureRecord) -> [MeasureDifference]
  {
    [
      strength(first, second), polarity(first, second), indicator(first, second),
      deadline(first, second), scope(first, second), body(first, second),
    ].compactMap { $0 }
  }

  private static func strength(_ first: MeasureRecord, _ second: MeasureRecord)
    -> MeasureDifference?
  {
    let (old, new) = (first.measure.force.strength, second.measure.force.strength)
    guard old != new else { return nil }
    return MeasureDifference(
      kind: .strength, direction: new < old ? .less : .more,
      before: words(old, first.words.modality), after: words(new, second.words.modality))
  }

  private static func words(_ strength: Int, _ modal: String?) -> String {
    modal.map { "\(strength) \($0)" } ?? "\(strength)"
  }

  private static func polarity(_ first: MeasureRecord, _ second: MeasureRecord)
    -> MeasureDifference?
  {
    let (old, new) = (first.measure.force.polarity, second.measure.force.polarity)
    guard old != new else { return nil }
    return MeasureDifference(
      kind: .polarity, direction: .other, before: old.rawValue, after: new.rawValue)
  }

  private static func indicator(_ first: MeasureRecord, _ second: MeasureRecord)
    -> MeasureDifference?
  {
    let (old, new) = (first.measure.indicator.value, second.measure.indicator.value)
    let before =
      first.words.indicators.isEmpty ? nil : first.words.indicators.joined(separator: "…")
    let after =
      second.words.indicators.isEmpty ? nil : second.words.indicators.joined(separator: "…")
    if before == nil, after == nil { return nil }
    func result(_ direction: Direction) -> MeasureDifference {
      MeasureDifference(kind: .indicator, direction: direction, before: before, after: after)
    }
    guard before != nil else { return result(.more) }
    guard after != nil else { return result(.less) }
    guard let old, let new else { return before == after ? nil : result(.other) }
    if old == new || old.thousandths == new.thousandths && old.comparator == new.comparator {
      return nil
    }
    guard let was = old.thousandths, let now = new.thousandths, was != now,
      isSameUnit(old.unit, new.unit)
    else {
      if old.thousandths == nil, new.thousandths == nil, old.comparator == new.comparator {
        return nil
      }
      if old.thousandths != nil, old.thousandths == new.thousandths { return nil }
      return result(old.comparator == .all && new.comparator != .all ? .less : .other)
    }
    let isCeiling = old.comparator == .atMost
    return result((now < was) == isCeiling ? .more : .less)
  }

  /// Units are compared where both are known; 人 and `people` are not.
  private static func isSameUnit(_ left: String, _ right: String) -> Bool {
    let (one, other) = (folded(left), folded(right))
    return one == other || one.isEmpty || other.isEmpty
  }

  private static func deadline(_ first: MeasureRecord, _ second: MeasureRecord)
    -> MeasureDifference?
  {
    let (old, new) = (first.measure.deadline, second.measure.deadline)
    let (before, after) = (first.words.deadline, second.words.deadline)
    if before == nil, after == nil { return nil }
    func result(_ direction: Direction) -> MeasureDifference {
      MeasureDifference(kind: .deadline, direction: direction, before: before, after: after)
    }
    guard before != nil else { return result(.more) }
    guard after != nil else { return result(.less) }
    guard let was = old.value, let now = new.value else {
      return folded(before ?? "") == folded(after ?? "") ? nil : result(.other)
    }
    if was == now { return nil }
    guard let one = was.lastDayNumber, let other = now.lastDayNumber else {
      return was.normalised != nil && was.normalised == now.normalised
        || was.form == .soft && now.form == .soft
        ? nil : result(now.form == .soft ? .less : .other)
    }
    return one == other ? nil : result(other > one ? .less : .more)
  }

  private static func scope(_ first: MeasureRecord, _ second: MeasureRecord) -> MeasureDifference? {
    let (old, new) = (MeasureScope(of: first), MeasureScope(of: second))
    guard old.reach != new.reach else { return nil }
    return MeasureDifference(
      kind: .scope, direction: new.reach.rawValue < old.reach.rawValue ? .less : .more,
      before: old.words, after: new.words)
  }

  private static func body(_ first: MeasureRecord, _ second: MeasureRecord) -> MeasureDifference? {
    let (old, new) = (bodies(of: first), bodies(of: second))
    if old.isEmpty, new.isEmpty { return nil }
    let before = old.isEmpty ? nil : old.joined(separator: "; ")
    let after = new.isEmpty ? nil : new.joined(separator: "; ")
    if old.isEmpty || new.isEmpty {
      return MeasureDifference(
        kind: .body, direction: new.isEmpty ? .less : .more, before: before, after: after)
    }
    // Names in two languages cannot be told to differ.
    guard isChinese(before ?? "") == isChinese(after ?? "") else { return nil }
    guard Set(old.map(folded)) != Set(new.map(folded)) else { return nil }
    return MeasureDifference(kind: .body, direction: .other, before: before, after: after)
  }

  private static func bodies(of record: MeasureRecord) -> [String] {
    zip(record.measure.actors, record.words.actors).compactMap { actor, name in
      actor.role == .addressee ? nil : name
    }
  }

  private static func isChinese(_ text: String) -> Bool { text.utf8.contains { $0 >= 0xE3 } }

  private static func folded(_ text: String) -> [UInt8] {
    var words = text
    for article in ["the ", "The "] where words.hasPrefix(article) {
      words.removeFirst(article.count)
    }
    return TextFolding.fold(Array(words.utf8)).utf8.filter { $0 != 0x20 }
  }
}
