internal import GazetteDocument

extension NumberMark.Style {
  /// The place of the style among all: its raw value, without a call of the module that declares it.
  var place: Int { unsafe Int(unsafeBitCast(self, to: UInt8.self)) }
}

/// What a heading's rank depends on: the rank of the form, or the way of numbering.
enum OutlineLevel: Hashable {
  /// `h1`…`h6`, `#`…, with the depth of sections added.
  case format(Int)
  /// A numbering of the text, or the title of an attached paper (as an annex).
  case numbered(NumberMark.Style)
  /// The title of the paper that the document issues, where the form marks it as a heading.
  case instrument
  /// A short line on its own with another such line straight behind it.
  case unnumberedOuter
  /// A short line on its own.
  case unnumbered
  /// A short line on its own that ends with a dash: what follows it goes on.
  case unnumberedInner

  /// Levels are compared for every heading, and the styles lie in another module: numbers are compared instead.
  static func == (left: OutlineLevel, right: OutlineLevel) -> Bool { left.code == right.code }

  /// Hashes what `==` compares.
  func hash(into hasher: inout Hasher) { hasher.combine(code) }

  var code: Int {
    switch self {
    case .format(let rank): rank
    case .numbered(let style): -1 - style.place
    case .unnumberedOuter: -1_000
    case .unnumbered: -1_001
    case .unnumberedInner: -1_002
    case .instrument: -1_003
    }
  }

  /// Whether this level encloses another by its nature; `nil` when only the document can tell.
  func encloses(_ other: OutlineLevel) -> Bool? {
    switch (self, other) {
    // What the paper says stands under its title, whatever ranks the form gives to both.
    case (_, .instrument), (.instrument, .numbered(.annex)): return false
    case (.instrument, _): return true
    case (.format(let left), .format(let right)): return left < right
    // An annex stands behind the chapters of its paper, not in the last of them.
    case (.format(let rank), .numbered(.annex)): return rank == 1
    case (.format, _): return true
    case (_, .format): return false
    case (.unnumberedOuter, .unnumbered), (.unnumberedOuter, .unnumberedInner),
      (.unnumbered, .unnumberedInner):
      return true
    case (.unnumbered, .unnumberedOuter), (.unnumberedInner, .unnumberedOuter),
      (.unnumberedInner, .unnumbered):
      return false
    case (.numbered(.annex), _): return self != other
    case (_, .numbered(.annex)): return false
    case (.numbered(let left), .numbered(let right)):
      guard let first = OutlineLevel.chain(of: left), let second = OutlineLevel.chain(of: right)
      else { return nil }
      // Rules of work units put their articles under 一、: what came first tells.
      if left == .article && right == .hanComma || left == .hanComma && right == .article {
        return nil
      }
      // 1. stands over 1.1 in some papers, and under it in others.
      if left == .digit && isDecimal(right) || isDecimal(left) && right == .digit { return nil }
      return first < second
    default: return nil
    }
  }

  private func isDecimal(_ style: NumberMark.Style) -> Bool {
    style == .decimal2 || style == .decimal3
  }

  /// The place in the two chains of numbering that papers keep to (laws first); `nil` for the others.
  private static func chain(of style: NumberMark.Style) -> Int? {
    switch style {
    case .part: 0
    case .subpart: 1
    case .chapter: 2
    case .section: 3
    case .article: 4
    case .hanComma: 5
    case .hanBracket: 6
    case .decimal1: 7
    case .digit: 8
    case .decimal2: 9
    case .decimal3: 10
    case .digitBracket: 11
    case .circled: 12
    default: nil
    }
  }
}
