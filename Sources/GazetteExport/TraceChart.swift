import GazetteDocument
public import GazetteMeasures

/// The strength of requirements over the dates of their documents, as a picture.
public struct TraceChart: Sendable {
  private struct Point {
    let x: Int
    let y: Int
    let step: MeasureTrace.Step
  }

  private static let colours = [
    "#1f5fa8", "#b3402a", "#2c7a3f", "#7a4a9e", "#a8761f", "#2a8a8a", "#8a2a5f", "#555555",
  ]
  /// As many requirements as stay legible.
  private static let limit = 8
  private static let (left, top, height, right) = (120, 64, 240, 32)

  private let traces: [MeasureTrace]
  private let name: String

  /// Prepares a picture.
  ///
  /// - Parameters:
  ///   - traces: The requirements; the first eight are drawn.
  ///   - name: What they are about.
  public init(traces: [MeasureTrace], name: String) {
    self.traces = Array(traces.prefix(Self.limit))
    self.name = name
  }

  /// The picture as SVG, well-formed XML that stands by itself.
  ///
  /// - Parameter inChinese: Whether the words in the picture are Chinese; English otherwise.
  /// - Returns: The file.
  public func svg(inChinese: Bool) -> String {
    let dates = Set(traces.flatMap(\.steps).compactMap { $0.record.document.metadata.date })
      .sorted { ($0.firstDayNumber, $0.description) < ($1.firstDayNumber, $1.description) }
    let step = dates.count > 1 ? max(70, min(160, 900 / (dates.count - 1))) : 120
    let width = max(520, Self.left + step * max(1, dates.count - 1) + 100 + Self.right)
    let legend = Self.top + Self.height + 56
    let full = legend + traces.count * 20 + 16
    let title = inChinese ? "“\(name)”的强度变化" : "Strength of “\(name)” over time"
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(full)" \
      viewBox="0 0 \(width) \(full)" role="img" aria-labelledby="title" \
      font-family="sans-serif" font-size="12">
        <title id="title">\(XMLText.escaped(title))</title>
        <rect width="\(width)" height="\(full)" fill="#ffffff"/>
        <text x="16" y="28" font-size="16">\(XMLText.escaped(title))</text>

      """
    text += axes(dates, step, width, inChinese)
    for (index, trace) in traces.enumerated() {
      text += line(trace, index, dates, step, inChinese)
      let y = legend + index * 20
      let words = trace.steps.last?.record.words.text ?? ""
      let short = words.count > 60 ? String(words.prefix(59)) + "…" : words
      text +=
        "  <rect x=\"16\" y=\"\(y - 10)\" width=\"12\" height=\"12\" fill=\"\(Self.colour(index))\"/>\n"
        + "  <text x=\"36\" y=\"\(y)\">\(XMLText.escaped(short))</text>\n"
    }
    return text + "</svg>\n"
  }

  private static func colour(_ index: Int) -> String { colours[index % colours.count] }

  private static func y(of strength: Int) -> Int {
    top + height - (strength - 1) * height / 4
  }

  /// A line for each strength with its name, and the dates below.
  private func axes(
    _ dates: [CalendarDate], _ step: Int, _ width: Int, _ inChinese: Bool
  ) -> String {
    let names =
      inChinese
      ? ["1 可以", "2 鼓励", "3 应当", "4 必须", "5 绝对"]
      : ["1 may", "2 encouraged", "3 shall", "4 must", "5 absolute"]
    var text = ""
    for (index, name) in names.enumerated() {
      let y = Self.y(of: index + 1)
      text +=
        "  <line x1=\"\(Self.left - 20)\" y1=\"\(y)\" x2=\"\(width - Self.right)\" y2=\"\(y)\" stroke=\"#dddddd\"/>\n"
        + "  <text x=\"16\" y=\"\(y + 4)\" fill=\"#444444\">\(name)</text>\n"
    }
    for (index, date) in dates.enumerated() {
      let x = Self.left + index * step
      text +=
        "  <text x=\"\(x)\" y=\"\(Self.top + Self.height + 24)\" text-anchor=\"middle\" "
        + "fill=\"#444444\">\(date)</text>\n"
    }
    return text
  }

  /// The points of a requirement, joined; those of several requirements at one place stand beside each other.
  private func line(
    _ trace: MeasureTrace, _ index: Int, _ dates: [CalendarDate], _ step: Int, _ inChinese: Bool
  ) -> String {
    let points = trace.steps.compactMap { member -> Point? in
      guard let date = member.record.document.metadata.date,
        let place = dates.firstIndex(of: date)
      else { return nil }
      return Point(
        x: Self.left + place * step + index * 3,
        y: Self.y(of: member.record.measure.force.strength) - index * 3, step: member)
    }
    let path = points.map { "\($0.x),\($0.y)" }.joined(separator: " ")
    var text =
      "  <polyline points=\"\(path)\" fill=\"none\" stroke=\"\(Self.colour(index))\" stroke-width=\"2\"/>\n"
    for point in points {
      let changes = point.step.changes.map {
        "\($0.kind.rawValue): \($0.before ?? "—") → \($0.after ?? "—")"
      }
      let note = ([point.step.record.words.text, point.step.record.citation.short] + changes)
        .joined(separator: "\n")
      text +=
        "  <circle cx=\"\(point.x)\" cy=\"\(point.y)\" r=\"\(changes.isEmpty ? 4 : 6)\" "
        + "fill=\"\(Self.colour(index))\"><title>\(XMLText.escaped(note))</title></circle>\n"
    }
    return text
  }
}
