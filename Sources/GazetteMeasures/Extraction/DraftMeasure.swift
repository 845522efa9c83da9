/// A measure while its clause is read: ranges of bytes in the place of spans.
struct DraftMeasure: Sendable {
  /// Somebody who acts.
  struct Actor: Sendable {
    var range: Range<Int>
    var role: ResponsibleBody.Role
    var isInherited = false
    /// Whether the words name a body that the lexicon knows the like of.
    var isRecognised = true
  }

  var action: Range<Int>?
  var group: VerbGroup = .other
  var objects: [Range<Int>] = []
  /// Where the object goes: 纳入 B, 报送 B.
  var complement: Range<Int>?
  /// Whether the verb is `be` with what somebody is to be.
  var isState = false
  /// Whether 将 or 把 brought the object before the verb.
  var takesObject = false
  var actors: [Actor] = []
  var deadline: Range<Int>?
  var indicators: [Range<Int>] = []
  var modality: Range<Int>?
  var strength = 3
  var isNegative = false
  var isInheritedModal = false
  var kind: Measure.Kind = .measure
  var isOptional = false
  var isReported = false
  var speaker: Range<Int>?
  /// The words of the whole measure, where they are known to be a cell of a table.
  var wholeExtent: Range<Int>?
  var cues: [(rule: MeasureCue.Rule, range: Range<Int>?)] = []

  /// From the first to the last byte of everything that was read in its own sentence.
  var extent: Range<Int>? {
    var low = Int.max
    var high = Int.min
    func take(_ range: Range<Int>?) {
      guard let range else { return }
      low = min(low, range.lowerBound)
      high = max(high, range.upperBound)
    }
    take(action)
    objects.forEach { take($0) }
    take(complement)
    actors.forEach { if !$0.isInherited { take($0.range) } }
    take(deadline)
    indicators.forEach { take($0) }
    if !isInheritedModal { take(modality) }
    return low < high ? low..<high : nil
  }
}
