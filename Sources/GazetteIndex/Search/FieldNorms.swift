/// What a field's length does to a score, for each of the 256 lengths that are told apart: `n` in `w − w / (1 + f · n)`.
@safe final class FieldNorms: @unchecked Sendable {
  private let norms: UnsafeMutablePointer<Float>

  /// Computes the norms for an average length.
  init(averageLength: Float) {
    unsafe norms = .allocate(capacity: 256)
    for code in 0..<256 {
      let length = Float(FieldLength.table[code])
      let norm = BM25.norm(length: length, averageLength: averageLength)
      unsafe (norms + code).initialize(to: norm)
    }
  }

  deinit { unsafe norms.deallocate() }

  /// The norm of a length given by its code.
  @inline(__always)
  subscript(code: UInt8) -> Float { unsafe norms[Int(code)] }
}
