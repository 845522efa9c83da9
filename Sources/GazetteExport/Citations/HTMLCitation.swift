import GazetteDocument
import GazetteSearch

/// A citation as a figure of HTML: the words as a block quotation, the citation under it, a link to the place.
public enum HTMLCitation {
  /// The figure, to be put into a page; needs no style.
  public static func text(of item: BibliographicItem) -> String {
    let excerpt = item.excerpt
    let cite = excerpt.sourceURL.map { " cite=\"\(XMLText.escaped($0))\"" } ?? ""
    let language = excerpt.passage.passage.language.tag
    let remarks = TextCitation.remarks(on: item, inChinese: item.isChinese)
    var lines = [
      "<figure id=\"\(XMLText.escaped(item.key))\" data-gazette-id=\"\(excerpt.id)\""
        + " data-as-policy=\"\(excerpt.quotability.asPolicy.rawValue)\">",
      "<blockquote lang=\"\(XMLText.escaped(language))\"\(cite)>",
    ]
    for line in excerpt.text.split(whereSeparator: \.isNewline) {
      lines.append("<p>\(XMLText.escaped(String(line)))</p>")
    }
    lines.append("</blockquote>")
    lines.append("<figcaption lang=\"\(item.isChinese ? "zh" : "en")\">")
    if let reading = excerpt.markedReading {
      lines.append(
        "<p>\(item.isChinese ? "读作：" : "Read as: ")"
          + "\(XMLText.escaped(BibliographicItem.line(reading)))</p>")
    }
    lines.append("<p>— \(XMLText.escaped(excerpt.citation.full(inChinese: item.isChinese)))</p>")
    lines.append("<p>\(XMLText.escaped(remarks))</p>")
    if let link = item.deepLink {
      let address = XMLText.escaped(link)
      lines.append("<p><a href=\"\(address)\">\(item.isChinese ? "原文" : "source")</a></p>")
    }
    return (lines + ["</figcaption>", "</figure>"]).joined(separator: "\n") + "\n"
  }
}
