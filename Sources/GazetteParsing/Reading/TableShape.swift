/// What tells a table of data from one that lays out a page: the one measure for pages, XML and Office documents.
struct TableShape {
  /// Whether something stands in the table that no table of data holds: a table, a heading.
  var isLayout = false
  private var rows = 0
  private var cells = 0
  private var widest = 0
  private var blocks = 0
  private var mostBlocks = 0
  private var longest = 0

  mutating func enterCell() {
    cells += 1
    blocks = 0
  }

  mutating func enterBlock() { blocks += 1 }

  /// Ends a cell with some bytes of text.
  mutating func leaveCell(text: Int) {
    longest = max(longest, text)
    mostBlocks = max(mostBlocks, blocks)
  }

  mutating func leaveRow() {
    rows += 1
    widest = max(widest, cells)
    cells = 0
  }

  /// Whether the rows are rows of data.
  var holdsData: Bool {
    !isLayout && widest > 1 && mostBlocks <= 12 && (rows > 1 || longest <= 1_000)
  }
}
