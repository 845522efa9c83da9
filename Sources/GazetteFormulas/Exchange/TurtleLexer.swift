/// Cuts Turtle into tokens, after "RDF 1.1 Turtle" (W3C 2014), section 6.5.
struct TurtleLexer {
  private let utf8: [UInt8]
  private let file: String
  private var at = 0
  private(set) var line = 1
  /// What relative references are relative to.
  private(set) var base: String
  private var prefixes: [String: String] = [:]

  init(_ utf8: [UInt8], file: String, base: String) throws(RDFError) {
    (self.utf8, self.file, self.base) = (utf8, file, base)
    if utf8.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    guard String(validating: utf8, as: UTF8.self) == nil else { return }
    var line = 1
    for words in utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if String(validating: words, as: UTF8.self) == nil { break }
      line += 1
    }
    throw RDFError(form: .turtle, file: file, line: line, what: "the bytes are no UTF-8")
  }

  func error(_ what: String) -> RDFError {
    RDFError(form: .turtle, file: file, line: line, what: what)
  }

  private var byte: UInt8? { at < utf8.count ? utf8[at] : nil }

  private func byte(ahead: Int) -> UInt8? {
    at + ahead < utf8.count ? utf8[at + ahead] : nil
  }

  // MARK: Tokens

  /// The next token; directives are carried out on the way.
  mutating func next() throws(RDFError) -> TurtleToken {
    while true {
      skipBlanks()
      guard let byte else { return .end }
      switch byte {
      case UInt8(ascii: "<"): return .iri(RDFName.resolve(try reference(), base: base))
      case UInt8(ascii: "\""), UInt8(ascii: "'"): return .words(try words(byte))
      case UInt8(ascii: "@"):
        at += 1
        let word = take { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2D }
        guard word == "prefix" || word == "base" else {
          guard !word.isEmpty else { throw error("“@” without a language") }
          return .language(word)
        }
        try directive(word, endsWithDot: true)
      case UInt8(ascii: "^"):
        guard self.byte(ahead: 1) == byte else { throw error("a single “^”") }
        at += 2
        return .datatype
      case UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"),
        UInt8(ascii: "("), UInt8(ascii: ")"):
        at += 1
        return .mark(byte)
      case UInt8(ascii: "+"), UInt8(ascii: "-"), 0x30...0x39: return .plain(number())
      case UInt8(ascii: "."):
        if let digit = self.byte(ahead: 1), digit &- 0x30 < 10 { return .plain(number()) }
        at += 1
        return .mark(byte)
      case UInt8(ascii: "_") where self.byte(ahead: 1) == UInt8(ascii: ":"):
        at += 2
        let name = name()
        guard !name.isEmpty else { throw error("a blank node without a name") }
        return .blank(name)
      default:
        if let token = try word() { return token }
      }
    }
  }

  private mutating func skipBlanks() {
    while let byte {
      switch byte {
      case 0x0A:
        line += 1
        at += 1
      case 0x20, 0x09, 0x0D: at += 1
      case UInt8(ascii: "#"):
        while let byte = self.byte, byte != 0x0A { at += 1 }
      default: return
      }
    }
  }

  private mutating func take(_ belongs: (UInt8) -> Bool) -> String {
    let start = at
    while let byte, belongs(byte) { at += 1 }
    return String(decoding: utf8[start..<at], as: UTF8.self)
  }

  /// Letters, digits, `_`, `-`, what is beyond ASCII, and dots that are not at the end.
  private mutating func name() -> String {
    let start = at
    while let byte, Self.isName(byte) || byte == 0x2E { at += 1 }
    while at > start, utf8[at - 1] == 0x2E { at -= 1 }
    return String(decoding: utf8[start..<at], as: UTF8.self)
  }

  private static func isName(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F || byte == 0x2D || byte >= 0x80
  }

  private mutating func number() -> String {
    let start = at
    at += 1
    while let byte,
      byte &- 0x30 < 10 || (byte | 0x20) == 0x65 || byte == 0x2E || byte == 0x2B
        || byte == 0x2D
    {
      // A dot with no digit behind it ends the statement.
      if byte == 0x2E, self.byte(ahead: 1).map({ $0 &- 0x30 < 10 }) != true { break }
      at += 1
    }
    return String(decoding: utf8[start..<at], as: UTF8.self)
  }

  /// A prefixed name, `a`, `true`, `false`; `nil` after a directive in the manner of SPARQL.
  private mutating func word() throws(RDFError) -> TurtleToken? {
    let prefix = name()
    guard byte == UInt8(ascii: ":") else {
      switch prefix {
      case "a": return .type
      case "true", "false": return .plain(prefix)
      default:
        if ["prefix", "base"].contains(prefix.lowercased()) {
          try directive(prefix.lowercased(), endsWithDot: false)
          return nil
        }
        throw error(prefix.isEmpty ? "an unexpected character" : "“\(prefix)” means nothing here")
      }
    }
    at += 1
    guard let vocabulary = prefixes[prefix] else {
      throw error("the prefix “\(prefix):” is not declared")
    }
    return .iri(vocabulary + (try localName()))
  }

  private mutating func localName() throws(RDFError) -> String {
    var local: [UInt8] = []
    while let byte {
      if byte == UInt8(ascii: "\\") {
        guard let escaped = self.byte(ahead: 1), escaped > 0x20, escaped < 0x7F else {
          throw error("a broken escape")
        }
        local.append(escaped)
        at += 2
      } else if Self.isName(byte) || byte == 0x3A || byte == UInt8(ascii: "%") {
        local.append(byte)
        at += 1
      } else if byte == 0x2E, let next = self.byte(ahead: 1),
        Self.isName(next) || next == 0x3A || next == UInt8(ascii: "%") || next == 0x2E
      {
        local.append(byte)
        at += 1
      } else {
        break
      }
    }
    // Dots at the end belong to the statement.
    while local.last == 0x2E, at > 0, utf8[at - 1] == 0x2E {
      local.removeLast()
      at -= 1
    }
    return String(decoding: local, as: UTF8.self)
  }

  private mutating func directive(_ word: String, endsWithDot: Bool) throws(RDFError) {
    skipBlanks()
    var prefix = ""
    if word == "prefix" {
      prefix = name()
      guard byte == UInt8(ascii: ":") else { throw error("a prefix is to end with “:”") }
      at += 1
      skipBlanks()
    }
    guard byte == UInt8(ascii: "<") else { throw error("an IRI is to follow “\(word)”") }
    let iri = RDFName.resolve(try reference(), base: base)
    if word == "prefix" { prefixes[prefix] = iri } else { base = iri }
    guard endsWithDot else { return }
    skipBlanks()
    guard byte == UInt8(ascii: ".") else { throw error("“.” is missing behind “@\(word)”") }
    at += 1
  }

  // MARK: Texts

  private mutating func reference() throws(RDFError) -> String {
    at += 1
    var iri: [UInt8] = []
    while let byte {
      switch byte {
      case UInt8(ascii: ">"):
        at += 1
        return String(decoding: iri, as: UTF8.self)
      case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "}"):
        throw error("a character that no IRI has")
      case UInt8(ascii: "\\"):
        let kind = self.byte(ahead: 1)
        guard kind == UInt8(ascii: "u") || kind == UInt8(ascii: "U") else {
          throw error("a broken escape")
        }
        try escape(into: &iri)
      default:
        iri.append(byte)
        at += 1
      }
    }
    throw error("an IRI without its end")
  }

  private mutating func words(_ quote: UInt8) throws(RDFError) -> String {
    let isLong = byte(ahead: 1) == quote && byte(ahead: 2) == quote
    let start = line
    at += isLong ? 3 : 1
    var text: [UInt8] = []
    while let byte {
      if byte == quote, !isLong || (self.byte(ahead: 1) == quote && self.byte(ahead: 2) == quote) {
        // A quotation mark right before the last three is text.
        if isLong, self.byte(ahead: 3) == quote {
          text.append(byte)
          at += 1
          continue
        }
        at += isLong ? 3 : 1
        return String(decoding: text, as: UTF8.self)
      }
      switch byte {
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0x0A, 0x0D:
        guard isLong else { throw error("a line end within a short string") }
        if byte == 0x0A { line += 1 }
        text.append(byte)
        at += 1
      default:
        text.append(byte)
        at += 1
      }
    }
    line = start
    throw error("a string without its end")
  }

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "t"): 9, UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13, UInt8(ascii: "b"): 8,
    UInt8(ascii: "f"): 12, UInt8(ascii: "\""): 0x22, UInt8(ascii: "'"): 0x27,
    UInt8(ascii: "\\"): 0x5C,
  ]

  private mutating func escape(into text: inout [UInt8]) throws(RDFError) {
    let kind = byte(ahead: 1) ?? 0
    if let plain = Self.escapes[kind] {
      text.append(plain)
      at += 2
      return
    }
    let length = kind == UInt8(ascii: "u") ? 4 : 8
    guard kind | 0x20 == UInt8(ascii: "u"), at + 2 + length <= utf8.count,
      let value = UInt32(
        String(decoding: utf8[(at + 2)..<(at + 2 + length)], as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(value)
    else { throw error("a broken escape") }
    text.append(contentsOf: Array(String(Character(scalar)).utf8))
    at += 2 + length
  }
}
