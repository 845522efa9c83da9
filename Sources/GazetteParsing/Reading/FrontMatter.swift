private import CYAML
internal import GazetteDocument

/// The YAML between `---` lines at the top of a Markdown file: the only code that sees libyaml here.
struct FrontMatter {
  /// The front matter with its fences, without the white space around it.
  private(set) var range: Range<Int>
  /// Where the text behind it begins.
  private(set) var end: Int
  /// The fields that are known; `nil` when it is no YAML mapping.
  private(set) var fields: [MetadataField: String]?
  /// What was wrong with it, in libyaml's words.
  private(set) var error = ""
  /// The byte where it was wrong.
  private(set) var errorOffset: Int?

  /// Longer ones are text between two rules.
  private static let limit = 64 << 10

  /// Finds the front matter of a text; `nil` when it has none.
  init?(_ text: Span<UInt8>) {
    let firstEnd = text.lineEnd(from: 0)
    guard FrontMatter.isFence(text, 0..<firstEnd), firstEnd < text.count else { return nil }
    var position = FrontMatter.nextLine(text, after: firstEnd)
    let start = position
    while position < min(text.count, FrontMatter.limit) {
      let lineEnd = text.lineEnd(from: position)
      if FrontMatter.isFence(text, position..<lineEnd) {
        range = 0..<text.trimmingSpace(from: 0, to: lineEnd)
        end = FrontMatter.nextLine(text, after: lineEnd)
        read(text, in: start..<position)
        return
      }
      position = FrontMatter.nextLine(text, after: lineEnd)
    }
    return nil
  }

  /// Whether a line is `---`, or `...` at the end.
  private static func isFence(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let end = text.trimmingSpace(from: line.lowerBound, to: line.upperBound)
    guard end - line.lowerBound == 3 else { return false }
    let sign = text.triple(at: line.lowerBound, end: end)
    return sign == 0x2D2D2D || (sign == 0x2E2E2E && line.lowerBound > 0)
  }

  private static func nextLine(_ text: Span<UInt8>, after end: Int) -> Int {
    guard end < text.count else { return text.count }
    return text[end] == 0x0D && end + 1 < text.count && text[end + 1] == 0x0A ? end + 2 : end + 1
  }

  private mutating func read(_ text: Span<UInt8>, in yaml: Range<Int>) {
    if let found = FlatMapping.fields(of: text, in: yaml) {
      var fields: [MetadataField: String] = [:]
      for pair in found where !pair.value.isEmpty {
        guard let field = Lexicon.shared.field(named: text.extracting(pair.key)),
          fields[field] == nil
        else { continue }
        let value = text.string(in: pair.value)
        if FrontMatter.isStated(value) { fields[field] = value }
      }
      self.fields = fields
      return
    }
    var parser = unsafe yaml_parser_t()
    guard unsafe yaml_parser_initialize(&parser) == 1 else { return }
    defer { unsafe yaml_parser_delete(&parser) }
    var pairs: [(String, String)]?
    var failure: (String, Int)?
    unsafe text.extracting(yaml).withUnsafeBufferPointer { buffer in
      unsafe yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      pairs = unsafe FrontMatter.pairs(&parser)
      if pairs == nil {
        let words = unsafe parser.problem.map { unsafe String(cString: $0) } ?? "no mapping"
        failure = unsafe (words, Int(clamping: parser.problem_mark.index))
      }
    }
    guard let pairs else {
      error = failure?.0 ?? ""
      errorOffset = failure.map { yaml.lowerBound + min($0.1, yaml.count) }
      return
    }
    var fields: [MetadataField: String] = [:]
    for (key, value) in pairs where FrontMatter.isStated(value) {
      let key = Array(key.utf8)
      guard let field = Lexicon.shared.field(named: key.span), fields[field] == nil else {
        continue
      }
      fields[field] = value
    }
    self.fields = fields
  }

  /// Whether a value is one: YAML has three ways of saying that there is none.
  private static func isStated(_ value: String) -> Bool {
    !value.isEmpty && value != "~" && value != "null"
  }

  /// The scalar values of a mapping at the top.
  ///
  /// `nil` when the YAML is broken or no mapping; never recurses.
  private static func pairs(_ parser: inout yaml_parser_t) -> [(String, String)]? {
    var pairs: [(String, String)] = []
    var key: String?
    var depth = 0
    var isMapping = false
    while true {
      var event = unsafe yaml_event_t()
      guard unsafe yaml_parser_parse(&parser, &event) == 1 else { return nil }
      defer { unsafe yaml_event_delete(&event) }
      switch unsafe event.type {
      case YAML_STREAM_END_EVENT: return isMapping ? pairs : nil
      case YAML_MAPPING_START_EVENT, YAML_SEQUENCE_START_EVENT:
        if depth == 0 {
          guard unsafe event.type == YAML_MAPPING_START_EVENT else { return nil }
          isMapping = true
        }
        if depth == 1 { key = nil }
        depth += 1
      case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: depth -= 1
      case YAML_SCALAR_EVENT:
        guard depth == 1 else {
          if depth == 0 { return nil }
          continue
        }
        let value = unsafe String(
          decoding: UnsafeBufferPointer(
            start: event.data.scalar.value, count: event.data.scalar.length), as: UTF8.self)
        if let name = key {
          pairs.append((name, value))
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
