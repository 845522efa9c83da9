/// The human address of a section, a passage or a sentence: `s2.1.p3.s2`.
///
/// Numbers are positions among siblings, not the numbers that the source prints.
public struct SectionPath: Sendable, Hashable, CustomStringConvertible {
  /// The positions of the section and those around it, outermost first; empty for the root.
  public var section: [Int]
  /// The passage within the section, from 1.
  public var passage: Int?
  /// The sentence within the passage, from 1.
  public var sentence: Int?

  /// Creates a path.
  public init(section: [Int], passage: Int? = nil, sentence: Int? = nil) {
    self.section = section
    self.passage = passage
    self.sentence = sentence
  }

  /// Reads a path as `description` writes it; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    var rest = text.split(separator: ".", omittingEmptySubsequences: false)[...]
    guard let first = rest.popFirst(), first.first == "s", let top = Int(first.dropFirst()),
      top >= 0
    else { return nil }
    var section = top == 0 ? [] : [top]
    while let part = rest.first, let number = Int(part), number > 0, top > 0 {
      section.append(number)
      rest = rest.dropFirst()
    }
    self.init(section: section)
    if let part = rest.popFirst() {
      guard part.first == "p", let number = Int(part.dropFirst()), number > 0 else { return nil }
      passage = number
    }
    if let part = rest.popFirst() {
      guard part.first == "s", let number = Int(part.dropFirst()), number > 0 else { return nil }
      sentence = number
    }
    guard rest.isEmpty else { return nil }
  }

  /// The path as text.
  public var description: String {
    var text = "s" + (section.isEmpty ? "0" : section.map(String.init).joined(separator: "."))
    if let passage { text += ".p\(passage)" }
    if let sentence { text += ".s\(sentence)" }
    return text
  }
}
