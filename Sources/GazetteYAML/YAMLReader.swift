private import CYAML

/// Reads a YAML document as a tree: the only code here that sees libyaml.
///
/// Aliases are never followed, for a few lines of them make a tree of any size; nodes lie at most 64 deep. Never recurses.
package struct YAMLReader: ~Copyable {
  private static let depthLimit = 64
  private static let nodeLimit = 4 << 20

  private struct Open {
    let isMapping: Bool
    let line: Int
    var elements: [YAMLNode] = []
    var pairs: [YAMLNode.Pair] = []
    var key: (String, Int)?
  }

  private let skipsAliases: Bool
  private var open: [Open] = []
  private var root: YAMLNode?
  private var nodeCount = 0

  private init(skipsAliases: Bool) { self.skipsAliases = skipsAliases }

  /// Reads the first document of some bytes.
  ///
  /// - Parameters:
  ///   - bytes: The text, in UTF-8 or with a mark in UTF-16.
  ///   - skipsAliases: Whether an alias is taken for nothing; without it, one is an error.
  /// - Returns: Its root; a scalar without text for an empty file.
  /// - Throws: `YAMLError` with the line at which the YAML is broken.
  package static func read(
    _ bytes: [UInt8], skipsAliases: Bool = false
  ) throws(YAMLError) -> YAMLNode {
    var reader = YAMLReader(skipsAliases: skipsAliases)
    return try reader.parse(bytes)
  }

  private mutating func parse(_ bytes: [UInt8]) throws(YAMLError) -> YAMLNode {
    var parser = unsafe yaml_parser_t()
    guard unsafe yaml_parser_initialize(&parser) == 1 else {
      throw YAMLError(line: 1, what: "no memory")
    }
    defer { unsafe yaml_parser_delete(&parser) }
    return try unsafe bytes.withUnsafeBufferPointer {
      (buffer) throws(YAMLError) -> YAMLNode in
      unsafe yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      return try unsafe events(&parser)
    }
  }

  private mutating func events(_ parser: inout yaml_parser_t) throws(YAMLError) -> YAMLNode {
    while true {
      var event = unsafe yaml_event_t()
      guard unsafe yaml_parser_parse(&parser, &event) == 1 else {
        let words = unsafe parser.problem.map { unsafe String(cString: $0) } ?? "broken"
        let mark = unsafe parser.problem_mark
        throw YAMLError(
          line: Int(clamping: mark.line) + 1, column: Int(clamping: mark.column) + 1,
          offset: Int(clamping: mark.index), what: words)
      }
      defer { unsafe yaml_event_delete(&event) }
      let line = unsafe Int(clamping: event.start_mark.line) + 1
      switch unsafe event.type {
      case YAML_STREAM_END_EVENT, YAML_DOCUMENT_END_EVENT:
        return root ?? YAMLNode(content: .scalar(""), line: 1)
      case YAML_MAPPING_START_EVENT, YAML_SEQUENCE_START_EVENT:
        guard open.count < Self.depthLimit else {
          throw YAMLError(line: line, what: "nested over \(Self.depthLimit) deep")
        }
        open.append(
          Open(isMapping: unsafe event.type == YAML_MAPPING_START_EVENT, line: line))
      case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
        guard let done = open.popLast() else { continue }
        add(
          YAMLNode(
            content: done.isMapping ? .mapping(done.pairs) : .sequence(done.elements),
            line: done.line))
      case YAML_SCALAR_EVENT:
        let text = unsafe String(
          decoding: UnsafeBufferPointer(
            start: event.data.scalar.value, count: event.data.scalar.length), as: UTF8.self)
        add(YAMLNode(content: .scalar(text), line: line))
      case YAML_ALIAS_EVENT:
        guard skipsAliases else { throw YAMLError(line: line, what: "aliases are not read") }
        add(YAMLNode(content: .scalar(""), line: line))
      default: break
      }
      guard nodeCount <= Self.nodeLimit else {
        throw YAMLError(line: line, what: "too many values")
      }
    }
  }

  private mutating func add(_ node: YAMLNode) {
    nodeCount += 1
    guard !open.isEmpty else {
      root = node
      return
    }
    let last = open.count - 1
    if !open[last].isMapping {
      open[last].elements.append(node)
    } else if let key = open[last].key {
      open[last].pairs.append(YAMLNode.Pair(key: key.0, line: key.1, value: node))
      open[last].key = nil
    } else {
      // A key that is no scalar has no name: what stands under it is kept under an empty one.
      open[last].key = (node.string ?? "", node.line)
    }
  }
}
