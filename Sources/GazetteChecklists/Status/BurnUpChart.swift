import GazetteDocument

/// How many tasks there were and how many of them were done, over the days: a picture.
///
/// A task counts from the day of the document that asks for it, where the file tells that day, else from the start; it is done from
/// the day that its row names, else from the day of the picture.
package struct BurnUpChart: Sendable {
  private static let (left, top, width, height) = (64, 64, 560, 240)
  private static let (totalColour, doneColour) = ("#8a8a8a", "#2c7a3f")

  private let today: CalendarDate
  private let first: Int
  private let last: Int
  private let total: [(day: Int, count: Int)]
  private let done: [(day: Int, count: Int)]
  private let start: CalendarDate

  /// Prepares the picture; tasks that do not apply are left out.
  package init(_ status: ChecklistStatus) {
    let tasks = status.tasks.filter { $0.state != .dropped }
    let today = status.today
    let known = tasks.flatMap { [$0.asked, $0.state == .done ? $0.done : nil] }.compactMap { $0 }
      .filter { DayReader.ordinal($0) < DayReader.ordinal(today) }
    // A picture of one day shows the day before too.
    let earliest = known.min { DayReader.ordinal($0) < DayReader.ordinal($1) } ?? today
    let end = DayReader.ordinal(today)
    let begin = min(end - 1, DayReader.ordinal(earliest))
    func steps(_ days: [Int]) -> [(day: Int, count: Int)] {
      var counts: [Int: Int] = [:]
      for day in days { counts[min(end, max(begin, day)), default: 0] += 1 }
      var sum = 0
      return counts.sorted { $0.key < $1.key }.map { entry in
        sum += entry.value
        return (entry.key, sum)
      }
    }
    self.today = today
    start = earliest
    (first, last) = (begin, end)
    total = steps(tasks.map { $0.asked.map(DayReader.ordinal) ?? begin })
    done = steps(
      tasks.filter { $0.state == .done }.map { $0.done.map(DayReader.ordinal) ?? end })
  }

  /// The picture as SVG, well-formed XML that stands by itself.
  ///
  /// - Parameters:
  ///   - title: What it is about.
  ///   - inChinese: Whether the words in the picture are Chinese; English otherwise.
  /// - Returns: The file.
  package func svg(title: String, inChinese: Bool) -> String {
    let (full, tall) = (Self.left + Self.width + 40, Self.top + Self.height + 88)
    let heading = XMLText.escaped(inChinese ? "\(title)：完成进度" : "\(title): tasks done")
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="\(full)" height="\(tall)" \
      viewBox="0 0 \(full) \(tall)" role="img" aria-labelledby="title" \
      font-family="sans-serif" font-size="12">
        <title id="title">\(heading)</title>
        <rect width="\(full)" height="\(tall)" fill="#ffffff"/>
        <text x="16" y="28" font-size="16">\(heading)</text>

      """
    text += axes(inChinese)
    text += line(total, Self.totalColour) + line(done, Self.doneColour)
    let (all, finished) = (total.last?.count ?? 0, done.last?.count ?? 0)
    let names =
      inChinese ? ["任务共 \(all) 项", "已完成 \(finished) 项"] : ["tasks: \(all)", "done: \(finished)"]
    for (index, name) in names.enumerated() {
      let x = Self.left + index * 160
      let y = tall - 20
      text +=
        "  <rect x=\"\(x)\" y=\"\(y - 10)\" width=\"12\" height=\"12\" fill=\"\(index == 0 ? Self.totalColour : Self.doneColour)\"/>\n"
        + "  <text x=\"\(x + 20)\" y=\"\(y)\">\(name)</text>\n"
    }
    return text + "</svg>\n"
  }

  private var most: Int { max(1, total.last?.count ?? 0) }

  /// The distance of the marks of the upright axis: 1, 2 or 5 times a power of ten, at most five of them.
  private var step: Int {
    var step = 1
    while true {
      for factor in [1, 2, 5] where most <= step * factor * 5 { return step * factor }
      step *= 10
    }
  }

  private var ceiling: Int { (most + step - 1) / step * step }

  private func x(_ day: Int) -> Int { Self.left + (day - first) * Self.width / (last - first) }

  private func y(_ count: Int) -> Int { Self.top + Self.height - count * Self.height / ceiling }

  private func axes(_ inChinese: Bool) -> String {
    let bottom = Self.top + Self.height
    var text = "  <text x=\"16\" y=\"50\" fill=\"#444444\">\(inChinese ? "任务数" : "tasks")</text>\n"
    for count in stride(from: 0, through: ceiling, by: step) {
      text +=
        "  <line x1=\"\(Self.left)\" y1=\"\(y(count))\" x2=\"\(Self.left + Self.width)\" y2=\"\(y(count))\" stroke=\"#dddddd\"/>\n"
        + "  <text x=\"\(Self.left - 8)\" y=\"\(y(count) + 4)\" text-anchor=\"end\" fill=\"#444444\">\(count)</text>\n"
    }
    text +=
      "  <line x1=\"\(Self.left)\" y1=\"\(Self.top)\" x2=\"\(Self.left)\" y2=\"\(bottom)\" stroke=\"#444444\"/>\n"
    let days = start == today ? [(last, today)] : [(first, start), (last, today)]
    for (day, date) in days {
      text +=
        "  <text x=\"\(x(day))\" y=\"\(bottom + 20)\" text-anchor=\"middle\" fill=\"#444444\">\(date)</text>\n"
    }
    return text
      + "  <text x=\"\(Self.left + Self.width / 2)\" y=\"\(bottom + 40)\" text-anchor=\"middle\" fill=\"#444444\">\(inChinese ? "日期" : "date")</text>\n"
  }

  /// A line that rises on the days on which something was added, and goes on to the last day.
  private func line(_ steps: [(day: Int, count: Int)], _ colour: String) -> String {
    var points = ["\(x(first)),\(y(0))"]
    var count = 0
    for step in steps {
      points.append("\(x(step.day)),\(y(count))")
      count = step.count
      points.append("\(x(step.day)),\(y(count))")
    }
    points.append("\(x(last)),\(y(count))")
    return
      "  <polyline points=\"\(points.joined(separator: " "))\" fill=\"none\" stroke=\"\(colour)\" stroke-width=\"2\"/>\n"
  }
}
