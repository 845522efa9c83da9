import Synchronization

/// A score that as many hits as are wanted are known to reach, shared by searches that run side by side.
///
/// What scores less may be left out by all of them.
final class SharedFloor: Sendable {
  /// The bits of the score: those of numbers that are not negative rise with them.
  private let bits = Atomic<UInt32>(0)

  /// The score; 0 when nothing is known.
  var score: Float { Float(bitPattern: bits.load(ordering: .relaxed)) }

  /// Takes note of a score.
  func raise(to score: Float) {
    guard score > 0 else { return }
    bits.max(score.bitPattern, ordering: .relaxed)
  }
}
