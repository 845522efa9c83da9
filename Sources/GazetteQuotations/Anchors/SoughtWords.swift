import GazetteDocument

/// The words of a selector and what stood around them, as bytes to look for.
struct SoughtWords {
  let exact: [UInt8]
  let prefix: [UInt8]
  let suffix: [UInt8]
  /// The words between their surroundings.
  let whole: [UInt8]
  let prefixScalars: Int
  let suffixScalars: Int

  init(_ selector: Selector) {
    exact = Array(selector.exact.utf8)
    prefix = Array(selector.prefix.utf8)
    suffix = Array(selector.suffix.utf8)
    whole = prefix + exact + suffix
    prefixScalars = selector.prefix.unicodeScalars.count
    suffixScalars = selector.suffix.unicodeScalars.count
  }

  /// How much the words say: a Han character three, another letter or a digit one.
  var weight: Int {
    var (weight, position) = (0, 0)
    let span = exact.span
    while position < exact.count {
      let (value, length) = span.scalar(at: position)
      if value >= 0x3400, value <= 0x9FFF || value >= 0x20000 {
        weight += 3
      } else if span.hasWord(in: position..<min(exact.count, position + length)) {
        weight += 1
      }
      position += length
    }
    return weight
  }
}
