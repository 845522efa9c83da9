#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The scoring function BM25 in the form that Lucene gives it, with k1 1.2 and b 0.75.
///
/// After Robertson and others 1994.
/// A term that occurs *f* times in a field of an entry scores `w − w / (1 + f · n)`: *w* is its inverse document
/// frequency, *n* falls with the length of the field. Written so, the score never falls with *f* and never rises with the length
/// in floating-point arithmetic either, which bounds over many entries rely on.
enum BM25 {
  /// How fast a frequency saturates.
  static let k1: Float = 1.2
  /// How much the length counts.
  static let b: Float = 0.75
  /// The norm of a keyword field, which has no length: that of an entry of average length.
  static let keywordNorm: Float = 1 / k1

  /// The inverse document frequency of a term: `ln(1 + (N − n + 0.5) / (n + 0.5))`.
  static func weight(documentFrequency: Int, entryCount: Int) -> Float {
    let frequency = Double(documentFrequency)
    return Float(log(1 + (Double(entryCount) - frequency + 0.5) / (frequency + 0.5)))
  }

  /// The average length of a field over entries; 1 where it has none.
  static func averageLength(total: UInt64, entryCount: Int) -> Float {
    total == 0 || entryCount == 0 ? 1 : Float(Double(total) / Double(entryCount))
  }

  /// The norm of a length.
  static func norm(length: Float, averageLength: Float) -> Float {
    1 / (k1 * ((1 - b) + b * (length / averageLength)))
  }

  /// The score of a frequency.
  @inline(__always)
  static func score(weight: Float, frequency: Float, norm: Float) -> Float {
    weight - weight / (1 + frequency * norm)
  }
}
