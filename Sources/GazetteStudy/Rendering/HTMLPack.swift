import Gazette

/// The pages of a pack in HTML: the handout with a style for print, and the slides.
struct HTMLPack {
  private let outline: StudyOutline
  private var pack: StudyPack { outline.pack }
  private var words: StudyWords { outline.words }

  /// So many sentences stand on a slide.
  private static let slideSize = 2

  init(_ outline: StudyOutline) { self.outline = outline }

  /// The handout.
  var handout: String {
    var body = ""
    for block in outline.handout {
      switch block {
      case .heading(let level, let words): body += "<h\(level)>\(escaped(words))</h\(level)>\n"
      case .note(let words): body += "<p class=\"note\">\(escaped(words))</p>\n"
      case .statement(let statement): body += self.statement(statement)
      case .table(let rows): body += table(rows)
      }
    }
    return page(
      words("handout.title", pack.title), style: Self.handoutStyle, "<main>\(body)</main>")
  }

  /// The slides: one a screen, and one a page in print; the keys that scroll a page turn them.
  var slides: String {
    var body = "<section class=\"slide first\"><h1>\(escaped(pack.title))</h1>"
    body += "<p class=\"note\">\(escaped(words("made", pack.revision)))</p></section>\n"
    for section in pack.sections {
      var rest = section.statements[...]
      while !rest.isEmpty {
        body += "<section class=\"slide\"><h2>\(escaped(section.heading))</h2>\n"
        for statement in rest.prefix(Self.slideSize) { body += self.statement(statement) }
        body += "</section>\n"
        rest = rest.dropFirst(Self.slideSize)
      }
    }
    return page(words("slides.title", pack.title), style: Self.slideStyle, body)
  }

  private func page(_ title: String, style: String, _ body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(words.isChinese ? "zh-Hans" : "en")"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(escaped(title))</title>
    <style>\(style)</style></head><body>
    \(body)</body></html>

    """
  }

  private func statement(_ statement: StudyStatement) -> String {
    func quote(_ text: String, _ language: Language, _ citation: String?) -> String {
      var html = "<blockquote lang=\"\(language.tag)\"><p>\(escaped(text))</p>"
      if let citation { html += "<footer>— \(escaped(citation))</footer>" }
      return html + "</blockquote>"
    }
    let own = quote(
      statement.text, statement.excerpt.passage.passage.language,
      outline.citation(of: statement.excerpt))
    guard pack.language == .both else { return own + "\n" }
    let other: String
    if let translation = statement.translation {
      other = quote(
        outline.translation(of: statement), translation.passage.passage.language,
        outline.citation(of: translation))
    } else {
      other = "<p class=\"note\">\(escaped(words("no-translation")))</p>"
    }
    return "<div class=\"pair\">\(own)\(other)</div>\n"
  }

  private func table(_ rows: [[String]]) -> String {
    var html = "<div class=\"wide\"><table>\n"
    for (place, row) in rows.enumerated() {
      let cell = place == 0 ? "th" : "td"
      html += "<tr>" + row.map { "<\(cell)>\(escaped($0))</\(cell)>" }.joined() + "</tr>\n"
    }
    return html + "</table></div>\n"
  }

  private func escaped(_ text: String) -> String {
    XMLText.escaped(StudyStatement.line(TextSafety.visible(text)))
  }

  private static let common = """
    :root{color-scheme:light dark}
    *{box-sizing:border-box}
    body{font-family:"Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,Georgia,serif;line-height:1.6;margin:0}
    blockquote{margin:.8em 0;padding:.1em 1em;border-left:.25em solid #8a1f1f}
    blockquote p{margin:.2em 0}
    footer,.note{font-size:.8em;opacity:.75;overflow-wrap:anywhere}
    .pair{display:grid;grid-template-columns:1fr 1fr;gap:1em}
    @media(max-width:40em){.pair{grid-template-columns:1fr}}

    """
  private static let handoutStyle =
    common + """
      main{max-width:50em;margin:0 auto;padding:1em}
      h1{font-size:1.6em}h2{font-size:1.2em;margin-top:1.6em}
      .wide{overflow-x:auto}
      table{border-collapse:collapse;width:100%;font-size:.85em}
      th,td{border:1px solid #999;padding:.25em .5em;text-align:left;vertical-align:top;overflow-wrap:anywhere}
      @media print{@page{margin:2cm}main{max-width:none;padding:0}h2{break-after:avoid}blockquote,.pair,tr{break-inside:avoid}}
      """
  private static let slideStyle =
    common + """
      html{scroll-snap-type:y mandatory}
      .slide{min-height:100vh;padding:6vh 8vw;scroll-snap-align:start;display:flex;flex-direction:column;justify-content:center}
      .slide h1{font-size:2.4em}.slide h2{font-size:1.6em;border-bottom:2px solid #8a1f1f}
      .slide blockquote p{font-size:1.25em}
      @media print{@page{size:A4 landscape;margin:1cm}.slide{min-height:auto;height:18cm;break-after:page}}
      """
}
