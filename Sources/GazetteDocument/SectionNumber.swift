/// The printed number of a place in a document, as a path that can be compared.
///
/// Reads `第十二条第二款第（一）项`, `Article 4(2)(a)`, `三、（一）1.` and what else papers of both languages print.
///
/// Numbers that mean the same are equal however they are printed: `第十二条`, `第12条` and `Article 12` all are article 12.
/// They order as their places do, step by step from the outermost.
public struct SectionNumber: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// What a step of the path counts.
  public enum Unit: UInt8, Sendable, Hashable, CaseIterable {
    /// 附件, annex, schedule.
    case annex
    /// 编, part.
    case part
    /// 分编.
    case subpart
    /// 章, chapter.
    case chapter
    /// 节, section.
    case section
    /// 条, article.
    case article
    /// 款: the unnumbered paragraphs of an article, counted.
    case clause
    /// 项, or a number in brackets.
    case item
    /// 目.
    case point
    /// A bare number: 一、 or 1. or I.
    case heading
  }

  /// One step of the path.
  public struct Step: Sendable, Hashable {
    /// What is counted.
    public let unit: Unit
    /// The count, from 1.
    public let value: Int

    /// Creates a step.
    public init(unit: Unit, value: Int) {
      self.unit = unit
      self.value = value
    }
  }

  /// The steps, outermost first; never empty.
  public let steps: [Step]

  /// Creates a number from its steps; `nil` when there is none.
  public init?(steps: [Step]) {
    guard !steps.isEmpty else { return nil }
    self.steps = steps
  }

  /// Reads a printed number that fills the whole text; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let utf8 = Array(text.utf8)
    let span = utf8.span
    var steps: [Step] = []
    var position = span.skippingSpace(from: 0, to: utf8.count)
    while position < utf8.count {
      if let mark = NumberMark(span, in: position..<utf8.count, isCited: true) {
        steps.append(Step(unit: SectionNumber.unit(of: mark.style), value: mark.value))
        position = mark.content
      } else if let bare = SectionNumber.bareNumber(span, from: position) {
        steps.append(Step(unit: .heading, value: bare))
        position = utf8.count
      } else {
        return nil
      }
      guard steps.count <= 12 else { return nil }
    }
    self.init(steps: steps)
  }

  /// Whether this place lies within another, or is the same.
  public func isWithin(_ other: SectionNumber) -> Bool {
    steps.starts(with: other.steps)
  }

  /// Orders numbers by their steps; a place comes before what lies within it.
  public static func < (left: SectionNumber, right: SectionNumber) -> Bool {
    for (first, second) in zip(left.steps, right.steps) where first != second {
      return (first.unit.rawValue, first.value) < (second.unit.rawValue, second.value)
    }
    return left.steps.count < right.steps.count
  }

  /// The number in one spelling for all: `article 12, clause 2, item 1`.
  public var description: String {
    steps.map { "\($0.unit) \($0.value)" }.joined(separator: ", ")
  }

  private static func unit(of style: NumberMark.Style) -> Unit {
    switch style {
    case .annex: .annex
    case .part: .part
    case .subpart: .subpart
    case .chapter: .chapter
    case .section: .section
    case .article: .article
    case .clause: .clause
    case .item, .hanBracket, .digitBracket, .letterBracket, .romanBracket: .item
    case .point: .point
    case .roman, .capital, .hanComma, .decimal1, .digit, .decimal2, .decimal3, .circled, .halfBracket, .letter:
      .heading
    }
  }

  /// A numeral with nothing behind it, as people type it: `三`, `12`.
  private static func bareNumber(_ text: Span<UInt8>, from position: Int) -> Int? {
    let end = text.trimmingSpace(from: position, to: text.count)
    guard let found = ChineseNumeral.prefix(of: text, in: position..<end), found.end == end else {
      return nil
    }
    return found.value
  }
}
