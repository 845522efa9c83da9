import GazetteDocument
import GazetteSearch

/// A citation as a record of RIS: lines of a two-letter tag, two blanks, a hyphen, a blank and a value, each ended by CR LF.
public enum RISRecord {
  /// The record.
  public static func text(of item: BibliographicItem) -> String {
    let excerpt = item.excerpt
    var lines: [String] = []
    func add(_ tag: String, _ text: String?) {
      // A value is one line, whatever the source holds.
      guard let text, case let value = line(text), !value.isEmpty else { return }
      lines.append("\(tag)  - \(value)")
    }
    add("TY", item.type.ris)
    add("ID", item.key)
    for author in item.authors { add("AU", author) }
    add("TI", item.title)
    add("T2", item.containerTitle ?? excerpt.newspaper)
    add("PY", item.date.map { "\($0.year)" })
    add("DA", item.date.map(date))
    add("PB", item.issuers.joined(separator: item.isChinese ? "、" : "; "))
    add("M1", item.number)
    add("M3", excerpt.document.metadata.kind.value)
    add("SE", item.locator)
    add("SP", excerpt.citation.page.map(String.init))
    add("LA", excerpt.document.language.tag)
    add("UR", item.deepLink)
    add("Y2", item.accessed.map(date))
    add("N1", item.note)
    // The end has a tag and no value, but the blank belongs to the tag.
    lines.append("ER  - ")
    return lines.joined(separator: "\r\n") + "\r\n"
  }

  /// A text without control characters, on one line.
  private static func line(_ text: String) -> String {
    let visible = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      scalar.properties.generalCategory == .control || scalar == "\u{2028}" || scalar == "\u{2029}"
        ? " " : scalar
    }
    return BibliographicItem.line(String(String.UnicodeScalarView(visible)))
  }

  /// `YYYY/MM/DD/`, empty where a part is not known.
  private static func date(_ date: CalendarDate) -> String {
    func padded(_ part: Int?) -> String { part.map { $0 < 10 ? "0\($0)" : "\($0)" } ?? "" }
    return "\(date.year)/\(padded(date.month))/\(padded(date.day))/"
  }
}
