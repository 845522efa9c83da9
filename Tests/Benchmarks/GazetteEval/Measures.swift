import Foundation

/// What a list of documents is worth for one query.
///
/// As trec_eval computes them: gains are the grades themselves, the discount of a rank *r* is log2(*r* + 1), the ideal list is
/// that of all judged documents, and what was not judged, or judged 0 or less, is worth nothing. MRR looks at the first ten.
struct Measures {
  var nDCG = 0.0
  var reciprocalRank = 0.0
  var recall = 0.0

  init() {}

  /// Measures one list.
  ///
  /// - Parameters:
  ///   - documents: What was found, best first.
  ///   - grades: The judged documents; at least one above 0.
  init(of documents: [String], grades: [String: Double]) {
    func gain(_ document: String) -> Double { max(0, grades[document] ?? 0) }
    let ideal = grades.values.filter { $0 > 0 }.sorted(by: >)
    let best = Measures.discounted(ideal.prefix(10))
    nDCG = best > 0 ? Measures.discounted(documents.prefix(10).map(gain)) / best : 0
    if let first = documents.prefix(10).firstIndex(where: { gain($0) > 0 }) {
      reciprocalRank = 1 / Double(first + 1)
    }
    let found = documents.prefix(100).count { gain($0) > 0 }
    recall = ideal.isEmpty ? 0 : Double(found) / Double(ideal.count)
  }

  private static func discounted(_ gains: some Collection<Double>) -> Double {
    gains.enumerated().reduce(0) { $0 + $1.element / log2(Double($1.offset) + 2) }
  }

  /// The means over queries.
  static func mean(of measures: [Measures]) -> Measures {
    var mean = Measures()
    guard !measures.isEmpty else { return mean }
    let count = Double(measures.count)
    mean.nDCG = measures.reduce(0) { $0 + $1.nDCG } / count
    mean.reciprocalRank = measures.reduce(0) { $0 + $1.reciprocalRank } / count
    mean.recall = measures.reduce(0) { $0 + $1.recall } / count
    return mean
  }

  /// How likely differences at least as large as these are between lists that are worth the same: a paired randomisation
  /// test of the means, with signs drawn by a fixed seed (Smucker, Allan and Carterette 2007).
  static func randomisation(_ differences: [Double], rounds: Int = 100_000) -> Double {
    let observed = abs(differences.reduce(0, +))
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    var asLarge = 0
    for _ in 0..<rounds {
      var sum = 0.0
      var bits: UInt64 = 0
      for (place, difference) in differences.enumerated() {
        if place % 64 == 0 {
          // xorshift64*
          state ^= state >> 12
          state ^= state << 25
          state ^= state >> 27
          bits = state &* 0x2545_F491_4F6C_DD1D
        }
        sum += bits & 1 == 0 ? difference : -difference
        bits >>= 1
      }
      if abs(sum) >= observed - 1e-12 { asLarge += 1 }
    }
    return Double(asLarge + 1) / Double(rounds + 1)
  }
}
