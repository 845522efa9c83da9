public import GazetteDocument
import GazetteQuotations
public import GazetteSearch

/// A draft as a page of HTML in which every quotation is marked by its verdict, with the evidence beside it.
///
/// The page holds the draft's whole source text, escaped, and needs nothing from elsewhere. Colours are never the only sign:
/// each quotation carries its verdict in words.
public enum AnnotatedDraft {
  /// The words of the page, in the language of the run.
  public struct Words {
    /// The page's title.
    public var title: String
    /// The line with the counts.
    public var summary: String
    /// What was folded and what never is.
    public var contract: String
    /// The short word for a verdict.
    public var verdict: (QuotationVerdict) -> String
    /// What is said of a quotation, as several lines.
    public var note: (VerifiedQuotation) -> [String]
    /// The language of the words.
    public var language: String

    /// Creates the words of a page.
    public init(
      title: String, summary: String, contract: String, language: String,
      verdict: @escaping (QuotationVerdict) -> String,
      note: @escaping (VerifiedQuotation) -> [String]
    ) {
      self.title = title
      self.summary = summary
      self.contract = contract
      self.language = language
      self.verdict = verdict
      self.note = note
    }
  }

  /// The page.
  ///
  /// - Parameters:
  ///   - draft: The draft.
  ///   - report: The verdicts on its quotations.
  ///   - words: The words around them.
  /// - Returns: A whole document of HTML in UTF-8.
  public static func html(
    of draft: PolicyDocument, _ report: DraftReport, _ words: Words
  ) -> String {
    var page = """
      <!DOCTYPE html>
      <html lang="\(words.language)"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>\(XMLText.escaped(words.title))</title>
      <style>\(style)</style></head><body>
      <header><h1>\(XMLText.escaped(words.title))</h1>
      <p>\(XMLText.escaped(words.summary))</p></header>
      <main lang="\(draft.language.tag)">

      """
    page += body(of: draft, report, words)
    page += "</main>\n<section class=\"notes\"><ol>\n"
    for (number, verified) in report.quotations.enumerated() {
      let lines = words.note(verified).map { "<div>\(XMLText.escaped($0))</div>" }.joined()
      page +=
        "<li id=\"n\(number + 1)\" class=\"\(verified.verdict.rawValue)\">"
        + "<a href=\"#q\(number + 1)\">\(XMLText.escaped(words.verdict(verified.verdict)))</a>\(lines)</li>\n"
    }
    page += "</ol></section>\n<footer><p>\(XMLText.escaped(words.contract))</p></footer>\n"
    return page + "</body></html>\n"
  }

  /// The text, line by line, with its quotations marked; a nested one lies in the one around it.
  private static func body(
    of draft: PolicyDocument, _ report: DraftReport, _ words: Words
  ) -> String {
    let utf8 = draft.text.utf8
    var page = ""
    var open: [(end: Int, number: Int)] = []
    var next = 0
    let order = report.quotations.indices.sorted { left, right in
      let (one, other) = (
        report.quotations[left].quotation.span.bytes, report.quotations[right].quotation.span.bytes
      )
      return one.lowerBound != other.lowerBound
        ? one.lowerBound < other.lowerBound : one.upperBound > other.upperBound
    }
    var text: [UInt8] = []
    func flush() {
      page += XMLText.escaped(String(decoding: text, as: UTF8.self))
      text = []
    }
    page += "<p>"
    for place in 0...utf8.count {
      while let last = open.last, last.end <= place {
        flush()
        let verdict = report.quotations[last.number].verdict
        page +=
          "</mark><sup class=\"verdict \(verdict.rawValue)\"><a href=\"#n\(last.number + 1)\">"
          + "\(last.number + 1) \(XMLText.escaped(words.verdict(verdict)))</a></sup>"
        open.removeLast()
      }
      while next < order.count,
        report.quotations[order[next]].quotation.span.start.byte <= place, place < utf8.count
      {
        let number = order[next]
        next += 1
        let own = report.quotations[number].quotation.span.end.byte
        flush()
        page +=
          "<mark id=\"q\(number + 1)\" class=\"\(report.quotations[number].verdict.rawValue)\">"
        // A quotation that ends behind the one around it ends with it.
        open.append((min(own, open.last?.end ?? own), number))
      }
      guard place < utf8.count else { break }
      if utf8[place] == 0x0A {
        flush()
        page += open.isEmpty ? "</p>\n<p>" : "<br>\n"
      } else {
        text.append(utf8[place])
      }
    }
    flush()
    return page + "</p>\n"
  }

  private static let style = """
    body{font-family:system-ui,"Noto Sans CJK SC",sans-serif;line-height:1.6;max-width:46rem;margin:2rem auto;padding:0 1rem;\
    color:#1a1a1a;background:#fff}*{box-sizing:border-box}h1,main{overflow-wrap:anywhere}main{white-space:pre-wrap}main p{margin:0;min-height:1em}\
    mark{background:#e6f4ea;border-bottom:2px solid #1e7b34;color:inherit}mark.altered,mark.absent,mark.misattributed\
    {background:#fde7e9;border-bottom-color:#b3261e}mark.rendering,mark.source-missing{background:#fff4d6;border-bottom-color:#8a6100}\
    mark.too-short{background:#eee;border-bottom-color:#666}sup.verdict a{font-size:.75em;text-decoration:none;color:#333}\
    .notes li{margin:.4rem 0;overflow-wrap:anywhere}footer{color:#555;font-size:.85em}\
    @media(prefers-color-scheme:dark){body{background:#161616;color:#eee}mark{background:#123d20}\
    mark.altered,mark.absent,mark.misattributed{background:#4a1519}mark.rendering,mark.source-missing{background:#43340a}\
    mark.too-short{background:#333}sup.verdict a,footer{color:#bbb}a{color:#9ecbff}}\
    @media print{body{max-width:none;margin:0}}
    """
}
