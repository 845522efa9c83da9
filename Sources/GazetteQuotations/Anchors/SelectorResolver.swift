public import GazetteDocument

/// Finds the words of selectors again in a text that may have changed since.
///
/// Exact or orphaned: what only looks alike is proposed and never taken. In a text with another digest the words are
///
/// - *same* or *moved* when they stand between their surroundings at exactly one place; when they stand once and stood
///   once, and are long enough to be nothing else; or when every copy of them is still there and one alone lies between
///   the surroundings, into which something was put;
/// - *changed* when the surroundings stand once each, in their order and near each other, with other words between;
/// - *orphaned* otherwise.
///
/// A side of the surroundings that is shorter than 32 scalars ended with the text and counts only there, or with 8 scalars
/// or more. What agrees in words and surroundings is one place to a selector: of texts that hold such copies none is chosen.
public struct SelectorResolver: Sendable {
  let text: SourceText
  let sha256: Digest
  private let map: TextMap

  /// Places nearer than this are told apart by what was put in between.
  static let longestInsertion = 8192
  /// Words of less weight may come back by chance; a Han character weighs three, a letter or digit one.
  static let leastWeight = 24
  /// A side with fewer scalars says nothing unless it ends with the text.
  static let leastContext = 8

  /// Prepares to look through a text; costs a walk over it.
  ///
  /// - Parameters:
  ///   - text: The text as it is now.
  ///   - sha256: Its digest.
  public init(_ text: SourceText, sha256: Digest) {
    self.text = text
    self.sha256 = sha256
    map = TextMap(text.utf8.span)
  }

  /// Prepares to look through the text of a document.
  public init(_ document: PolicyDocument) {
    self.init(document.text, sha256: document.textSHA256)
  }

  /// Whether a selector that claims to be of this very text tells the truth: the words, what stands around them and both
  /// counts of their place.
  ///
  /// - Parameter selector: A selector with this text's digest.
  /// - Returns: Whether everything is as it says.
  public func holds(_ selector: Selector) -> Bool {
    let (start, end) = (selector.span.start.byte, selector.span.end.byte)
    guard selector.isConsistent, start >= 0, end <= text.utf8.count, isBoundary(start),
      isBoundary(end), map.span(of: start..<end) == selector.span
    else { return false }
    let before = text.place(before: start, by: Selector.contextScalars)..<start
    let after = end..<text.place(behind: end, by: Selector.contextScalars)
    return text.utf8[start..<end].elementsEqual(selector.exact.utf8)
      && text.utf8[before].elementsEqual(selector.prefix.utf8)
      && text.utf8[after].elementsEqual(selector.suffix.utf8)
  }

  /// Finds what became of the words of a selector.
  ///
  /// Costs some walks over the text and, for a change, the difference of the words; hostile selectors cost no more.
  ///
  /// - Parameter selector: The selector, of this text or an earlier one.
  /// - Returns: The state and the place. A selector that contradicts itself or the very text that it names is orphaned.
  public func resolve(_ selector: Selector) -> SelectorResolution {
    if selector.textSHA256 == sha256 {
      return holds(selector)
        ? SelectorResolution(state: .same, span: selector.span) : orphaned(selector)
    }
    guard selector.isConsistent, !selector.exact.isEmpty else { return orphaned(selector) }
    let sought = SoughtWords(selector)
    if selector.copies ?? 1 <= 1 {
      let whole = text.places(of: sought.whole, limit: 2)
      if whole.count == 1, let only = whole.first, isDecisive(sought, at: only) {
        return found(selector, at: only + sought.prefix.count)
      }
      // Between the same surroundings at several places: nothing tells them apart.
      if whole.count > 1 { return orphaned(selector) }
      let places = text.places(of: sought.exact, limit: 2)
      if places.count == 1, let only = places.first, selector.occurrences == 1,
        sought.weight >= Self.leastWeight
      {
        return found(selector, at: only)
      }
      if let resolution = between(sought, of: selector) { return resolution }
    }
    return orphaned(selector)
  }

  /// The words stand at a place; the same one when the surroundings are the same too.
  func found(_ selector: Selector, at start: Int) -> SelectorResolution {
    let span = map.span(of: start..<start + selector.exact.utf8.count)
    let isSame =
      span == selector.span && text.utf8[..<start].hasSuffix(selector.prefix.utf8)
      && text.utf8[span.end.byte...].starts(with: selector.suffix.utf8)
    return SelectorResolution(state: isSame ? .same : .moved, span: span)
  }

  /// Whether the surroundings at a place where they stand say enough.
  private func isDecisive(_ sought: SoughtWords, at start: Int) -> Bool {
    let end = start + sought.whole.count
    return (sought.prefixScalars >= Self.leastContext || start == 0)
      && (sought.suffixScalars >= Self.leastContext || end == text.utf8.count)
  }

  /// Nothing decides; what comes near is proposed.
  func orphaned(_ selector: Selector) -> SelectorResolution {
    SelectorResolution(state: .orphaned, span: nil, proposals: proposals(for: selector))
  }

  /// The stretch that a range of bytes means; both ends lie between scalars.
  func span(of bytes: Range<Int>) -> TextSpan { map.span(of: bytes) }

  private func isBoundary(_ byte: Int) -> Bool {
    byte == text.utf8.count || !text.utf8[byte].isContinuation
  }
}
