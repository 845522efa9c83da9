/// An encoding that text files are read in.
enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  /// Also for the labels of its subsets GBK and GB2312, as browsers do: pages in "gb2312" use characters beyond it.
  case gb18030 = "gb18030"
  case big5 = "Big5"
  case windows1252 = "windows-1252"

  /// The encoding that a label names in the Encoding Standard (WHATWG); `nil` for one that is not read.
  init?(label: some Collection<UInt8>) {
    var key = label.map { $0 | ($0 &- 0x41 < 26 ? 0x20 : 0) }
    while let last = key.last, last <= 0x20 { key.removeLast() }
    while let first = key.first, first <= 0x20 { key.removeFirst() }
    let name = String(decoding: key, as: UTF8.self)
    guard let encoding = Lexicon.shared.encodings[name] else { return nil }
    self = encoding
  }

  /// How iconv converts it; `nil` for UTF-8, which needs no conversion.
  var converter: CharacterConverter? {
    switch self {
    case .utf8: nil
    case .utf16LittleEndian: CharacterConverter(name: "UTF-16LE", unit: 2)
    case .utf16BigEndian: CharacterConverter(name: "UTF-16BE", unit: 2)
    case .gb18030: CharacterConverter(name: "GB18030", unit: 1)
    case .big5: CharacterConverter(name: "BIG5-HKSCS", unit: 1)
    case .windows1252: CharacterConverter(name: "WINDOWS-1252", unit: 1)
    }
  }
}
