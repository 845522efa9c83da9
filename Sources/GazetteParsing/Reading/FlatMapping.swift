internal import GazetteDocument

/// Reads the YAML that nearly all front matter is: a line a field, plain or quoted, and lists of such values.
///
/// Takes only what cannot mean anything else in YAML 1.1; all the rest is left to libyaml, which costs more than the whole
/// reading of a short text.
struct FlatMapping: ~Escapable {
  /// A field with one value, without its quotes; empty when it has none.
  struct Field {
    var key: Range<Int>
    var value: Range<Int>
    /// Whether the value is the lines of a list.
    var isList = false
  }

  private let text: Span<UInt8>
  private let end: Int
  private var position: Int

  /// The fields of a mapping, those that are lists with all their lines; `nil` when the text is not of this kind throughout.
  static func fields(of text: Span<UInt8>, in range: Range<Int>) -> [Field]? {
    var mapping = FlatMapping(text, range)
    return mapping.read()
  }

  @_lifetime(copy text)
  private init(_ text: Span<UInt8>, _ range: Range<Int>) {
    self.text = text
    end = range.upperBound
    position = range.lowerBound
  }

  private mutating func read() -> [Field]? {
    var fields: [Field] = []
    fields.reserveCapacity(16)
    while position < end {
      guard let key = key(), let value = value() else { return nil }
      // Only a value that is missing may go on below.
      guard value.lowerBound == position, let isList = list() else {
        fields.append(Field(key: key, value: value))
        continue
      }
      guard isList else { return nil }
      fields.append(Field(key: key, value: value.lowerBound..<position, isList: true))
    }
    return fields.isEmpty ? nil : fields
  }

  /// The items of a list that `fields` returned, in one line.
  static func items(of text: Span<UInt8>, in lines: Range<Int>) -> String {
    var items: [String] = []
    var start = lines.lowerBound
    while start < lines.upperBound {
      let end = min(text.lineEnd(from: start), lines.upperBound)
      var item = text.trimmed(start..<end)
      if !item.isEmpty, text[item.lowerBound] == 0x2D {
        item = text.trimmed(item.lowerBound + 1..<item.upperBound)
      }
      if item.count >= 2, text[item.lowerBound] == 0x22 || text[item.lowerBound] == 0x27,
        text[item.upperBound - 1] == text[item.lowerBound]
      {
        item = item.lowerBound + 1..<item.upperBound - 1
      }
      if !item.isEmpty { items.append(text.string(in: item)) }
      start = end + 1
    }
    return YAMLMapping.joined(items)
  }

  /// A word of letters, digits and Han in the first column, and its colon; the place is then behind the colon.
  private mutating func key() -> Range<Int>? {
    let start = position
    guard text[start].isLetter || text[start] >= 0xE4 else { return nil }
    while position < end, position < start + 64 {
      let byte = text[position]
      if byte.isLetter || byte.isDigit || byte == 0x5F || byte == 0x2D {
        position += 1
      } else if byte >= 0xE4, byte <= 0xE9 {
        position += 3
      } else {
        break
      }
    }
    guard position < end, text[position] == 0x3A else { return nil }
    defer { position += 1 }
    return start..<position
  }

  /// The value from here to the end of the line, and the place behind that line; empty for none, `nil` for any other kind.
  private mutating func value() -> Range<Int>? {
    guard position < end else { return position..<position }
    if text[position] == 0x0A {
      position += 1
      return position..<position
    }
    guard text[position] == 0x20 else { return nil }
    while position < end, text[position] == 0x20 { position += 1 }
    guard position < end, text[position] != 0x0A else { return nil }
    let quote = text[position]
    return quote == 0x22 || quote == 0x27 ? quoted(quote) : plain()
  }

  /// A value between quotes without any escape, and nothing behind it.
  private mutating func quoted(_ quote: UInt8) -> Range<Int>? {
    let start = position + 1
    position = start
    while position < end, text[position] != quote {
      guard text[position] != 0x5C, let next = afterCharacter() else { return nil }
      position = next
    }
    guard position < end else { return nil }
    let value = start..<position
    position += 1
    while position < end, text[position] == 0x20 { position += 1 }
    guard position == end || text[position] == 0x0A else { return nil }
    position = min(end, position + 1)
    return value
  }

  /// A value that begins with no sign of YAML and in which no colon and no `#` could begin anything.
  private mutating func plain() -> Range<Int>? {
    let start = position
    let first = text[start]
    guard first.isLetter || first.isDigit || first >= 0x80 else { return nil }
    while position < end, text[position] != 0x0A {
      let byte = text[position]
      if byte == 0x3A, position + 1 == end || text[position + 1] <= 0x20 { return nil }
      if byte == 0x23, text[position - 1] == 0x20 { return nil }
      guard let next = afterCharacter() else { return nil }
      position = next
    }
    var last = position
    while last > start, text[last - 1] == 0x20 { last -= 1 }
    position = min(end, position + 1)
    return start..<last
  }

  /// The place behind a character that is one to YAML too, and no line break: ASCII, Han and their signs.
  private func afterCharacter() -> Int? {
    let byte = text[position]
    if byte < 0x80 { return byte >= 0x20 && byte != 0x7F ? position + 1 : nil }
    if byte >= 0xE3, byte <= 0xE9 { return position + 3 }
    switch text.triple(at: position, end: end) {
    case 0xE28090...0xE280A7, 0xEFBC80...0xEFBDBF: return position + 3
    default: return nil
    }
  }

  /// Passes over the items of a list; `nil` when none begins here, false when one is of another kind.
  private mutating func list() -> Bool? {
    guard position < end else { return nil }
    let start = position
    var dash = start
    while dash < end, text[dash] == 0x20 { dash += 1 }
    let indent = dash - start
    guard indent > 0 || (dash < end && text[dash] == 0x2D) else { return nil }
    while position < end {
      dash = position
      while dash < end, text[dash] == 0x20 { dash += 1 }
      guard dash - position == indent, dash < end, text[dash] == 0x2D else {
        // The next key ends the list; anything else is of another kind.
        return dash == position && dash > start
      }
      position = dash + 1
      guard let item = value(), !item.isEmpty else { return false }
    }
    return true
  }
}
