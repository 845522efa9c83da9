internal import GazetteDocument

/// Reads web pages: the source text is the text of the page, block by block.
///
/// Blocks are joined by a line feed, white space inside a block is collapsed, the cells of a row are joined by a tab. What
/// belongs to the page and not to the document stays in the source text as furniture.
struct HTMLReader {
  /// The blocks of a page.
  ///
  /// - Parameter utf8: The page as valid UTF-8.
  /// - Returns: The source text with its blocks.
  /// - Throws: `ParseError` when the page is hostile or would not be read whole.
  static func read(_ utf8: consuming [UInt8]) throws(ParseError) -> ExtractedText {
    var html = utf8
    if try TagGuard.check(html.span) {
      // The parser stops at some control characters; to a reader they mean nothing.
      for index in html.indices where html[index] < 0x20 && !html[index].isSpace {
        html[index] = 0x20
      }
    }
    let tree = try XMLTree(html: html)
    let layout = HTMLLayout(tree.first)
    var writer = HTMLWriter(capacity: html.count / 2)
    walk(tree.first, layout, &writer)
    writer.finish()
    var extracted = writer.extracted
    extracted.declareLanguage(tree.first)
    return extracted
  }

  /// Walks the tree without recursion: a page may nest 2,000 deep.
  private static func walk(_ first: XMLNode?, _ layout: HTMLLayout, _ writer: inout HTMLWriter) {
    var open: [Int] = []
    var count = 0
    var node = first
    while let current = node {
      var descends = false
      if current.kind == .element {
        let element = layout.elements[count]
        if element.name == .head { writer.title(of: current) }
        if element.isSilent {
          count = Int(element.end)
        } else {
          open.append(count)
          writer.enter(element)
          count += 1
          descends = true
        }
      } else if current.kind == .text {
        _ = current.withText { writer.text($0) }
      }
      if descends {
        if let child = current.firstChild {
          node = child
          continue
        }
        if let index = open.popLast() { writer.leave(layout.elements[index]) }
      }
      node = current.next
      var parent = current
      while node == nil, let above = parent.parent {
        if let index = open.popLast() { writer.leave(layout.elements[index]) }
        parent = above
        node = above.next
      }
    }
    while let index = open.popLast() { writer.leave(layout.elements[index]) }
  }
}
