/// How many of what is there were found, and how many of what was found are there.
struct Score: Sendable, CustomStringConvertible {
  var right = 0
  var missed = 0
  var wrong = 0
  /// What was missed or wrong, a line each.
  var faults: [String] = []

  /// The share of what is there that was found.
  var recall: Double { right + missed == 0 ? 1 : Double(right) / Double(right + missed) }
  /// The share of what was found that is there.
  var precision: Double { right + wrong == 0 ? 1 : Double(right) / Double(right + wrong) }
  /// Their harmonic mean.
  var f1: Double {
    let sum = precision + recall
    return sum == 0 ? 0 : 2 * precision * recall / sum
  }

  static func += (left: inout Score, right: Score) {
    left.right += right.right
    left.missed += right.missed
    left.wrong += right.wrong
    left.faults += right.faults
  }

  var description: String {
    func percent(_ share: Double) -> String { "\(Double(Int(share * 1000)) / 10) %" }
    return "F1 \(percent(f1)), precision \(percent(precision)), recall \(percent(recall))"
      + " (\(right) right, \(missed) missed, \(wrong) wrong)"
  }
}
