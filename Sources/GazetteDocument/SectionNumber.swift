/// The printed number of a place in a document, as a path that can be compared.
///
/// Reads `第十二条第二款第（一）项`, `Article 4(2)(a)`, `三、（一）1.`, `三（一）1`, `Section 2, item 3` and what else papers of both
/// languages print and people type.
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
        position = SectionNumber.skipSeparators(span, from: mark.content)
      } else if let cited = SectionNumber.cited(span, from: position) {
        steps.append(cited.step)
        position = SectionNumber.skipSeparators(span, from: cited.end)
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
    case .roman, .capital, .hanComma, .decimal1, .digit, .decimal2, .decimal3, .circled,
      .halfBracket, .letter:
      .heading
    }
  }

  /// The comma, the slash or the white space between two steps as people type them.
  private static func skipSeparators(_ text: Span<UInt8>, from start: Int) -> Int {
    var position = start
    while position < text.count {
      let next = text.skippingSpace(from: position, to: text.count)
      if next < text.count, text[next] == 0x2C || text[next] == 0x2F || text[next] == 0x2E {
        position = next + 1
      } else if text.triple(at: next, end: text.count) == 0xEFBC8C {
        position = next + 3
      } else {
        return next
      }
    }
    return position
  }

  private static let words: [(String, Unit)] = [
    ("article", .article), ("section", .section), ("chapter", .chapter), ("part", .part),
    ("annex", .annex), ("schedule", .annex), ("paragraph", .clause), ("clause", .clause),
    ("item", .item), ("subparagraph", .item), ("point", .point),
  ]

  /// `item 3`, `paragraph (2)`, and a bare numeral with a bracket behind it: the 三 of 三（二）.
  private static func cited(_ text: Span<UInt8>, from start: Int) -> (step: Step, end: Int)? {
    var position = start
    while position < text.count, text[position].isLetter { position += 1 }
    if position > start {
      let bytes = (start..<position).map { text[$0] | 0x20 }
      let word = String(decoding: bytes, as: UTF8.self)
      // III.2, II
      if text[start].isUppercase, let roman = text.romanValue(in: start..<position) {
        let isWhole = position == text.count
        let sign = isWhole ? 0 : text[position]
        guard
          isWhole || sign == 0x2E || sign == 0x2C || sign == 0x2F || sign == 0x20 || sign == 0x28
        else { return nil }
        return (Step(unit: .heading, value: roman), position)
      }
      guard let unit = words.first(where: { $0.0 == word })?.1 else { return nil }
      position = text.skippingSpace(from: position, to: text.count)
      let isBracketed = position < text.count && text[position] == 0x28
      if isBracketed { position += 1 }
      guard let found = ChineseNumeral.prefix(of: text, in: position..<text.count) else {
        return nil
      }
      position = found.end
      if isBracketed {
        guard position < text.count, text[position] == 0x29 else { return nil }
        position += 1
      }
      return (Step(unit: unit, value: found.value), position)
    }
    guard let found = ChineseNumeral.prefix(of: text, in: start..<text.count),
      found.end < text.count
    else { return nil }
    let sign = text.triple(at: found.end, end: text.count)
    guard sign == 0xEFBC88 || text[found.end] == 0x28 else { return nil }
    return (Step(unit: .heading, value: found.value), found.end)
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
