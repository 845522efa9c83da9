internal import GazetteDocument
internal import GazetteYAML

/// The YAML between `---` lines at the top of a Markdown file.
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
        let value =
          pair.isList ? FlatMapping.items(of: text, in: pair.value) : text.string(in: pair.value)
        if FrontMatter.isStated(value) { fields[field] = value }
      }
      self.fields = fields
      return
    }
    do throws(YAMLError) {
      var fields: [MetadataField: String] = [:]
      for entry in try YAMLMapping.entries(of: text, in: yaml) {
        let value = YAMLMapping.joined(entry.values)
        let key = Array(entry.key.utf8)
        guard FrontMatter.isStated(value), let field = Lexicon.shared.field(named: key.span),
          fields[field] == nil
        else { continue }
        fields[field] = value
      }
      self.fields = fields
    } catch {
      self.error = error.what
      errorOffset = yaml.lowerBound + min(error.offset, yaml.count)
    }
  }

  /// Whether a value is one: YAML has three ways of saying that there is none.
  static func isStated(_ value: String) -> Bool {
    !value.isEmpty && value != "~" && value != "null"
  }
}
