internal import GazetteDocument
internal import GazetteYAML

/// A YAML mapping of names to values and lists of values.
enum YAMLMapping {
  /// One name with what stands behind it.
  struct Entry {
    var key: String
    /// One value, or those of a list; none for anything that nests deeper.
    var values: [String]
  }

  /// The entries of the mapping that a range holds.
  ///
  /// - Throws: `YAMLError` when the YAML is broken or no mapping.
  static func entries(
    of text: Span<UInt8>, in range: Range<Int>
  ) throws(YAMLError) -> [Entry] {
    let bytes = unsafe text.extracting(range).withUnsafeBufferPointer { unsafe Array($0) }
    let root = try YAMLReader.read(bytes, skipsAliases: true)
    guard case .mapping(let pairs) = root.content else {
      throw YAMLError(line: root.line, what: "no mapping")
    }
    return pairs.map { Entry(key: $0.key, values: values(of: $0.value)) }
  }

  private static func values(of node: YAMLNode) -> [String] {
    switch node.content {
    case .scalar(let value): [value]
    case .mapping: []
    case .sequence(let elements):
      elements.compactMap { if case .scalar(let value) = $0.content { value } else { nil } }
    }
  }

  /// The values of a list in one line: with the sign of Chinese lists, unless all are in ASCII.
  static func joined(_ values: [String]) -> String {
    values.joined(separator: values.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } } ? ", " : "、")
  }
}
