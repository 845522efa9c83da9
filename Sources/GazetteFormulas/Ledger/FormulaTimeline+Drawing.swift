import GazetteDocument

extension FormulaTimeline {
  private static let eighths: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]

  /// A bar of blocks for each interval, for a terminal: the longest has some number of cells.
  ///
  /// - Parameter cells: How many cells the longest bar has.
  /// - Returns: For each interval its bar, empty where the formula is not used.
  public func bars(cells: Int) -> [String] {
    let highest = max(1, intervals.map(\.count).max() ?? 1)
    return intervals.map { interval in
      guard interval.count > 0 else { return "" }
      // What is used at all shows.
      let parts = max(1, interval.count * cells * 8 / highest)
      let whole = String(repeating: "█", count: parts / 8)
      return parts % 8 == 0 ? whole : whole + String(Self.eighths[parts % 8 - 1])
    }
  }

  /// A chart as SVG, well-formed XML that stands by itself, with its title and description in both languages.
  ///
  /// - Parameter inChinese: Whether the words in the picture are Chinese; English otherwise.
  /// - Returns: The file.
  public func svg(inChinese: Bool) -> String {
    let (left, top, height, bottom) = (48, 56, 220, 72)
    let step = max(14, min(64, 720 / max(1, intervals.count)))
    let width = max(360, left + step * intervals.count + 24)
    let full = top + height + bottom
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(full)" \
      viewBox="0 0 \(width) \(full)" role="img" aria-labelledby="title desc" \
      font-family="sans-serif" font-size="12">

      """
    // Both languages stand there; the one of the picture comes first, for readers that take the first.
    for (place, chinese) in [inChinese, !inChinese].enumerated() {
      let (title, description) = words(inChinese: chinese)
      let language = chinese ? "zh" : "en"
      let ids = place == 0 ? [" id=\"title\"", " id=\"desc\""] : ["", ""]
      text += "  <title\(ids[0]) lang=\"\(language)\">\(XMLText.escaped(title))</title>\n"
      text += "  <desc\(ids[1]) lang=\"\(language)\">\(XMLText.escaped(description))</desc>\n"
    }
    let (title, _) = words(inChinese: inChinese)
    text += "  <rect width=\"\(width)\" height=\"\(full)\" fill=\"#ffffff\"/>\n"
    text += "  <text x=\"16\" y=\"28\" font-size=\"16\">\(XMLText.escaped(title))</text>\n"
    let highest = max(1, intervals.map(\.count).max() ?? 1)
    let every = max(1, (48 + step - 1) / step)
    for (place, interval) in intervals.enumerated() {
      let size = interval.count * height / highest
      let x = left + place * step
      if interval.count > 0 {
        let y = top + height - max(2, size)
        let note = Self.note(interval, inChinese: inChinese)
        text +=
          "  <rect x=\"\(x + 2)\" y=\"\(y)\" width=\"\(step - 4)\" height=\"\(max(2, size))\""
          + " fill=\"#1f5fa8\"><title>\(XMLText.escaped(note))</title></rect>\n"
        text +=
          "  <text x=\"\(x + step / 2)\" y=\"\(y - 4)\" text-anchor=\"middle\" font-size=\"10\">"
          + "\(interval.count)</text>\n"
      }
      if place % every == 0 {
        text +=
          "  <text x=\"\(x + step / 2)\" y=\"\(top + height + 18)\" text-anchor=\"middle\">"
          + "\(interval.start)</text>\n"
      }
    }
    let axis = top + height
    text +=
      "  <line x1=\"\(left)\" y1=\"\(axis)\" x2=\"\(width - 24)\" y2=\"\(axis)\""
      + " stroke=\"#444444\"/>\n"
    text +=
      "  <text x=\"16\" y=\"\(full - 16)\" fill=\"#444444\">"
      + "\(XMLText.escaped(undatedWords(inChinese: inChinese)))</text>\n"
    return text + "</svg>\n"
  }

  private static func note(_ interval: Interval, inChinese: Bool) -> String {
    inChinese
      ? "\(interval.name)：\(interval.count)次，\(interval.documentCount)份文档"
      : "\(interval.name): \(counted(interval.count, "use")) in "
        + counted(interval.documentCount, "document")
  }

  private static func counted(_ count: Int, _ word: String) -> String {
    "\(count) \(word)\(count == 1 ? "" : "s")"
  }

  private func undatedWords(inChinese: Bool) -> String {
    inChinese
      ? "另有\(undatedDocumentCount)份未注明日期的文档使用\(undatedCount)次"
      : "\(Self.counted(undatedCount, "more use")) in "
        + Self.counted(undatedDocumentCount, "document") + " without a date"
  }

  /// Title and description of the chart.
  private func words(inChinese: Bool) -> (title: String, description: String) {
    let used = intervals.filter { $0.count > 0 }
    let list = used.map { Self.note($0, inChinese: inChinese) }
    if inChinese {
      return (
        "“\(name)”的使用情况",
        (list.isEmpty ? "没有注明日期的文档使用。" : list.joined(separator: "；") + "。")
          + undatedWords(inChinese: true) + "。"
      )
    }
    return (
      "Use of “\(name)”",
      (list.isEmpty ? "No dated document uses it. " : list.joined(separator: "; ") + ". ")
        + undatedWords(inChinese: false) + "."
    )
  }
}
