internal import GazetteDocument

extension ExtractedText {
  /// Appends another text with its blocks and notices, as furniture when a reason is given.
  ///
  /// What the other one enters, and its title, are not taken.
  mutating func append(_ other: ExtractedText, furniture: Furniture? = nil) {
    let start = utf8.count
    utf8 += other.utf8
    for block in other.blocks {
      var block = block
      block.range = block.range.lowerBound + start..<block.range.upperBound + start
      if !block.number.isEmpty {
        block.number = block.number.lowerBound + start..<block.number.upperBound + start
      }
      if let furniture {
        block.furniture = furniture
        block.kind = .furniture
      }
      blocks.append(block)
    }
    notices += other.notices
    map = nil
  }
}
