import GazetteDocument
import GazetteSearch

/// A citation as a reference after GB/T 7714-2015, numeric.
///
/// The language of the item decides the words (等, et al.; 日期不详, n.d.) and the signs: in a Chinese one comma, colon and round
/// brackets are full width, as the drafters of the standard answered when they were asked; the point and the slash are not.
public enum GBT7714Reference {
  /// So many names are given; of more, the first three.
  private static let mostNames = 3

  /// The reference on one line, without a number in front; ends with a line feed.
  public static func text(of item: BibliographicItem) -> String {
    let isChinese = item.isChinese
    let (colon, comma) = isChinese ? ("：", "，") : (": ", ", ")
    let (open, close) = isChinese ? ("（", "）") : (" (", ")")
    var text = ""
    if !item.authors.isEmpty {
      text += names(item.authors, comma, isChinese) + ". "
    }
    text += BibliographicItem.line(item.title)
    if let number = item.number { text += colon + number }
    let isOnline = item.deepLink != nil
    let mark = item.type.gbt7714
    text += "[\(isOnline ? mark + "/OL" : mark)]"
    if let container = item.containerTitle { text += "//" + BibliographicItem.line(container) }
    text += ". "
    if let newspaper = item.excerpt.newspaper { text += newspaper + comma }
    let day = item.date?.description ?? (isChinese ? "日期不详" : "n.d.")
    // Of what is online the day stands in brackets, followed by the day on which it was looked at.
    text += isOnline || item.date == nil ? open.drop(while: { $0 == " " }) + day + close : day
    if let locator = item.locator { text += colon + locator }
    if let accessed = item.accessed { text += "[\(accessed)]" }
    text += ". "
    if let link = item.deepLink { text += link + ". " }
    return text + item.anchor + ".\n"
  }

  private static func names(_ names: [String], _ comma: String, _ isChinese: Bool) -> String {
    guard names.count > mostNames else { return names.joined(separator: comma) }
    return (names.prefix(mostNames) + [isChinese ? "等" : "et al"]).joined(separator: comma)
  }
}
