import CGazetteData

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Every sentence that the command says to people, in each of its languages.
///
/// The sentences are data: a line of the table holds a key, the English and the Chinese sentence. `{0}`, `{1}`, … stand for
/// what is filled in.
public struct Messages: Sendable {
  /// The language that is spoken.
  public let language: UILanguage

  /// Chooses the sentences of one language; costs nothing, as the table is read where it lies.
  public init(language: UILanguage) {
    self.language = language
  }

  /// The sentence with a key, its places filled in; the key itself when the table lacks it.
  ///
  /// Costs a look at each line of the table up to that of the key, some microseconds.
  public func callAsFunction(_ key: String, _ values: String...) -> String {
    filled(sentence(key) ?? key, with: values)
  }

  /// The sentence with a key, nothing filled in; `nil` when the table lacks it.
  public func sentence(_ key: String) -> String? {
    Messages.columns(of: key).map { language == .english ? $0.english : $0.chinese }
  }

  /// The keys of the table, for tests.
  public static var keys: [String] {
    var keys: [String] = []
    eachLine { line in
      if let tab = line.firstIndex(of: tab) { keys.append(text(line[..<tab])) }
      return true
    }
    return keys.sorted()
  }

  /// Fills `{0}`, `{1}`, … in one pass, so that a value that holds braces stays as it is.
  package func filled(_ sentence: String, with values: [String]) -> String {
    guard !values.isEmpty else { return sentence }
    var result = ""
    var rest = Substring(sentence)
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      rest = rest[open...]
      guard let close = rest.firstIndex(of: "}"),
        let index = Int(rest[rest.index(after: rest.startIndex)..<close]),
        values.indices.contains(index)
      else {
        result += "{"
        rest = rest.dropFirst()
        continue
      }
      result += values[index]
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private typealias Line = Slice<UnsafeBufferPointer<UInt8>>
  private static let tab = UInt8(ascii: "\t")

  private static func text(_ bytes: Line) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes), as: UTF8.self)
  }

  private static func columns(of key: String) -> (english: String, chinese: String)? {
    var key = key
    return key.withUTF8 { key in
      var found: (String, String)?
      eachLine { line in
        guard let base = line.base.baseAddress, let name = key.baseAddress,
          line.count > key.count, line[line.startIndex + key.count] == tab,
          memcmp(base + line.startIndex, name, key.count) == 0
        else { return true }
        let sentences = line.dropFirst(key.count + 1)
        guard let end = sentences.firstIndex(of: tab) else { return true }
        found = (text(sentences[..<end]), text(sentences[(end + 1)...]))
        return false
      }
      return found
    }
  }

  /// Hands over the lines of the table that are no comments, until the closure has enough.
  private static func eachLine(_ body: (Line) -> Bool) {
    let table = gazette_table_messages()
    let bytes = UnsafeBufferPointer(start: table.bytes, count: table.count)
    var start = 0
    while start < bytes.count, let base = bytes.baseAddress {
      let found = memchr(base + start, 0x0A, bytes.count - start)
      let end = found.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? bytes.count
      if end > start, bytes[start] != UInt8(ascii: "#"), !body(bytes[start..<end]) { return }
      start = end + 1
    }
  }
}
