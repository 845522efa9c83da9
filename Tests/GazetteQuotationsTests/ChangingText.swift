import GazetteDocument
import GazetteTestSupport

/// A text of random paragraphs, Chinese or English, of which one may be followed through edits.
struct ChangingText {
  var paragraphs: [String]
  /// The paragraph that is followed; `nil` once it is deleted.
  var target: Int?

  private static let han = Array("推进健全落实保障住房饮水教育医疗安全监测帮扶责任机制不得应当必须完成年底动态核查")
  private static let latin = [
    "housing", "water", "school", "clinic", "county", "village", "safety", "repair", "shall",
    "must", "not", "report", "before", "household", "review", "support",
  ]

  /// Makes a text of paragraphs, each of them different.
  init(paragraphs count: Int, inChinese: Bool, _ generator: inout SeededGenerator) {
    var known: Set<String> = []
    paragraphs = []
    while paragraphs.count < count {
      let words = ChangingText.words(6 + generator.below(30), inChinese: inChinese, &generator)
      if known.insert(words).inserted { paragraphs.append(words) }
    }
    target = generator.below(count)
  }

  /// A paragraph of random words.
  static func words(
    _ count: Int, inChinese: Bool, _ generator: inout SeededGenerator
  ) -> String {
    inChinese
      ? String((0..<max(8, count)).map { _ in han[generator.below(han.count)] }) + "。"
      : (0..<count).map { _ in latin[generator.below(latin.count)] }.joined(separator: " ") + "."
  }

  var source: SourceText { SourceText(paragraphs.joined(separator: "\n")) }

  /// Where the paragraph that is followed stands, in bytes.
  var targetBytes: Range<Int>? {
    guard let target else { return nil }
    let start = paragraphs[..<target].reduce(0) { $0 + $1.utf8.count + 1 }
    return start..<start + paragraphs[target].utf8.count
  }

  /// A selector of a range of bytes.
  func selector(_ bytes: Range<Int>) -> Selector {
    let text = source
    return Selector(TextMap(text.utf8.span).span(of: bytes), in: text, textSHA256: text.sha256)
  }

  /// Puts a paragraph in before a place.
  mutating func insert(_ paragraph: String, at place: Int) {
    paragraphs.insert(paragraph, at: place)
    if let target, place <= target { self.target = target + 1 }
  }

  /// Removes a paragraph.
  mutating func remove(at place: Int) {
    paragraphs.remove(at: place)
    guard let target else { return }
    self.target = place == target ? nil : place < target ? target - 1 : target
  }
}
