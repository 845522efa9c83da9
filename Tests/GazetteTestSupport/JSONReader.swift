/// Reads JSON (RFC 8259) strictly, for tests that look into answers: one value, no key twice, nothing behind it.
struct JSONReader {
  /// Why a text is no JSON, and where.
  struct Fault: Error, CustomStringConvertible {
    let byte: Int
    let what: String

    var description: String { "byte \(byte): \(what)" }
  }

  /// Deeper than any answer is nested, and shallow enough for the stack.
  private static let depthLimit = 256

  private let bytes: [UInt8]
  private var place = 0
  private var depth = 0

  /// Reads a whole text.
  static func tree(of text: String) throws -> JSONTree {
    var reader = JSONReader(bytes: Array(text.utf8))
    let tree = try reader.value()
    reader.skipSpace()
    guard reader.place == reader.bytes.count else {
      throw reader.fault("something behind the value")
    }
    return tree
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private func fault(_ what: String) -> Fault { Fault(byte: place, what: what) }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      place += 1
    }
  }

  private mutating func take(_ sign: Unicode.Scalar) throws {
    guard next == UInt8(ascii: sign) else { throw fault("\(sign) is missing") }
    place += 1
  }

  private mutating func value() throws -> JSONTree {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try nested { try $0.object() }
    case UInt8(ascii: "["): return try nested { try $0.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    default: return try number()
    }
  }

  private mutating func nested(_ body: (inout JSONReader) throws -> JSONTree) throws -> JSONTree {
    guard depth < JSONReader.depthLimit else { throw fault("nested too deep") }
    depth += 1
    defer { depth -= 1 }
    place += 1
    return try body(&self)
  }

  private mutating func word(_ word: String, _ tree: JSONTree) throws -> JSONTree {
    guard bytes[place...].starts(with: word.utf8) else { throw fault("no value") }
    place += word.utf8.count
    return tree
  }

  private mutating func object() throws -> JSONTree {
    var members: [String: JSONTree] = [:]
    skipSpace()
    if next != UInt8(ascii: "}") {
      while true {
        skipSpace()
        let key = try string()
        skipSpace()
        try take(":")
        guard members.updateValue(try value(), forKey: key) == nil else {
          throw fault("the key \(key) stands twice")
        }
        skipSpace()
        guard next == UInt8(ascii: ",") else { break }
        place += 1
      }
    }
    try take("}")
    return .object(members)
  }

  private mutating func array() throws -> JSONTree {
    var elements: [JSONTree] = []
    skipSpace()
    if next != UInt8(ascii: "]") {
      while true {
        elements.append(try value())
        skipSpace()
        guard next == UInt8(ascii: ",") else { break }
        place += 1
      }
    }
    try take("]")
    return .array(elements)
  }

  private mutating func string() throws -> String {
    try take("\"")
    var utf8: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw fault("a control character in a string") }
      place += 1
      if byte == UInt8(ascii: "\\") {
        utf8 += Array(String(try escape()).utf8)
      } else {
        utf8.append(byte)
      }
    }
    try take("\"")
    return String(decoding: utf8, as: UTF8.self)
  }

  private mutating func escape() throws -> Unicode.Scalar {
    guard let sign = next else { throw fault("a string without end") }
    place += 1
    switch Unicode.Scalar(sign) {
    case "\"", "\\", "/": return Unicode.Scalar(sign)
    case "b": return "\u{08}"
    case "f": return "\u{0C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u":
      var code = try unit()
      if 0xD800..<0xDC00 ~= code {
        try take("\\")
        try take("u")
        let low = try unit()
        guard 0xDC00..<0xE000 ~= low else { throw fault("half a pair of surrogates") }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw fault("half a pair of surrogates") }
      return scalar
    default: throw fault("an unknown escape")
    }
  }

  private mutating func unit() throws -> UInt32 {
    let digits = bytes[place...].prefix(4)
    let isHexadecimal = digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    guard digits.count == 4, isHexadecimal,
      let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw fault("four hexadecimal digits are missing") }
    place += 4
    return code
  }

  private mutating func number() throws -> JSONTree {
    let start = place
    if next == UInt8(ascii: "-") { place += 1 }
    let first = next
    let digits = try takeDigits()
    guard digits == 1 || first != UInt8(ascii: "0") else {
      throw fault("a number with a leading 0")
    }
    if next == UInt8(ascii: ".") {
      place += 1
      _ = try takeDigits()
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      place += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { place += 1 }
      _ = try takeDigits()
    }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    if let value = Int(text) { return .integer(value) }
    guard let value = Double(text), value.isFinite else { throw fault("a number out of bounds") }
    return Int(exactly: value).map(JSONTree.integer) ?? .number(value)
  }

  /// Takes one digit or more and tells how many.
  private mutating func takeDigits() throws -> Int {
    let start = place
    while let byte = next, 0x30...0x39 ~= byte { place += 1 }
    guard place > start else { throw fault("no value") }
    return place - start
  }
}
