private import CTextMap

/// Finds the few places of a text at which three bytes in a row are of some class, in one pass over the text.
///
/// There are 24 classes, each of three sets of bytes. A row of places is looked at by the halves of its bytes, with the filter
/// of Teddy (Langdale, Hyperscan 2015); what passes is looked at again byte by byte.
package struct WindowGate: Sendable {
  /// Three sets of bytes, and the class that they make or add to.
  package struct Window: Sendable {
    /// The class, from 0 to 23.
    package var bucket: Int
    /// The bytes that may stand first, second and third.
    package var bytes: [[ClosedRange<UInt8>]]

    /// Creates a window; a byte that may be any is `0...255`.
    package init(
      _ bucket: Int, _ first: [ClosedRange<UInt8>], _ second: [ClosedRange<UInt8>],
      _ third: [ClosedRange<UInt8>]
    ) {
      self.bucket = bucket
      bytes = [first, second, third]
    }
  }

  /// How many classes there are.
  package static let bucketCount = 24
  /// How many places are asked for at once.
  private static let capacity = 2_048

  /// One element, so that its address can be lent out.
  private let tables: [gazette_window_tables]

  /// Creates a gate that opens at some windows.
  package init(_ windows: [Window]) {
    // For each of three bytes: the classes by lower half, then by upper half; and by the whole byte.
    var halves = [[UInt32]](repeating: [UInt32](repeating: 0, count: 32), count: 3)
    var wide = halves
    var whole = [UInt32](repeating: 0, count: 768)
    let order = WindowGate.order(windows)
    for window in windows where (0..<WindowGate.bucketCount).contains(window.bucket) {
      for (place, ranges) in window.bytes.prefix(3).enumerated() {
        for byte in ranges.joined() {
          halves[place][Int(byte & 0x0F)] |= 1 << order.places[window.bucket]
          halves[place][16 + Int(byte >> 4)] |= 1 << order.places[window.bucket]
          if byte >= 0x80 {
            wide[place][Int(byte & 0x0F)] |= 1 << order.places[window.bucket]
            wide[place][16 + Int(byte >> 4)] |= 1 << order.places[window.bucket]
          }
          whole[place * 256 + Int(byte)] |= 1 << UInt32(window.bucket)
        }
      }
    }
    var made = WindowGate.tables(halves, whole)
    made.has_wide = order.wide <= 8 ? 1 : 0
    unsafe withUnsafeMutableBytes(of: &made.wide_low) { low in
      for index in 0..<48 {
        unsafe low[index] = UInt8(truncatingIfNeeded: wide[index / 16][index % 16])
      }
    }
    unsafe withUnsafeMutableBytes(of: &made.wide_high) { high in
      for index in 0..<48 {
        unsafe high[index] = UInt8(truncatingIfNeeded: wide[index / 16][16 + index % 16])
      }
    }
    made.first_plain = UInt32(order.onlyWide / 8)
    tables = [made]
  }

  /// The order of the classes in the groups that are looked at together: first those of bytes beyond ASCII alone, then those of
  /// both, then those of ASCII alone or mixed with others.
  private static func order(
    _ windows: [Window]
  ) -> (places: [UInt32], onlyWide: Int, wide: Int) {
    // The windows of a class share its three sets.
    func holds(_ bucket: Int, _ range: ClosedRange<UInt8>) -> Bool {
      let own = windows.filter { $0.bucket == bucket }
      return (0..<3).allSatisfy { place in
        own.contains { $0.bytes[place].contains { $0.overlaps(range) } }
      }
    }
    let buckets = Array(0..<bucketCount)
    let wide = buckets.filter { holds($0, 0x80...0xFF) }
    let onlyWide = wide.filter { !holds($0, 0...0x7F) }
    // Classes without windows are of no kind: they fill the group up.
    let empty = buckets.filter { bucket in !windows.contains { $0.bucket == bucket } }
    let own = onlyWide + empty
    let both = wide.filter { !onlyWide.contains($0) }
    let sorted = (both.isEmpty ? own : onlyWide) + both
    let all = sorted + buckets.filter { !sorted.contains($0) }
    var places = [UInt32](repeating: 0, count: bucketCount)
    for (place, bucket) in all.enumerated() { places[bucket] = UInt32(place) }
    return (places, both.isEmpty ? own.count : onlyWide.count, wide.count)
  }

  private static func tables(_ halves: [[UInt32]], _ whole: [UInt32]) -> gazette_window_tables {
    var made = gazette_window_tables()
    unsafe withUnsafeMutableBytes(of: &made.low) { low in
      for index in 0..<144 {
        unsafe low[index] = UInt8(
          truncatingIfNeeded: halves[index / 48][index % 16] >> UInt32(index / 16 % 3 * 8))
      }
    }
    unsafe withUnsafeMutableBytes(of: &made.high) { high in
      for index in 0..<144 {
        unsafe high[index] = UInt8(
          truncatingIfNeeded: halves[index / 48][16 + index % 16] >> UInt32(index / 16 % 3 * 8))
      }
    }
    unsafe withUnsafeMutableBytes(of: &made.classes) { classes in
      unsafe classes.copyBytes(from: whole.withUnsafeBytes { unsafe Array($0) })
    }
    return made
  }

  /// Calls a function with each place that is of any class and with the classes, one bit each, in the order of the text.
  ///
  /// - Parameters:
  ///   - text: The text, which must be shorter than four gigabytes.
  ///   - take: What to do with a place.
  package func forEachPlace(in text: Span<UInt8>, _ take: (Int, UInt32) -> Void) {
    var places = [UInt32](repeating: 0, count: WindowGate.capacity)
    var start = 0
    while start < text.count {
      var next = text.count
      let found = unsafe text.withUnsafeBufferPointer { buffer in
        unsafe gazette_find_windows(
          tables, buffer.baseAddress, buffer.count, start, &places, WindowGate.capacity, &next)
      }
      for index in 0..<found {
        let place = Int(places[index])
        let classes = classes(of: text, at: place)
        if classes != 0 { take(place, classes) }
      }
      start = next
    }
  }

  /// The classes of a place; line feeds are thought behind the text.
  private func classes(of text: Span<UInt8>, at place: Int) -> UInt32 {
    unsafe tables.withUnsafeBytes { bytes in
      let base = MemoryLayout<gazette_window_tables>.offset(of: \.classes) ?? 0
      var classes = UInt32.max
      for offset in 0..<3 {
        unsafe classes &= bytes.load(
          fromByteOffset: base
            + (offset * 256 + (place + offset < text.count ? Int(text[place + offset]) : 0x0A)) * 4,
          as: UInt32.self)
      }
      return classes
    }
  }
}
