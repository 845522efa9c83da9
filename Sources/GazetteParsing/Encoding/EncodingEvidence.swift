internal import GazetteDocument

/// What the bytes themselves tell of a file's encoding, from its first 256 KiB.
struct EncodingEvidence {
  /// The form of UTF-16 or UTF-32 that the bytes look like, if one.
  private(set) var looksWide: TextEncoding?
  /// Whether too many bytes are controls for any text.
  private(set) var looksBinary = false
  /// Multi-byte sequences that are well-formed as UTF-8, and bytes that are not.
  private var utf8 = (good: 0, bad: 0)
  /// Two- and four-byte characters of GB 18030: everyday ones, odd ones, and bytes that are none.
  private var gb = (common: 0, rare: 0, bad: 0)
  /// The encoding of two bytes that they speak for against GB 18030.
  private var legacy: TextEncoding?

  private static let sample = 256 << 10

  /// Looks at the bytes; those that are valid UTF-8 need a closer look only where zeros stand, and none without controls.
  init(_ bytes: Span<UInt8>, from start: Int, isValid: Bool, hasControls: Bool) {
    if isValid, !hasControls { return }
    let end = min(bytes.count, start + EncodingEvidence.sample)
    let (controls, zeros) = EncodingEvidence.controls(bytes, from: start, to: end)
    // Text files hold hardly any; images, archives and programs hold one in ten or more.
    looksBinary = controls > 8 && controls * 100 > (end - start) * 3
    guard zeros > 0 || !isValid else { return }
    looksWide =
      EncodingEvidence.utf32(bytes, from: start, to: end, zeros: zeros)
      ?? EncodingEvidence.utf16(bytes, from: start, to: end, zeros: zeros)
    if looksWide == nil, !isValid {
      countUTF8(bytes, from: start, to: end)
      countGB(bytes, from: start, to: end)
      legacy = LegacyEvidence(bytes, from: start, to: end).telling
    }
  }

  /// Counts control characters and zeros; sixteen bytes without any go by at a step.
  private static func controls(
    _ bytes: Span<UInt8>, from start: Int, to end: Int
  ) -> (controls: Int, zeros: Int) {
    var controls = 0
    var zeros = 0
    var position = start
    while position < end {
      if position + 16 <= end {
        let vector = bytes.vector(at: position)
        // White space is 09 to 0D, and 1B begins the escapes of ISO 2022.
        let low = vector .< ByteVector(repeating: 0x20)
        let isSpace = (vector &- ByteVector(repeating: 0x09)) .< ByteVector(repeating: 5)
        let lanes = ByteVector.lanes(low .& .!isSpace)
        if lanes[0] | lanes[1] == 0 {
          position += 16
          continue
        }
      }
      for index in position..<min(position + 16, end) {
        let byte = bytes[index]
        guard byte < 0x20, !byte.isSpace, byte != 0x1B else { continue }
        controls += 1
        zeros += byte == 0 ? 1 : 0
      }
      position += 16
    }
    return (controls, zeros)
  }

  /// The best guess for bytes that are not valid UTF-8.
  func encoding(declared: TextEncoding?) -> TextEncoding {
    if let looksWide { return looksWide }
    let gbIsClean = gb.common > 0 && gb.bad * 50 <= gb.common && gb.rare * 4 <= gb.common
    switch declared {
    case .utf8?, nil:
      // Damage in UTF-8 leaves most sequences whole; another encoding leaves hardly one.
      if utf8.good > utf8.bad { return .utf8 }
      if let legacy { return legacy }
      if gbIsClean { return .gb18030 }
      if utf8.good * 4 >= utf8.bad || gb.common > 4 * gb.bad + 4 * gb.rare {
        return utf8.good * 2 >= gb.common ? .utf8 : .gb18030
      }
      return declared == .utf8 ? .utf8 : .windows1252
    case .windows1252?:
      // What programs write that never asked which encoding it was.
      return gbIsClean && gb.common > 8 ? legacy ?? .gb18030 : .windows1252
    case .gb18030?, .utf16LittleEndian?, .utf16BigEndian?, .utf32LittleEndian?, .utf32BigEndian?,
      .hz?:
      return utf8.good > 4 * utf8.bad && gb.bad > 0 ? .utf8 : .gb18030
    case .some(let declared):
      return utf8.good > 4 * utf8.bad ? .utf8 : declared
    }
  }

