import GazetteDocument
import GazetteTestSupport
import Testing

/// The map of a text says what a look at each byte says.
@Suite struct TextMapTests {
  private static let leads: [UInt8] = [
    0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xE4, 0xE9, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF,
  ]
  private static let words = ["各县要落实", "plain words ", "\n", "\r\n", "。", "é", "不，", "《办法》"]
    .map { Array($0.utf8) }

  @Test("a text without doubt is well-formed, and plain text raises none")
  func doubt() {
    for seed in 0..<UInt64(20_000) {
      var generator = SeededGenerator(seed: seed)
      var bytes: [UInt8] = []
      var isPlain = true
      for _ in 0..<Int.random(in: 1...60, using: &generator) {
        switch Int.random(in: 0..<60, using: &generator) {
        case 0:
          bytes.append(Self.leads.randomElement(using: &generator) ?? 0xFF)
          isPlain = false
        case 1:
          bytes.append(UInt8.random(in: 0x80...0xBF, using: &generator))
          isPlain = false
        default: bytes += Self.words.randomElement(using: &generator) ?? []
        }
      }
      // An end within a scalar, at any place of the last vector.
      if seed % 3 == 0, bytes.count > 3 {
        bytes.removeLast(Int.random(in: 1...3, using: &generator))
        isPlain = false
      }
      let map = TextMap(bytes.span)
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      if map.firstDoubt == nil { #expect(isValid, "seed \(seed)") }
      if isPlain { #expect(map.firstDoubt == nil, "seed \(seed)") }
      if let doubt = map.firstDoubt {
        // What stands before is well-formed but for its last scalar.
        var end = max(0, min(doubt, bytes.count) - 3)
        while end > 0, bytes[end].isContinuation { end -= 1 }
        #expect(String(validating: bytes[..<end], as: UTF8.self) != nil, "seed \(seed)")
      }
    }
  }

  @Test("lines, positions, controls and brackets are those of a count from the start")
  func places() {
    for seed in 0..<UInt64(300) {
      var generator = SeededGenerator(seed: seed)
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...40, using: &generator) {
        bytes += Self.words.randomElement(using: &generator) ?? []
      }
      if seed % 4 == 0 { bytes += Array("]\u{1}".utf8) }
      let map = TextMap(bytes.span)
      #expect(map.hasBrackets == bytes.contains(0x5D), "seed \(seed)")
      let isControl = { (byte: UInt8) in byte < 0x20 && byte != 0x0A && byte != 0x0D }
      #expect(map.hasControls == bytes.contains(where: isControl), "seed \(seed)")
      var scalars = 0
      for place in 0...bytes.count {
        let end = bytes[place...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
        #expect(map.lineEnd(from: place) == end, "seed \(seed), byte \(place)")
        guard place == bytes.count || !bytes[place].isContinuation else { continue }
        #expect(
          map.position(of: place) == TextPosition(byte: place, scalar: scalars),
          "seed \(seed), byte \(place)")
        scalars += 1
      }
    }
  }
}
