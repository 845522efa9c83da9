#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A bar on the terminal behind standard error that shows how far a long work has come.
///
/// Draws nothing when standard error is no terminal. Redraws at most ten times a second.
public struct ProgressBar {
  private let isShown = Environment.errorIsTerminal
  private var drawn: ContinuousClock.Instant?

  /// Creates a bar that has not been drawn.
  public init() {}

  /// Shows a share of the work.
  ///
  /// - Parameters:
  ///   - fraction: 0 to 1.
  ///   - label: What is being done; made safe for the terminal here.
  public mutating func show(_ fraction: Double, label: String) {
    guard isShown else { return }
    let now = ContinuousClock.now
    if let drawn, now - drawn < .milliseconds(100), fraction < 1 { return }
    drawn = now
    let cells = 30
    let filled = Int((min(max(fraction, 0), 1) * Double(cells)).rounded())
    let bar =
      String(repeating: "█", count: filled) + String(repeating: "░", count: cells - filled)
    var text = "\(bar) \(Int(fraction * 100))% \(TerminalText.visible(label))"
    while TerminalText.width(text) >= Environment.width { text.removeLast() }
    Console.write("\r\u{1B}[K" + text, to: STDERR_FILENO)
  }

  /// Wipes the bar away.
  public mutating func clear() {
    guard isShown, drawn != nil else { return }
    Console.write("\r\u{1B}[K", to: STDERR_FILENO)
    drawn = nil
  }
}
