import GazetteDocument
import GazetteYAML

extension Score {
  /// A heading or number of an outline.
  private struct Node {
    let depth: Int
    let number: String
    let words: String

    /// Whether two are the same: their number, and the one's words begin as the other's.
    func isSame(as other: Node) -> Bool {
      number == other.number && (words.hasPrefix(other.words) || other.words.hasPrefix(words))
    }
  }

  /// Compares an outline, headings and printed numbers in their order, by the longest series that both have.
  ///
  /// A depth is right when it is the same, or lies as far below or above the node before: an instrument inside its covering notice
  /// may lie below a title of its own or beside the notice.
  static func outline(of document: PolicyDocument, _ annotation: Annotation) -> Score {
    let wanted = (annotation.root["outline"]?.elements ?? []).map { node in
      Node(
        depth: node["depth"]?.string.flatMap { Int($0) } ?? 0,
        number: number(node["number"]?.string),
        words: words(node["heading"]?.string ?? node["starts"]?.string ?? ""))
    }
    let found = nodes(of: document)
    var lengths = Array(
      repeating: Array(repeating: 0, count: found.count + 1), count: wanted.count + 1)
    for left in wanted.indices.reversed() {
      for right in found.indices.reversed() {
        lengths[left][right] =
          wanted[left].isSame(as: found[right])
          ? lengths[left + 1][right + 1] + 1
          : max(lengths[left + 1][right], lengths[left][right + 1])
      }
    }
    var score = Score()
    var last: (wanted: Int, found: Int)?
    var (left, right) = (0, 0)
    while left < wanted.count || right < found.count {
      if left < wanted.count, right < found.count, wanted[left].isSame(as: found[right]) {
        let depths = (wanted: wanted[left].depth, found: found[right].depth)
        let step = last.map { (depths.wanted - $0.wanted, depths.found - $0.found) }
        if depths.wanted == depths.found || step.map({ $0.0 == $0.1 }) == true {
          score.right += 1
        } else {
          score.missed += 1
          score.wrong += 1
          score.faults.append("\(document.id) has depth \(depths.found) for \(wanted[left])")
        }
        last = depths
        (left, right) = (left + 1, right + 1)
      } else if right == found.count
        || (left < wanted.count && lengths[left + 1][right] >= lengths[left][right + 1])
      {
        score.missed += 1
        score.faults.append("\(document.id) lacks \(wanted[left])")
        left += 1
      } else {
        score.wrong += 1
        score.faults.append("\(document.id) has \(found[right])")
        right += 1
      }
    }
    return score
  }

  /// Sections, and the passages that bear a number of their own, in the order of the text.
  private static func nodes(of document: PolicyDocument) -> [Node] {
    var nodes: [(place: Int, node: Node)] = []
    for section in document.sections.dropFirst() {
      let place = section.headingSpan?.start.byte ?? 0
      var heading = section.heading
      let isBare = heading.isEmpty
      if isBare {
        // Of an article without heading the text begins behind its number.
        let span = document.passages.first { $0.span.end.byte > section.headingSpan?.end.byte ?? 0 }
        heading = span.map { document.text.string(in: $0.span) } ?? ""
      }
      let node = Node(
        depth: section.depth, number: number(section.number),
        words: words(heading, behind: isBare ? section.number ?? "" : ""))
      nodes.append((place, node))
    }
    var styles: (section: Int, open: [String]) = (-1, [])
    var last = ""
    for passage in document.passages {
      guard let printed = passage.number,
        number(printed) != number(document.sections[passage.section].number)
      else { continue }
      if styles.section != passage.section { styles = (passage.section, []) }
      // (a) below (1) below 1: a style that is open already closes those below it.
      let style = style(of: printed, after: last)
      last = number(printed)
      if let place = styles.open.firstIndex(of: style) {
        styles.open.removeSubrange((place + 1)...)
      } else {
        styles.open.append(style)
      }
      let text = document.text.string(in: passage.span)
      let node = Node(
        depth: document.sections[passage.section].depth + styles.open.count,
        number: number(printed), words: words(text, behind: printed))
      nodes.append((passage.span.start.byte, node))
    }
    return nodes.sorted { $0.place < $1.place }.map(\.node)
  }

  /// What series a number is of: its marks, and digits, letters or Han for what stands between.
  private static func style(of number: String, after last: String) -> String {
    // (i) behind (c) is the first of another series, behind (h) the next of its own.
    let letters = number.filter { $0.isASCII && $0.isLetter }
    if !letters.isEmpty, letters.allSatisfy({ "ivx".contains($0) }), last != "(h)" {
      return "(i)"
    }
    return String(
      number.map { sign in
        sign.isWholeNumber && !("\u{4E00}"..."\u{9FFF}").contains(sign)
          ? "1" : sign.isASCII && sign.isLetter ? "a" : sign.isLetter ? "一" : sign
      }.reduce(into: [Character]()) { if $0.last != $1 { $0.append($1) } })
  }

  /// A number without the mark behind it.
  private static func number(_ printed: String?) -> String {
    var number = Annotation.solid(printed ?? "")
    while let last = number.last, "、.．,，:：".contains(last) { number.removeLast() }
    return number
  }

  /// The first words behind a number, without marks and in lower case: enough to tell, and not all of a run-in heading.
  private static func words(_ text: String, behind number: String = "") -> String {
    func plain(_ text: String) -> String {
      Annotation.solid(text).filter { $0.isLetter || $0.isNumber }.lowercased()
    }
    let words = plain(text)
    let printed = plain(number)
    return String(
      (words.hasPrefix(printed) ? words.dropFirst(printed.count) : words[...]).prefix(12))
  }
}
