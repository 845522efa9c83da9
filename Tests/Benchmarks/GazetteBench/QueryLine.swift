/// A line of a query set: `{"query": "…", "type": "…", "tags": […], "count": n}`.
struct QueryLine {
  let text: String
  let type: String
  let count: Int

  init?(_ line: String) {
    guard let text = Self.string("query", line), let type = Self.string("type", line),
      let count = Self.after("\"count\": ", line).flatMap({ Int($0.prefix { $0.isNumber }) })
    else { return nil }
    self.text = text
    self.type = type
    self.count = count
  }

  private static func after(_ mark: String, _ line: String) -> Substring? {
    guard let range = line.firstRange(of: mark) else { return nil }
    return line[range.upperBound...]
  }

  private static func string(_ name: String, _ line: String) -> String? {
    guard let rest = after("\"\(name)\": \"", line) else { return nil }
    var value = ""
    var isEscaped = false
    for character in rest {
      if isEscaped || (character != "\\" && character != "\"") {
        value.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        break
      }
    }
    return value
  }
}
