import GazetteDocument
import GazetteSearch

/// A citation as plain text: the words, the citation on a line of its own, and whether they may be quoted as policy.
public enum TextCitation {
  /// The words exactly as they stand, the citation behind a dash, and the line on policy with the revision.
  ///
  /// - Parameters:
  ///   - item: The citation.
  ///   - inChinese: The language of the words around; the document's own when `nil`.
  /// - Returns: Text that ends with a line feed.
  public static func text(of item: BibliographicItem, inChinese: Bool? = nil) -> String {
    let chinese = inChinese ?? item.isChinese
    return item.excerpt.text + "\n— " + item.excerpt.citation.full(inChinese: chinese) + "\n"
      + remarks(on: item, inChinese: chinese) + "\n"
  }

  /// Whether the words may be quoted as policy, the revision, and the day of access where it is known, on one line.
  static func remarks(on item: BibliographicItem, inChinese: Bool) -> String {
    var remarks = [item.excerpt.quotability.line(inChinese: inChinese)]
    remarks.append((inChinese ? "语料库版本：" : "corpus revision: ") + item.revision)
    if let accessed = item.accessed {
      remarks.append((inChinese ? "访问日期：" : "accessed: ") + accessed.description)
    }
    if let link = item.deepLink { remarks.append(link) }
    return remarks.joined(separator: inChinese ? "；" : "; ")
  }
}
