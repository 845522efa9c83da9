/// The lower case of single scalars as Unicode has it, whatever the language.
enum PlainCase {
  /// The scalars below this have their lower case in a table: nearly all that have one.
  private static let tableEnd: UInt32 = 0x600
  private static let table: [UInt32] = (0..<tableEnd).map { single($0) }

  /// Whether a scalar is a letter or a number.
  static func isAlphanumeric(_ scalar: UInt32) -> Bool {
    guard let scalar = Unicode.Scalar(scalar) else { return false }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// The lower case of a scalar when it is one scalar; 0 when it is several.
  private static func single(_ value: UInt32) -> UInt32 {
    guard let scalar = Unicode.Scalar(value) else { return value }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    guard let first = lower.first, lower.count == 1 else { return 0 }
    return first.value
  }

  /// Writes the lower case of a scalar in UTF-8: at most half as many bytes again as the scalar has, and never over four.
  @inline(__always)
  static func lower(_ scalar: UInt32, _ write: (UInt8) -> Void) {
    let lower = scalar < tableEnd ? table[Int(scalar)] : single(scalar)
    // Only U+0130 has a lower case of two scalars: an i with a dot above it, which is left out.
    UTF8Decoding.write(lower == 0 ? 0x69 : lower, write)
  }
}
