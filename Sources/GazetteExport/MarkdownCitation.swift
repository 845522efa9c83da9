import GazetteDocument
import GazetteSearch

/// A citation as Markdown: a block quote with its citation under it.
public enum MarkdownCitation {
  /// The words quoted line by line, how they are read where damage is mended, then the citation with its warnings, and whether they may be quoted as policy; signs
  /// that Markdown would read are escaped.
  ///
  /// - Parameters:
  ///   - item: The citation.
  ///   - inChinese: The language of the words around; the document's own when `nil`.
  /// - Returns: Markdown that ends with a line feed.
  public static func text(of item: BibliographicItem, inChinese: Bool? = nil) -> String {
    let quoted = item.excerpt.text.split(whereSeparator: \.isNewline)
      .map { "> " + escaped(String($0)) }.joined(separator: "\n")
    let chinese = inChinese ?? item.isChinese
    var reading = ""
    // The words above are the source's own; how they are to be read stands apart.
    if let marked = item.excerpt.markedReading {
      let words = marked.split(whereSeparator: \.isNewline).joined(separator: " ")
      reading = "\n>\n> " + (chinese ? "读作：" : "Read as: ") + escaped(words)
    }
    return quoted + reading + "\n>\n> — "
      + escaped(item.excerpt.citation.full(inChinese: chinese)) + "\n>\n> "
      + escaped(TextCitation.remarks(on: item, inChinese: chinese)) + "\n"
  }

  /// CommonMark lets a backslash stand before every ASCII punctuation sign.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if "\\`*_[]<>#|~".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
