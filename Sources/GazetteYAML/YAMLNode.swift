/// A value of a YAML document with the place where it stands.
package struct YAMLNode: Sendable, Hashable {
  /// What a node holds.
  package indirect enum Content: Sendable, Hashable {
    case scalar(String)
    case sequence([YAMLNode])
    /// The pairs in the order of the file; a key that stands twice is there twice.
    case mapping([Pair])
  }

  /// A key with its value.
  package struct Pair: Sendable, Hashable {
    package let key: String
    /// The line of the key, from 1.
    package let line: Int
    package let value: YAMLNode
  }

  /// What it holds.
  package let content: Content
  /// The line on which it begins, from 1.
  package let line: Int

  /// The text of a scalar; `nil` for others and for what YAML writes for nothing.
  package var string: String? {
    guard case .scalar(let text) = content, !text.isEmpty, text != "~", text != "null" else {
      return nil
    }
    return text
  }

  /// The values of a sequence; a scalar counts as a sequence of itself, nothing as an empty one.
  package var elements: [YAMLNode] {
    switch content {
    case .sequence(let elements): elements
    case .scalar: string == nil ? [] : [self]
    case .mapping: [self]
    }
  }

  /// The pairs of a mapping; empty for others.
  package var pairs: [Pair] {
    if case .mapping(let pairs) = content { pairs } else { [] }
  }

  /// The value of a key of a mapping; the first where it stands twice.
  package subscript(_ key: String) -> YAMLNode? { pairs.first { $0.key == key }?.value }
}
