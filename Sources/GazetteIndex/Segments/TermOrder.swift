/// The terms of a table in the order of their keys.
///
/// Sorted by the first eight bytes of the keys as one number, byte by byte from the front and in place (McIlroy, Bostic
/// and McIlroy 1993), and by comparison where those agree.
@safe struct TermOrder: ~Copyable {
  /// A term and the first eight bytes of its key, the field's number first, as a number that orders as they do.
  private struct Place {
    var prefix: UInt64
    var offset: UInt32
  }

  private let places: UnsafeMutableBufferPointer<Place>
  /// Below this many terms, comparing is faster than counting.
  private static let fewTerms = 48

  /// Sorts the terms of a table.
  init(_ table: borrowing TermTable) {
    let places = UnsafeMutableBufferPointer<Place>.allocate(capacity: table.count)
    unsafe self.places = places
    var next = 0
    table.forEach { offset in
      let (field, bytes) = unsafe table.term(offset)
      var prefix = UInt64(field)
      for at in 0..<7 { prefix = unsafe prefix << 8 | Self.byte(bytes, at) }
      unsafe places.initializeElement(at: next, to: Place(prefix: prefix, offset: offset))
      next += 1
    }
    sort(table)
  }

  deinit { unsafe places.deallocate() }

  @inline(__always)
  private static func byte(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt64 {
    unsafe at < bytes.count ? UInt64(bytes[at]) : 0
  }

  /// How many terms there are.
  var count: Int { unsafe places.count }

  /// The offset of a term, by its place in the order.
  subscript(place: Int) -> UInt32 { unsafe places[place].offset }

  private func sort(_ table: borrowing TermTable) {
    var open: [(range: Range<Int>, byte: Int)] = unsafe [(0..<places.count, 0)]
    var starts = [Int](repeating: 0, count: 257)
    var ends = [Int](repeating: 0, count: 256)
    while let (range, byte) = open.popLast() {
      if range.count < Self.fewTerms || byte == 8 {
        sortByComparing(range, table)
        continue
      }
      let shift = UInt64(56 - byte * 8)
      for value in 0..<257 { starts[value] = 0 }
      for index in range { starts[unsafe Int(places[index].prefix >> shift & 0xFF) + 1] += 1 }
      starts[0] = range.lowerBound
      for value in 0..<256 {
        starts[value + 1] += starts[value]
        ends[value] = starts[value]
      }
      // Every term goes to the end of what has arrived in its bucket, until the one that belongs here comes.
      for value in 0..<256 {
        while ends[value] < starts[value + 1] {
          var place = unsafe places[ends[value]]
          while true {
            let bucket = Int(place.prefix >> shift & 0xFF)
            let target = ends[bucket]
            ends[bucket] += 1
            if bucket == value {
              unsafe places[target] = place
              break
            }
            // No swap: with the thread sanitizer the compiler fails over the exclusive access to an element.
            let next = unsafe places[target]
            unsafe places[target] = place
            place = next
          }
        }
      }
      for value in 0..<256 where starts[value + 1] - starts[value] > 1 {
        open.append((starts[value]..<starts[value + 1], byte + 1))
      }
    }
  }

  private func sortByComparing(_ range: Range<Int>, _ table: borrowing TermTable) {
    guard range.count > Self.fewTerms else {
      for index in range.dropFirst() {
        let place = unsafe places[index]
        var hole = index
        while hole > range.lowerBound, unsafe Self.precedes(place, places[hole - 1], table) {
          unsafe places[hole] = places[hole - 1]
          hole -= 1
        }
        unsafe places[hole] = place
      }
      return
    }
    var sorted = unsafe Array(places[range])
    sorted.sort { Self.precedes($0, $1, table) }
    for (index, place) in sorted.enumerated() { unsafe places[range.lowerBound + index] = place }
  }

  @inline(__always)
  private static func precedes(
    _ left: Place, _ right: Place, _ table: borrowing TermTable
  ) -> Bool {
    if left.prefix != right.prefix { return left.prefix < right.prefix }
    let first = unsafe table.term(left.offset)
    let second = unsafe table.term(right.offset)
    return unsafe first.bytes.lexicographicallyPrecedes(second.bytes)
  }
}
