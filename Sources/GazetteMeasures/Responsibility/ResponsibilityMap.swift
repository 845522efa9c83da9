public import GazetteDocument
private import GazetteAnalysis

/// Who must do what, by level and body, and what nobody is named for.
public struct ResponsibilityMap: Sendable {
  /// One body with what it has to do.
  public struct Body: Sendable, Hashable {
    /// Its name as it is printed most often; of equals the first.
    public let name: String
    /// The levels that its name tells, highest first.
    public let levels: [AdministrativeLevel]
    /// Its measures with its role in each, in the order of the list.
    public let tasks: [Task]
  }

  /// A body's part in a measure.
  public struct Task: Sendable, Hashable {
    /// The measure, as an index into `records`.
    public let record: Int
    /// What the body does in it.
    public let role: ResponsibleBody.Role
    /// Whether the measure says so itself, or what encloses it.
    public let state: FieldState
  }

  /// All measures.
  public let records: [MeasureRecord]
  /// The bodies: by their highest level, those with most to do first.
  public let bodies: [Body]
  /// The measures for which no body is named, as indexes into `records`.
  public let withoutBody: [Int]

  /// Gathers the bodies of measures; names that differ in spelling or in an article are one.
  ///
  /// - Parameters:
  ///   - records: The measures.
  ///   - levels: The words that tell levels.
  public init(_ records: [MeasureRecord], levels: BodyLevels = .standard) {
    self.records = records
    var places: [[UInt8]: Int] = [:]
    var names: [[(name: String, count: Int)]] = []
    var tasks: [[Task]] = []
    for (index, record) in records.enumerated() {
      for (actor, name) in zip(record.measure.actors, record.words.actors) {
        guard actor.role != .addressee, let name else { continue }
        let key = ResponsibilityMap.folded(name)
        let place = places[key] ?? names.count
        if place == names.count {
          places[key] = place
          names.append([])
          tasks.append([])
        }
        if let known = names[place].firstIndex(where: { $0.name == name }) {
          names[place][known].count += 1
        } else {
          names[place].append((name, 1))
        }
        let task = Task(record: index, role: actor.role, state: actor.state)
        if !tasks[place].contains(task) { tasks[place].append(task) }
      }
    }
    bodies = names.indices.map { place in
      let most = names[place].map(\.count).max() ?? 0
      let name = names[place].first { $0.count == most }?.name ?? ""
      return Body(name: name, levels: levels.levels(of: name), tasks: tasks[place])
    }.enumerated().sorted {
      ResponsibilityMap.order($0.element, $0.offset)
        < ResponsibilityMap.order($1.element, $1.offset)
    }.map(\.element)
    withoutBody = records.indices.filter { !records[$0].hasBody }
  }

  private static func order(_ body: Body, _ place: Int) -> (Int, Int, Int) {
    let level = AdministrativeLevel.allCases.firstIndex { $0 == body.levels.first } ?? 0
    return (level, -body.tasks.count, place)
  }

  private static func folded(_ name: String) -> [UInt8] {
    var words = Substring(name)
    for article in ["the ", "The "] where words.hasPrefix(article) {
      words = words.dropFirst(article.count)
    }
    return TextFolding.fold(Array(words.utf8)).utf8
  }
}
