internal import GazetteDocument

extension OutlineBuilder {
  /// The article whose first paragraph has a number of its own; `nil` for any other item.
  ///
  /// Of `Article 3 (1) The …` the heading is `Article 3`, and the item becomes the paragraph `(1)` in it.
  func splitArticle(_ item: inout OutlineItem) -> OutlineItem? {
    guard item.has(.article), item.role == .heading, item.isRunIn else { return nil }
    let block = blocks[item.block]
    guard let inner = NumberMark(text, in: item.words.lowerBound..<block.range.upperBound),
      inner.style == .digitBracket, inner.value == 1, inner.content < block.range.upperBound
    else { return nil }
    var article = item
    article.isRunIn = false
    item = OutlineItem(block: item.block)
    item.heading = inner.range.lowerBound..<block.range.upperBound
    item.words = inner.content..<block.range.upperBound
    item.number = inner.range
    item.style = inner.style
    item.value = inner.value
    item.level = .numbered(inner.style)
    item.textStart = inner.range.lowerBound
    return article
  }
}
