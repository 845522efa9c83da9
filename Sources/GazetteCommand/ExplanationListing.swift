import GazetteConsole
import GazetteIndex

/// Why a passage has its score, as people read it on a terminal.
struct ExplanationListing {
  let console: Console

  /// The tree, a line a value, parts below what they add up to.
  func text(of explanation: Explanation) -> String {
    var lines: [String] = []
    var open = [(explanation, 1)]
    while let (part, depth) = open.popLast() {
      lines.append(String(repeating: "   ", count: depth) + console.faint(line(part)))
      open += part.parts.reversed().map { ($0, depth + 1) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ part: Explanation) -> String {
    var line = Self.rounded(part.value) + "  " + console.say("explain." + part.kind.rawValue)
    if !part.label.isEmpty { line += " " + TerminalText.visible(part.label) }
    let factors = part.factors.map { factor in
      let name = console.say("explain.factor." + factor.name.rawValue)
      let label = factor.label.isEmpty ? "" : " " + TerminalText.visible(factor.label)
      return "\(name)\(label) \(Self.rounded(factor.value))"
    }
    return factors.isEmpty ? line : line + " (" + factors.joined(separator: ", ") + ")"
  }

  /// A number with at most four places behind the point.
  static func rounded(_ value: Double) -> String {
    guard value.isFinite, value.magnitude < 1e12 else { return "\(value)" }
    let scaled = (value * 10_000).rounded()
    var text = "\(scaled / 10_000)"
    if text.hasSuffix(".0") { text.removeLast(2) }
    return text
  }
}
