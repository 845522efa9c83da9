/// An encoding that text files are read in.
enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  /// Also for the labels of its subsets GBK and GB2312, as browsers do: pages in "gb2312" use characters beyond it.
  case gb18030 = "gb18030"
  case big5 = "Big5"
  case utf32LittleEndian = "UTF-32LE"
  case utf32BigEndian = "UTF-32BE"
  /// GB 2312 in seven bits, between `~{` and `~}` (RFC 1843), as mail and old archives hold it.
  case hz = "HZ-GB-2312"
  case shiftJIS = "Shift_JIS"
  case eucJP = "EUC-JP"
  case eucKR = "EUC-KR"
  case windows1250 = "windows-1250"
  case windows1251 = "windows-1251"
  /// Also for the labels of Latin-1 and ASCII, as browsers do.
  case windows1252 = "windows-1252"
  case windows1253 = "windows-1253"
  case windows1254 = "windows-1254"
  case windows1255 = "windows-1255"
  case windows1256 = "windows-1256"
  case windows1257 = "windows-1257"
  case windows1258 = "windows-1258"

  /// The encoding that a label names in the Encoding Standard (WHATWG); `nil` for one that is not read.
  init?(label: some Collection<UInt8>) {
    var key = label.map { $0 | ($0 &- 0x41 < 26 ? 0x20 : 0) }
    while let last = key.last, last <= 0x20 { key.removeLast() }
    while let first = key.first, first <= 0x20 { key.removeFirst() }
    let name = String(decoding: key, as: UTF8.self)
    guard let encoding = Lexicon.shared.encodings[name] else { return nil }
    self = encoding
  }

  /// Whether it is written in units of two or four bytes, so that zeros in it mean nothing bad.
  var isWide: Bool {
    switch self {
    case .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian: true
    default: false
    }
  }

  /// Whether every byte beyond ASCII is a character of its own, so that damage in it shows nowhere.
  var isSingleByte: Bool { rawValue.hasPrefix("windows-") }

  /// How iconv converts it; `nil` for UTF-8, which needs no conversion.
  var converter: CharacterConverter? {
    switch self {
    case .utf8: nil
    case .utf16LittleEndian, .utf16BigEndian: CharacterConverter(name: rawValue, unit: 2)
    case .utf32LittleEndian, .utf32BigEndian: CharacterConverter(name: rawValue, unit: 4)
    // Its escapes are taken out first; see `HZEscapes`.
    case .gb18030, .hz: CharacterConverter(name: "GB18030", unit: 1)
    case .big5: CharacterConverter(name: "BIG5-HKSCS", unit: 1)
    // The labels mean what Microsoft made of these two.
    case .shiftJIS: CharacterConverter(name: "CP932", unit: 1)
    case .eucKR: CharacterConverter(name: "CP949", unit: 1)
    case .eucJP: CharacterConverter(name: "EUC-JP", unit: 1)
    default: CharacterConverter(name: rawValue, unit: 1)
    }
  }
}