  private mutating func countUTF8(_ bytes: Span<UInt8>, from start: Int, to end: Int) {
    var position = start
    while position < end {
      let lead = bytes[position]
      guard lead >= 0x80 else {
        position += 1
        continue
      }
      let wanted = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : 0
      var tail = 0
      while tail < wanted, position + tail + 1 < end, bytes[position + tail + 1].isContinuation {
        tail += 1
      }
      if wanted > 0, tail == wanted, lead < 0xF5 {
        utf8.good += 1
        position += wanted + 1
      } else {
        utf8.bad += 1
        position += 1
      }
    }
  }

  private mutating func countGB(_ bytes: Span<UInt8>, from start: Int, to end: Int) {
    var position = start
    while position + 1 < end {
      let lead = bytes[position]
      guard lead >= 0x80 else {
        position += 1
        continue
      }
      let trail = bytes[position + 1]
      if lead == 0x80 || lead == 0xFF {
        gb.bad += 1
        position += 1
      } else if trail >= 0xA1, trail != 0xFF,
        (lead >= 0xB0 && lead <= 0xF7) || lead == 0xA1 || lead == 0xA3
      {
        // The signs and the 6,763 characters of GB 2312, of which running text consists.
        gb.common += 1
        position += 2
      } else if trail >= 0x40, trail != 0x7F, trail != 0xFF {
        gb.rare += 1
        position += 2
      } else if trail.isDigit, position + 3 < end, bytes[position + 2] >= 0x81,
        bytes[position + 3].isDigit
      {
        gb.rare += 1
        position += 4
      } else {
        gb.bad += 1
        position += 1
      }
    }
  }

  /// Tells UTF-32 without a mark: no unit is beyond 10FFFF, and hardly one is beyond FFFF.
  private static func utf32(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, zeros: Int
  ) -> TextEncoding? {
    let units = (end - start) / 4
    guard units >= 2, zeros >= units, (bytes.count - start) % 4 == 0 else { return nil }
    var good = (little: 0, big: 0)
    var position = start
    while position + 3 < end {
      let isEmpty =
        bytes[position] | bytes[position + 1] | bytes[position + 2] | bytes[position + 3] == 0
      if !isEmpty, bytes[position + 3] == 0, bytes[position + 2] <= 0x02 { good.little += 1 }
      if !isEmpty, bytes[position] == 0, bytes[position + 1] <= 0x02 { good.big += 1 }
      position += 4
    }
    // One unit in fifty may be damaged.
    if good.little * 50 >= units * 49, good.little > good.big { return .utf32LittleEndian }
    return good.big * 50 >= units * 49 && good.big > good.little ? .utf32BigEndian : nil
  }

  /// Tells UTF-16 without a mark by what its units mean in each byte order.
  private static func utf16(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, zeros: Int
  ) -> TextEncoding? {
    let units = (end - start) / 2
    guard units >= 2, (bytes.count - start) % 2 == 0 || zeros * 4 > units else { return nil }
    var good = (little: 0, big: 0)
    var telling = (little: 0, big: 0)
    var position = start
    while position + 1 < end {
      let first = UInt16(bytes[position])
      let second = UInt16(bytes[position + 1])
      let little = meaning(second << 8 | first)
      let big = meaning(first << 8 | second)
      good.little += little.isText ? 1 : 0
      good.big += big.isText ? 1 : 0
      telling.little += little.isTelling ? 1 : 0
      telling.big += big.isTelling ? 1 : 0
      position += 2
    }
    // Telling units never arise from pairs of ASCII letters, nor from Han in another encoding.
    if good.little * 100 >= units * 95, telling.little * 100 >= units,
      telling.little > 4 * telling.big
    {
      return .utf16LittleEndian
    }
    if good.big * 100 >= units * 95, telling.big * 100 >= units, telling.big > 4 * telling.little {
      return .utf16BigEndian
    }
    return nil
  }

  private static func meaning(_ unit: UInt16) -> (isText: Bool, isTelling: Bool) {
    switch unit {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E: (true, true)
    case 0x3000...0x3002, 0xFF0C, 0xFF1A, 0xFF1B, 0x201C, 0x201D: (true, true)
    case 0xA0...0x24F, 0x2000...0x206F, 0x2460...0x24FF, 0x3003...0x303F, 0x4E00...0x9FFF,
      0xFF00...0xFFEF:
      (true, false)
    default: (false, false)
    }
  }
}
