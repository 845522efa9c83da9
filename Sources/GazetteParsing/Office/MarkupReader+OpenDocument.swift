internal import GazetteDocument

/// What an OpenDocument text says by its styles and not by its elements.
extension MarkupReader {
  private static let paragraph = Lexicon.hash("p".utf8)
  private static let span = Lexicon.hash("span".utf8)
  private static let list = Lexicon.hash("list".utf8)

  /// Begins what the style of a paragraph or of a part of one says, or a list.
  mutating func beginStyle(_ node: XMLNode) {
    let name = node.nameHash
    if name == MarkupReader.list {
      form?.numbering.beginList(node)
      return
    }
    guard name == MarkupReader.paragraph || name == MarkupReader.span,
      let style = form?.styles[node.attribute("style-name")]
    else { return }
    if name == MarkupReader.paragraph, !writer.isInRow {
      if let level = style.outlineLevel, (1...10).contains(level) {
        writer.begin(.heading, rank: level)
        write(form?.numbering.nextHeading(level: level))
      } else if style.isTitle {
        writer.begin(.heading, rank: 1)
        writer.markTitle()
      }
    }
    if style.isEmphasised { writer.beginEmphasis() }
  }

  /// Ends what `beginStyle` began.
  mutating func endStyle(_ node: XMLNode) {
    let name = node.nameHash
    if name == MarkupReader.list {
      form?.numbering.endList()
    } else if name == MarkupReader.paragraph || name == MarkupReader.span,
      let style = form?.styles[node.attribute("style-name")], style.isEmphasised
    {
      writer.endEmphasis()
    }
  }

  /// Writes the number of an item in front of its first paragraph.
  mutating func numberItem(_ node: XMLNode) {
    guard !node.isNamed("list-header") else { return }
    write(form?.numbering.nextItem(node))
  }

  /// Writes the number that the outline gives to a heading.
  mutating func numberHeading(_ node: XMLNode) {
    guard node.attribute("is-list-header") != "true" else { return }
    let level = node.attribute("outline-level").flatMap { Int($0) } ?? 1
    write(form?.numbering.nextHeading(level: level))
  }

  private mutating func write(_ label: String?) {
    guard let label, !label.isEmpty else { return }
    writer.beginNumber()
    writer.text(label)
    writer.endNumber()
    if label.hasSuffix("、") || label.hasSuffix("）") { writer.joinNumber() }
  }
}
