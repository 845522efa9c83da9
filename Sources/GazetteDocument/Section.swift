/// A node of a document's outline: a heading with what stands under it.
///
/// The sections of a document form one flat array in the order of the text. The first one is the root: it has no
/// heading, holds what stands before the first heading, and its path is `s0`.
public struct Section: Sendable, Hashable {
  /// The section that encloses this one, as an index into the document's `sections`; `nil` for the root.
  public var parent: Int?
  /// Its place among its siblings, from 1; 0 for the root.
  public var ordinal: Int
  /// How deep it lies: 0 for the root, 1 for its children.
  public var depth: Int
  /// The words of the heading without its number and with white space collapsed; empty when it has only a number.
  public var heading: String
  /// The source's own number as printed (`第三条`, `一、`, `Article 4`); `nil` when it prints none.
  public var number: String?
  /// Where the heading, number included, stands in the source text; `nil` for the root.
  public var headingSpan: TextSpan?
  /// Whether it holds an instrument of its own, such as the plan that a covering notice issues: the heading is its title.
  public var isInstrument: Bool

  /// Creates a section.
  public init(
    parent: Int?, ordinal: Int, depth: Int, heading: String, number: String? = nil,
    headingSpan: TextSpan? = nil, isInstrument: Bool = false
  ) {
    self.parent = parent
    self.ordinal = ordinal
    self.depth = depth
    self.heading = heading
    self.number = number
    self.headingSpan = headingSpan
    self.isInstrument = isInstrument
  }

  /// The root of every outline.
  public static let root = Section(parent: nil, ordinal: 0, depth: 0, heading: "")
}

extension Section {
  /// The number and the words of the heading, as a reader would say them.
  public var numberedHeading: String {
    guard let number else { return heading }
    guard !heading.isEmpty else { return number }
    // 一、总体要求 is written solid; I. Aims has a point; Article 4 and 第三条 stand apart from what follows.
    if number.hasSuffix("、") || number.hasSuffix("）") { return number + heading }
    let isBare = number.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        || $0 == 0x2E
    }
    return isBare && !number.hasSuffix(".")
      ? "\(number). \(heading)" : "\(number) \(heading)"
  }
}
