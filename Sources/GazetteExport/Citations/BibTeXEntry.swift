import GazetteDocument
import GazetteSearch

/// A citation as an entry of BibTeX: `@misc`, in UTF-8, for biber and the engines that read Unicode.
public enum BibTeXEntry {
  /// The entry, a field a line.
  public static func text(of item: BibliographicItem) -> String {
    let excerpt = item.excerpt
    var fields: [(name: String, value: String)] = []
    func add(_ name: String, _ text: String?) {
      if let text, !text.isEmpty { fields.append((name, escaped(BibliographicItem.line(text)))) }
    }
    // Braces of their own keep a body's name whole and a title's capitals as they are.
    let authors = item.authors.map { "{" + escaped($0) + "}" }
    if !authors.isEmpty { fields.append(("author", authors.joined(separator: " and "))) }
    fields.append(("title", "{" + escaped(BibliographicItem.line(item.title)) + "}"))
    add("booktitle", item.containerTitle)
    add("year", item.date.map { "\($0.year)" })
    add("month", item.date?.month.map(String.init))
    add("day", item.date?.day.map(String.init))
    add("date", item.date?.description)
    add("number", item.number)
    add("type", excerpt.document.metadata.kind.value)
    add("howpublished", excerpt.newspaper ?? excerpt.document.metadata.source.value)
    if let link = item.deepLink { fields.append(("url", addressed(link))) }
    add("urldate", item.accessed?.description)
    add("pages", item.locator)
    add("langid", item.isChinese ? "chinese" : "english")
    add("note", item.note)
    let lines = fields.map { "  \($0.name) = {\($0.value)}" }
    return "@misc{\(item.key),\n\(lines.joined(separator: ",\n"))\n}\n"
  }

  /// Signs that TeX reads are written out; a brace counts even behind a backslash, so it gets a name.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\textbackslash{}"
      case "{": result += "\\textbraceleft{}"
      case "}": result += "\\textbraceright{}"
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      case "$", "&", "#", "_", "%": result += "\\" + String(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// An address is read letter by letter, but for braces, which would end it.
  private static func addressed(_ address: String) -> String {
    address.replacing("{", with: "%7B").replacing("}", with: "%7D").replacing("\\", with: "%5C")
  }
}
