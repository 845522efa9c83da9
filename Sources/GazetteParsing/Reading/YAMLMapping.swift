private import CYAML
internal import GazetteDocument

/// A YAML mapping of names to values and lists of values: the only code that sees libyaml here.
enum YAMLMapping {
  /// One name with what stands behind it.
  struct Entry {
    var key: String
    /// One value, or those of a list; none for anything that nests deeper.
    var values: [String]
  }

  /// Why a text is no such mapping, and where; lines and columns count from 1.
  struct Failure: Error {
    var words: String
    var offset: Int
    var line: Int
    var column: Int
  }

  /// The entries of the mapping that a range holds.
  ///
  /// - Throws: `Failure` when the YAML is broken or no mapping; never recurses.
  static func entries(
    of text: Span<UInt8>, in range: Range<Int>
  ) throws(Failure) -> [Entry] {
    var parser = unsafe yaml_parser_t()
    guard unsafe yaml_parser_initialize(&parser) == 1 else {
      throw Failure(words: "out of memory", offset: 0, line: 1, column: 1)
    }
    defer { unsafe yaml_parser_delete(&parser) }
    var entries: [Entry]?
    var failure = Failure(words: "", offset: 0, line: 1, column: 1)
    unsafe text.extracting(range).withUnsafeBufferPointer { buffer in
      unsafe yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      entries = unsafe YAMLMapping.entries(&parser)
      guard entries == nil else { return }
      let words = unsafe parser.problem.map { unsafe String(cString: $0) } ?? "no mapping"
      failure = unsafe Failure(
        words: words, offset: Int(clamping: parser.problem_mark.index),
        line: Int(clamping: parser.problem_mark.line) + 1,
        column: Int(clamping: parser.problem_mark.column) + 1)
    }
    guard let entries else { throw failure }
    return entries
  }

  /// The values of a list in one line: with the sign of Chinese lists, unless all are in ASCII.
  static func joined(_ values: [String]) -> String {
    values.joined(separator: values.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } } ? ", " : "、")
  }

  private static func entries(_ parser: inout yaml_parser_t) -> [Entry]? {
    var entries: [Entry] = []
    var key: String?
    /// The values of the list that is open at the second level; `nil` outside of one.
    var list: [String]?
    var depth = 0
    var isMapping = false
    while true {
      var event = unsafe yaml_event_t()
      guard unsafe yaml_parser_parse(&parser, &event) == 1 else { return nil }
      defer { unsafe yaml_event_delete(&event) }
      switch unsafe event.type {
      case YAML_STREAM_END_EVENT: return isMapping ? entries : nil
      case YAML_MAPPING_START_EVENT, YAML_SEQUENCE_START_EVENT:
        if depth == 0 {
          guard unsafe event.type == YAML_MAPPING_START_EVENT, !isMapping else { return nil }
          isMapping = true
        }
        if depth == 1 { list = [] }
        depth += 1
      case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
        depth -= 1
        guard depth == 1 else { continue }
        if let name = key {
          let isList = unsafe event.type == YAML_SEQUENCE_END_EVENT
          entries.append(Entry(key: name, values: isList ? list ?? [] : []))
        }
        (key, list) = (nil, nil)
      case YAML_SCALAR_EVENT:
        guard depth > 0 else { return nil }
        let value = unsafe String(
          decoding: UnsafeBufferPointer(
            start: event.data.scalar.value, count: event.data.scalar.length), as: UTF8.self)
        if depth == 2 { list?.append(value) }
        guard depth == 1 else { continue }
        if let name = key {
          entries.append(Entry(key: name, values: [value]))
          key = nil
        } else {
          key = value
        }
      case YAML_ALIAS_EVENT: if depth == 1 { key = nil }
      default: break
      }
    }
  }
}
