/// Finds the title of a Word document that no style names: its first lines, when their letters are larger than those of
/// what follows.
struct WordTitle {
  /// The first paragraphs that hold text: their blocks, the sizes of their letters in half points, and
  /// their styles.
  private var lines: [(block: Int, size: Int, style: String?)] = []

  /// The size of letters where nothing says one (ECMA-376, 17.3.2.38).
  static let standardSize = 20
  /// No more paragraphs than these are looked at.
  private static let reach = 40
  /// No title is broken over more lines.
  private static let longest = 4

  /// Whether enough paragraphs were taken.
  var isFull: Bool { lines.count >= WordTitle.reach }

  /// Takes a paragraph.
  mutating func take(block: Int, size: Int, style: String?) {
    if !isFull { lines.append((block, size, style)) }
  }

  /// The blocks of the title; empty when nothing stands out.
  var blocks: Range<Int> {
    guard let first = lines.first, lines.count >= 4 else { return 0..<0 }
    let count = lines.prefix { $0.size == first.size && $0.style == first.style }.count
    let rest = lines.dropFirst(count).map(\.size).sorted()
    guard count <= WordTitle.longest, rest.count >= 3, first.size * 5 >= rest[rest.count / 2] * 6,
      // Headings further down are set smaller than the title of all.
      rest.allSatisfy({ $0 <= first.size }), first.block == 0,
      lines[count - 1].block == first.block + count - 1
    else { return 0..<0 }
    return first.block..<first.block + count
  }
}
