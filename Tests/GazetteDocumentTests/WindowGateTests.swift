import GazetteDocument
import GazetteTestSupport
import Testing

@Suite struct WindowGateTests {
  private let gate = WindowGate([
    .init(0, [0x2A...0x2A], [0x2A...0x2A], [0...255]),
    .init(7, [0x61...0x7A], [0x2E...0x2E], [0x41...0x5A]),
    .init(15, [0xEF...0xEF], [0xBF...0xBF], [0xBD...0xBD]),
    .init(23, [0x3E...0x3E], [0...255], [0...255]),
  ])

  private func places(_ bytes: [UInt8]) -> [Int: UInt32] {
    var found: [Int: UInt32] = [:]
    gate.forEachPlace(in: bytes.span) { found[$0] = $1 }
    return found
  }

  @Test("a place is found with its class, at the very start and at the very end of a text too")
  func places() {
    #expect(places(Array("**b**".utf8)) == [0: 1, 3: 1])
    #expect(places(Array("end.We >".utf8)) == [2: 1 << 7, 7: 1 << 23])
    #expect(places(Array("a\u{FFFD}".utf8)) == [1: 1 << 15])
    #expect(places([]) == [:])
    #expect(places(Array(">".utf8)) == [0: 1 << 23])
  }

  @Test(
    "wide rows and single places find the same, at every length and with any bytes",
    arguments: [1, 2])
  func rows(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let signs: [UInt8] = [0x2A, 0x2E, 0x3E, 0xEF, 0xBF, 0xBD, 0x41, 0x61, 0x20, 0x0A]
    for length in 0..<200 {
      let bytes = (0..<length).map { _ in signs[Int.random(in: 0..<signs.count, using: &random)] }
      // A text of three bytes is never read by rows.
      var single: [Int: UInt32] = [:]
      for place in 0..<length {
        let window = (place..<place + 3).map { $0 < length ? bytes[$0] : 0x0A }
        if let classes = places(window)[0] { single[place] = classes }
      }
      #expect(places(bytes) == single, "seed \(seed), length \(length)")
    }
  }

  @Test("more places than are asked for at once are all found, in order")
  func many() {
    var last = -1
    var count = 0
    gate.forEachPlace(in: [UInt8](repeating: 0x3E, count: 10_000).span) { place, _ in
      #expect(place == last + 1)
      last = place
      count += 1
    }
    #expect(count == 10_000)
  }
}
