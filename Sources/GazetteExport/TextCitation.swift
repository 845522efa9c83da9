import GazetteDocument
public import GazetteSearch

/// A passage as plain text: the words, then the citation on a line of its own.
public enum TextCitation {
  /// The words exactly as they stand, and the citation behind a dash.
  ///
  /// - Parameters:
  ///   - passage: The passage.
  ///   - inChinese: The language of the words around; the document's own when `nil`.
  /// - Returns: Text that ends with a line feed.
  public static func text(of passage: CitedPassage, inChinese: Bool? = nil) -> String {
    let chinese = inChinese ?? passage.document.language.isChinese
    return passage.text + "\n— " + passage.citation.full(inChinese: chinese) + "\n"
  }
}
