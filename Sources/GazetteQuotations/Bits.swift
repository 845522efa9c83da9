/// The binary logarithm, without the library of C.
enum Bits {
  /// The logarithm to base 2 of a positive number, within a thousandth.
  ///
  /// The exponent is exact; the mantissa goes through the first terms of the series of the inverse hyperbolic tangent.
  static func log2(_ value: Float) -> Float {
    let mantissa = value.significand
    let ratio = (mantissa - 1) / (mantissa + 1)
    let square = ratio * ratio
    let natural = 2 * ratio * (1 + square * (1 / 3 + square * (1 / 5 + square / 7)))
    return Float(value.exponent) + natural * 1.442_695
  }
}
