public import GazetteDocument
private import GazetteAnalysis

/// Which measures are wanted: those that meet every condition.
public struct MeasureFilter: Sendable {
  /// Ids of concepts, one of which its words or a heading above it must mention; any when `nil`.
  public var concepts: Set<String>?
  /// Words that the name of one of its bodies must hold, in any spelling; any when `nil`.
  public var actor: String? { didSet { actorFolded = actor.map(MeasureFilter.folded) } }
  /// How binding it must be, 1 to 5.
  public var strength = 1...5
  /// The day before which its deadline must lie, that day excluded; any when `nil`.
  public var dueBefore: CalendarDate?
  /// Fields that must be missing: not stated, or not recognised.
  public var missing: Set<MeasureFieldName> = []
  /// Who must speak; anybody when empty.
  public var voices: Set<Voice.Kind> = []
  /// Whether principles, results and exhortation are wanted too.
  public var takesOptional = false

  private var actorFolded: [UInt8]?

  /// Takes every measure and target.
  public init() {}

  /// Whether a measure is wanted.
  ///
  /// - Parameter record: The measure.
  /// - Returns: Whether it meets every condition.
  public func admits(_ record: MeasureRecord) -> Bool {
    let measure = record.measure
    guard takesOptional || MeasureFilter.isRow(measure) else { return false }
    guard strength.contains(measure.force.strength) else { return false }
    if !voices.isEmpty, !voices.contains(record.voice.kind) { return false }
    if let concepts {
      guard
        record.concepts.contains(where: concepts.contains)
          || record.headingConcepts.contains(where: concepts.contains)
      else { return false }
    }
    for field in missing {
      let isMissing =
        field == .actor
        ? !record.hasBody : [.notStated, .notRecognised].contains(record.state(of: field))
      guard isMissing else { return false }
    }
    if let dueBefore {
      guard let day = measure.deadline.value?.lastDayNumber, day < dueBefore.firstDayNumber else {
        return false
      }
    }
    if let actorFolded {
      guard
        record.words.actors.contains(where: { name in
          name.map { MeasureFilter.holds(MeasureFilter.folded($0), actorFolded) } ?? false
        })
      else { return false }
    }
    return true
  }

  /// Whether checklists take a measure: measures and targets that are not optional.
  ///
  /// - Parameter measure: The measure.
  /// - Returns: Whether they do.
  public static func isRow(_ measure: Measure) -> Bool {
    !measure.isOptional && (measure.kind == .measure || measure.kind == .target)
  }

  private static func folded(_ text: String) -> [UInt8] {
    TextFolding.fold(Array(text.utf8)).utf8
  }

  private static func holds(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard !part.isEmpty, part.count <= text.count else { return part.isEmpty }
    return (0...text.count - part.count).contains { start in
      text[start..<start + part.count].elementsEqual(part)
    }
  }
}
