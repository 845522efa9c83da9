/// The length of a field in one byte, and back.
///
/// Lengths below 24 are exact. Above, the length less 24 is kept as a binary floating-point number of four significant bits:
/// exact to 40, and never more than an eighth too small beyond. The code grows with the length.
enum FieldLength {
  private static let exact = 24

  /// The byte that stands for a length; the greatest length it stands for is not above the given one.
  static func code(of length: Int) -> UInt8 {
    guard length >= exact else { return UInt8(max(0, length)) }
    let rest = UInt32(clamping: min(length - exact, Int(Int32.max)))
    let bits = 32 - rest.leadingZeroBitCount
    guard bits > 4 else { return UInt8(exact + Int(rest)) }
    let shift = bits - 4
    // The leading bit is implied by a shift above zero.
    return UInt8(exact) + UInt8((rest >> UInt32(shift)) & 7) + UInt8((shift + 1) << 3)
  }

  /// The length that a byte stands for.
  static func length(of code: UInt8) -> Int {
    guard Int(code) >= exact else { return Int(code) }
    let number = Int(code) - exact
    let shift = (number >> 3) - 1
    guard shift >= 0 else { return exact + number }
    return exact + ((number & 7) | 8) << shift
  }

  /// The length that every byte stands for.
  static let table: [Int] = (0...255).map { length(of: UInt8($0)) }
}
