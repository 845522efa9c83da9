/// What the 10th, 100th and 1,000th best posting of a list scores at least, whatever the statistics will be: for each up to four
/// pairs of a frequency and the code of a length, such that as many postings have no lower frequency and no greater length.
///
/// A search begins with the best floor of its terms as the score to beat (Petri and others 2019), instead of none. In a file:
/// three times four pairs of bytes, frequency before length; zeros where there is none.
@safe struct ScoreFloors {
  /// For how many best postings there are floors.
  static let ranks = [10, 100, 1000]
  /// How many bytes they take.
  static let size = 24
  /// Frequencies from here on are counted as this.
  private static let most = 15

  /// How often each pair occurs: 256 codes for each frequency.
  private let counts: UnsafeMutablePointer<UInt32>
  /// A usual length, by which it is judged which pairs matter.
  var average: Float = 1

  /// Makes room for collecting; must be freed by `deallocate`.
  init() {
    unsafe counts = .allocate(capacity: (Self.most + 1) * 256)
    unsafe counts.initialize(repeating: 0, count: (Self.most + 1) * 256)
  }

  /// Frees what `init` took.
  func deallocate() { unsafe counts.deallocate() }

  /// Takes a posting into account.
  @inline(__always)
  func add(frequency: UInt32, code: UInt8) {
    unsafe counts[Int(min(frequency, UInt32(Self.most))) * 256 + Int(code)] += 1
  }

  /// The floors of what was added, which is forgotten.
  func take() -> [UInt8] {
    var rows = [[(score: Float, frequency: Int, code: Int)]](repeating: [], count: 3)
    var sums = [Int](repeating: 0, count: 256)
    var frequency = Self.most
    while frequency > 0 {
      for code in 0..<256 {
        unsafe sums[code] += Int(counts[frequency * 256 + code])
        unsafe counts[frequency * 256 + code] = 0
      }
      for (row, rank) in Self.ranks.enumerated() {
        var total = 0
        guard
          let code = sums.firstIndex(where: {
            total += $0; return total >= rank
          })
        else {
          continue
        }
        let score = Impacts.saturation(frequency, UInt8(code), average)
        rows[row].append((score, frequency, code))
      }
      frequency -= 1
    }
    var bytes: [UInt8] = []
    for row in rows {
      let best = row.sorted { $0.score > $1.score }.prefix(Impacts.count)
      for pair in best { bytes += [UInt8(pair.frequency), UInt8(pair.code)] }
      bytes += [UInt8](repeating: 0, count: 2 * (Impacts.count - best.count))
    }
    return bytes
  }

  /// The floor of the best postings of some number in a file; 0 where there is none.
  static func floor(_ view: ByteView, limit: Int, weight: Float, norms: FieldNorms) -> Float {
    guard view.count >= size, let row = ranks.firstIndex(where: { $0 >= limit }) else { return 0 }
    var best: Float = 0
    for place in 0..<Impacts.count {
      let frequency = view[row * 8 + place * 2]
      guard frequency > 0 else { break }
      let norm = norms[view[row * 8 + place * 2 + 1]]
      best = max(best, BM25.score(weight: weight, frequency: Float(frequency), norm: norm))
    }
    return best
  }
}
