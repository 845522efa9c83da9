/// A warning that travels with a passage wherever it is shown or exported.
public enum PassageFlag: String, Sendable, Hashable, CaseIterable {
  /// Characters were hidden by a filter, or lost.
  case masked
  /// The words end in the middle.
  case cut
  /// Words that the original cannot have held.
  case invented
  /// The meaning is likely the opposite of the original's.
  case inverted
  /// Halves of markup stand in the words.
  case markup
  /// Page furniture that could not be told apart for certain.
  case boilerplate
  /// The words were rewritten, garbled or added by somebody else than the document's author.
  case lowTrust = "low-trust"
}

extension PassageFlag {
  /// One bit a flag, in the order of the cases.
  @usableFromInline static func bits(of flags: Set<PassageFlag>) -> UInt8 {
    guard !flags.isEmpty else { return 0 }
    return allCases.enumerated().reduce(0) {
      flags.contains($1.element) ? $0 | 1 << UInt8($1.offset) : $0
    }
  }

  static func set(of bits: UInt8) -> Set<PassageFlag> {
    guard bits != 0 else { return [] }
    return Set(allCases.enumerated().filter { bits >> UInt8($0.offset) & 1 == 1 }.map(\.element))
  }
}
