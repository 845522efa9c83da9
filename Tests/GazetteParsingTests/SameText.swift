import GazetteTestSupport

/// One text, written in each of five forms as programs of each form write it.
struct SameText {
  /// A part of the text.
  enum Part {
    /// A heading of a rank from 1.
    case heading(Int, String)
    case paragraph(String)
    /// A list with automatic numbers from 1.
    case list([String])
    /// A table with a row of heads.
    case table([[String]])
  }

  let title: String
  let parts: [Part]

  /// A text of ours.
  static let parks = SameText(
    title: "Measures for the Care of Public Parks",
    parts: [
      .paragraph(
        "These measures say who looks after the parks of the city and how it is paid for."),
      .heading(1, "Scope"),
      .paragraph("They apply to every park that the city owns. Gardens of schools are left out."),
      .heading(1, "Duties of the districts"),
      .heading(2, "Trees"),
      .paragraph("No tree is felled without the consent of the district."),
      .list([
        "Each district keeps a list of its trees.",
        "A tree that has to go is replaced within a year.",
      ]),
      .heading(3, "Old trees"),
      .paragraph("A tree of more than a hundred years is looked at by an expert every spring."),
      .heading(2, "Opening hours"),
      .paragraph("Parks open at six in the morning and close at ten in the evening."),
      .table([
        ["District", "Parks", "Trees"], ["North", "12", "4,100"], ["South", "9", "3,800"],
        ["Harbour", "4", "1,250"],
      ]),
      .heading(1, "Cost"),
      .paragraph("The city bears the cost of these measures from the fourth year on."),
    ])

  /// A text of some parts at random: headings that never skip a rank, and text under each of them.
  static func random(_ random: inout SeededGenerator) -> SameText {
    let nouns = [
      "Trees", "Hours", "Districts", "Lakes", "Paths", "Lamps", "Benches", "Playgrounds",
    ]
    var parts: [Part] = []
    var rank = 0
    var count = 0
    func sentence() -> String {
      count += 1
      return "Rule number \(count) of the city is kept by all who visit its parks and gardens."
    }
    for _ in 0..<Int.random(in: 1..<12, using: &random) {
      if Int.random(in: 0..<2, using: &random) == 0 || rank == 0 {
        rank = Int.random(in: 1...min(4, rank + 1), using: &random)
        count += 1
        parts.append(
          .heading(rank, "\(nouns.randomElement(using: &random) ?? "") of ward \(count)"))
      }
      switch Int.random(in: 0..<4, using: &random) {
      case 0:
        parts.append(.list((0..<Int.random(in: 2..<5, using: &random)).map { _ in sentence() }))
      case 1:
        parts.append(.table((0..<3).map { row in (0..<3).map { "Cell \(count) \(row) \($0)" } }))
      default: break
      }
      parts.append(.paragraph(sentence()))
    }
    return SameText(title: "Rules for the Gardens of the City", parts: parts)
  }

  /// The five files by their names.
  var files: [(name: String, bytes: [UInt8])] {
    [
      ("a.md", Array(markdown.utf8)), ("a.html", Array(html.utf8)),
      ("a.xml", Array(akomaNtoso.utf8)),
      ("a.docx", docx), ("a.odt", odt),
    ]
  }

  // MARK: Text forms

  private var markdown: String {
    var lines = ["# " + title, ""]
    for part in parts {
      switch part {
      case .heading(let rank, let words):
        lines.append(String(repeating: "#", count: rank + 1) + " " + words)
      case .paragraph(let words): lines.append(words)
      case .list(let items):
        for (index, item) in items.enumerated() { lines.append("\(index + 1). \(item)") }
      case .table(let rows):
        for (index, row) in rows.enumerated() {
          lines.append("| " + row.joined(separator: " | ") + " |")
          if index == 0 { lines.append(String(repeating: "|---", count: row.count) + "|") }
        }
      }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }

  private var html: String {
    let body = parts.map { part in
      switch part {
      case .heading(let rank, let words): "<h\(rank + 1)>\(words)</h\(rank + 1)>"
      case .paragraph(let words): "<p>\(words)</p>"
      case .list(let items): "<ol>" + items.map { "<li>\($0)</li>" }.joined() + "</ol>"
      case .table(let rows):
        "<table>"
          + rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined()
          + "</table>"
      }
    }
    return
      "<!DOCTYPE html><html><head><title>\(title)</title></head><body><main><h1>\(title)</h1>\n"
      + body.joined(separator: "\n") + "</main></body></html>"
  }

  private var akomaNtoso: String {
    var body = ""
    var open = 0
    for part in parts {
      switch part {
      case .heading(let rank, let words):
        while open >= rank {
          body += "</section>"
          open -= 1
        }
        body += "<section><heading>\(words)</heading>"
        open += 1
      case .paragraph(let words):
        body += "<content><p>\(words)</p></content>"
      case .list(let items):
        for (index, item) in items.enumerated() {
          body += "<paragraph><num>\(index + 1).</num><content><p>\(item)</p></content></paragraph>"
        }
      case .table(let rows):
        body += "<content><table>"
        for row in rows { body += "<tr>" + row.map { "<td><p>\($0)</p></td>" }.joined() + "</tr>" }
        body += "</table></content>"
      }
    }
    body += String(repeating: "</section>", count: open)
    return
      "<?xml version='1.0'?><akomaNtoso xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0'>"
      + "<act name='act'><preface><p><docTitle>\(title)</docTitle></p></preface><body>\(body)</body>"
      + "</act></akomaNtoso>"
  }
}
