import Gazette

/// A timeline as SVG that stands by itself: a line downwards, a date a row, each with where it is said.
struct TimelineDrawing {
  private let outline: StudyOutline
  private static let (width, top, step) = (900, 64, 44)
  /// Words longer than this, in half-width columns, are cut; the whole stands in the title of the row.
  private static let columns = 84

  init(_ outline: StudyOutline) { self.outline = outline }

  /// The file.
  var svg: String {
    let dates = outline.pack.dates
    let height = Self.top + Self.step * dates.count + 24
    let title = outline.words("timeline.title", outline.pack.title)
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="\(Self.width)" height="\(height)" \
      viewBox="0 0 \(Self.width) \(height)" role="img" aria-labelledby="title" \
      font-family="sans-serif" font-size="13">
        <title id="title">\(escaped(title))</title>
        <rect width="\(Self.width)" height="\(height)" fill="#ffffff"/>
        <text x="16" y="32" font-size="18">\(escaped(title))</text>

      """
    if !dates.isEmpty {
      let bottom = Self.top + Self.step * (dates.count - 1)
      text +=
        "  <line x1=\"128\" y1=\"\(Self.top)\" x2=\"128\" y2=\"\(bottom)\" stroke=\"#8a1f1f\"/>\n"
    }
    for (place, entry) in dates.enumerated() {
      let y = Self.top + Self.step * place
      let address = "\(entry.excerpt.document.id)#\(entry.excerpt.path)"
      text +=
        "  <g><title>\(escaped(entry.text)) — \(escaped(outline.citation(of: entry.excerpt)))</title>\n"
      text += "    <circle cx=\"128\" cy=\"\(y)\" r=\"5\" fill=\"#8a1f1f\"/>\n"
      text += "    <text x=\"112\" y=\"\(y + 5)\" text-anchor=\"end\">\(entry.date)</text>\n"
      text += "    <text x=\"144\" y=\"\(y + 1)\">\(escaped(cut(entry.text)))</text>\n"
      text +=
        "    <text x=\"144\" y=\"\(y + 16)\" font-size=\"10\" fill=\"#555555\">\(escaped(cut(address)))</text>\n"
      text += "  </g>\n"
    }
    return text + "</svg>\n"
  }

  /// The beginning of a long text; a Han character takes two columns.
  private func cut(_ text: String) -> String {
    var columns = 0
    var result = ""
    for character in StudyStatement.line(text) {
      columns += character.utf8.count > 2 ? 2 : 1
      if columns > Self.columns { return result + "…" }
      result.append(character)
    }
    return result
  }

  private func escaped(_ text: String) -> String { XMLText.escaped(TextSafety.visible(text)) }
}
