/// How much: a number to be reached or kept, or words that stand for all or none.
public struct Indicator: Sendable, Hashable {
  /// How the value is to be compared.
  public enum Comparator: String, Sendable, Hashable, CaseIterable {
    /// At least.
    case atLeast = "≥"
    /// At most.
    case atMost = "≤"
    /// Exactly.
    case equal = "="
    /// About.
    case about = "≈"
    /// All of them: 应保尽保, full coverage.
    case all
    /// None of them: 清零, zero.
    case none
  }

  /// How the value is to be compared.
  public var comparator: Comparator
  /// The number in thousandths, so that it is exact; `nil` where only words say how much.
  public var thousandths: Int?
  /// The unit as printed; empty for none.
  public var unit: String

  /// Creates an indicator.
  public init(comparator: Comparator, thousandths: Int?, unit: String) {
    self.comparator = comparator
    self.thousandths = thousandths
    self.unit = unit
  }

  /// The number as a decimal without needless zeros; `nil` where only words say how much.
  public var value: String? {
    guard let thousandths else { return nil }
    let whole = String(thousandths / 1_000)
    let rest = thousandths % 1_000
    guard rest != 0 else { return whole }
    var digits = String(rest + 1_000).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return whole + "." + digits
  }
}
