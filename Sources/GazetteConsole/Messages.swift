import CGazetteData

/// Every sentence that the command says to people, in each of its languages.
///
/// The sentences are data: a line of the table holds a key, the English and the Chinese sentence. `{0}`, `{1}`, … stand for
/// what is filled in.
public struct Messages: Sendable {
  /// The language that is spoken.
  public let language: UILanguage
  private let sentences: [String: String]

  /// Loads the sentences of one language; costs a walk over the table, some tens of microseconds.
  public init(language: UILanguage) {
    self.language = language
    sentences = Messages.table(language == .english ? 1 : 2)
  }

  /// The sentence with a key, its places filled in; the key itself when the table lacks it.
  public func callAsFunction(_ key: String, _ values: String...) -> String {
    filled(sentences[key] ?? key, with: values)
  }

  /// The sentence with a key, nothing filled in; `nil` when the table lacks it.
  public func sentence(_ key: String) -> String? { sentences[key] }

  /// The keys of the table, for tests.
  public static var keys: [String] { table(1).keys.sorted() }

  /// Fills `{0}`, `{1}`, … in one pass, so that a value that holds braces stays as it is.
  private func filled(_ sentence: String, with values: [String]) -> String {
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

  private static func table(_ column: Int) -> [String: String] {
    let table = gazette_table_messages()
    var sentences: [String: String] = [:]
    let text = String(
      decoding: UnsafeBufferPointer(start: table.bytes, count: table.count), as: UTF8.self)
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      guard line.first != UInt8(ascii: "#") else { continue }
      let parts = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      sentences[String(Substring(parts[0]))] = String(Substring(parts[column]))
    }
    return sentences
  }
}
