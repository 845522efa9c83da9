/// Writes descriptions as Turtle.
enum TurtleWriter {
  static func text(_ descriptions: [RDFDescription]) -> String {
    var text = ""
    for prefix in RDFName.prefixes where prefix.name != "rdf" {
      text += "@prefix \(prefix.name): <\(prefix.iri)> .\n"
    }
    for description in descriptions {
      text += "\n\(name(description.subject)) a \(name(description.type))"
      var last = ""
      for property in description.properties {
        let isAgain = property.name == last
        text += isAgain ? ",\n    " : " ;\n  " + name(property.name) + " "
        text += value(property.value)
        last = property.name
      }
      text += " .\n"
    }
    return text
  }

  private static func value(_ value: RDFValue) -> String {
    switch value {
    case .iri(let iri): name(iri)
    case .words(let words, let language): quoted(words) + (language.map { "@" + $0 } ?? "")
    case .list(let values): "( " + values.map(Self.value).joined(separator: " ") + " )"
    case .node(let properties):
      "[ " + properties.map { name($0.name) + " " + Self.value($0.value) }.joined(separator: " ; ")
        + " ]"
    }
  }

  private static func name(_ iri: String) -> String {
    if let short = RDFName.short(iri) { return short }
    var text = "<"
    for scalar in iri.unicodeScalars {
      switch scalar {
      case "\u{0}"..."\u{20}", "<", ">", "\"", "{", "}", "|", "^", "`", "\\":
        text += escaped(scalar)
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + ">"
  }

  private static func quoted(_ words: String) -> String {
    var text = "\""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}": text += escaped(scalar)
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
