import GazetteDocument
import GazetteSearch

/// A citation in the short form of lawyers: 国发〔2018〕43号第三条第二款, `Title art. 4(2)`.
public enum LegalShortForm {
  /// The form on one line; ends with a line feed.
  ///
  /// Where the source prints no number that leads to the place, its path stands there.
  public static func text(of item: BibliographicItem) -> String {
    let isChinese = item.isChinese
    let hasHan = item.number?.unicodeScalars.contains { $0.value >= 0x3007 } ?? false
    // A Chinese number within an English sentence names nothing to its reader.
    var text: String
    if let number = item.number, isChinese || !hasHan, item.containerTitle == nil {
      text = number
    } else {
      let title = BibliographicItem.line(item.title)
      text = isChinese ? "《\(title)》" : title
    }
    guard let locator = item.excerpt.legalNumber else {
      return text + (isChinese ? "，" : ", ") + item.excerpt.path.description + "\n"
    }
    // 第三条 goes on from the number; the bare 一（二） of a heading would be read as part of it.
    text += isChinese ? (locator.hasPrefix("第") ? "" : "，") + locator : " " + locator
    if let sentence = item.excerpt.path.sentence {
      text += isChinese ? "第\(sentence)句" : ", sentence \(sentence)"
    }
    return text + "\n"
  }
}
