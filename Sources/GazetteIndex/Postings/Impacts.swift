/// The best that some postings can score, whatever the statistics will be: up to four pairs of a frequency and the code of a
/// field's length, of which at least one has, for every posting, no lower frequency and no greater length (Ding and Suel 2011,
/// in the form that Lucene gives it).
///
/// A frequency above 254 is kept as 255 and stands for any. In a file: four pairs of bytes, frequency before length; when
/// fewer are needed, the last again.
@safe struct Impacts {
  /// The number of pairs.
  static let count = 4
  /// How many bytes they take.
  static let size = 8

  private let least: UnsafeMutablePointer<UInt8>
  private var most = 0
  /// A usual length, by which it is judged which pairs matter.
  var average: Float = 1

  /// Makes room for collecting; must be freed by `deallocate`.
  init() {
    unsafe least = .allocate(capacity: 256)
    unsafe least.initialize(repeating: .max, count: 256)
  }

  /// Frees what `init` took.
  func deallocate() { unsafe least.deallocate() }

  /// Takes a posting into account.
  @inline(__always)
  mutating func add(frequency: UInt32, code: UInt8) {
    let frequency = Int(min(frequency, 255))
    if frequency > most { most = frequency }
    unsafe least[frequency] = min(least[frequency], code)
  }

  /// The pairs of what was added, which is forgotten.
  mutating func take() -> UInt64 {
    var pairs: [(frequency: Int, code: UInt8)] = []
    var shortest = UInt8.max
    var frequency = most
    while frequency > 0 {
      let code = unsafe least[frequency]
      if code < shortest || pairs.isEmpty {
        pairs.append((frequency, code))
        shortest = code
      }
      unsafe least[frequency] = .max
      frequency -= 1
    }
    most = 0
    while pairs.count > Self.count { Self.merge(&pairs, average: average) }
    var word: UInt64 = 0
    for place in 0..<Self.count {
      guard let pair = place < pairs.count ? pairs[place] : pairs.last else { break }
      word |= (UInt64(pair.frequency) | UInt64(pair.code) << 8) << UInt64(place * 16)
    }
    return word
  }

  /// Puts one pair in place of the two neighbours of which it says least too much.
  private static func merge(
    _ pairs: inout [(frequency: Int, code: UInt8)], average: Float
  ) {
    var best = 0
    var least = Float.infinity
    for place in 0..<(pairs.count - 1) {
      let joined = saturation(pairs[place].frequency, pairs[place + 1].code, average)
      let loss =
        joined
        - min(
          saturation(pairs[place].frequency, pairs[place].code, average),
          saturation(pairs[place + 1].frequency, pairs[place + 1].code, average))
      if loss < least {
        least = loss
        best = place
      }
    }
    pairs[best].code = pairs[best + 1].code
    pairs.remove(at: best + 1)
  }

  /// What a pair scores with a weight of 1.
  static func saturation(_ frequency: Int, _ code: UInt8, _ average: Float) -> Float {
    BM25.score(
      weight: 1, frequency: Float(frequency),
      norm: BM25.norm(length: Float(FieldLength.table[Int(code)]), averageLength: average))
  }

  /// The best score of pairs in a file.
  @inline(__always)
  static func bound(_ word: UInt64, weight: Float, norms: FieldNorms) -> Float {
    var frequencies = SIMD4<Float>(repeating: 0)
    var factors = SIMD4<Float>(repeating: 0)
    for place in 0..<count {
      let pair = word &>> UInt64(place * 16)
      let frequency = UInt8(truncatingIfNeeded: pair)
      frequencies[place] = frequency == 255 ? .infinity : Float(frequency)
      factors[place] = norms[UInt8(truncatingIfNeeded: pair &>> 8)]
    }
    let weights = SIMD4<Float>(repeating: weight)
    return (weights - weights / (1 + frequencies * factors)).max()
  }
}
