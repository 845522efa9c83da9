import Foundation
import Gazette
import GazetteTestSupport
import Testing

/// Drafts with quotations whose verdicts were written down by hand, traps among them.
@Suite struct DraftSetTests {
  private struct Expected: Decodable {
    let draft: String
    let nth: Int
    let verdict: String
    let kind: String?
    let trap: String
  }

  private static let folder = ProjectFolder.top + "/Tests/GazetteTests/Drafts"

  /// The words of others stand in the drafts as places of their texts only.
  private static func filled(_ text: String, from seeds: [Character: [Unicode.Scalar]]) -> String? {
    var filled = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "⟦") {
      filled += rest[..<open]
      guard let close = rest[open...].firstIndex(of: "⟧") else { return nil }
      let parts = rest[rest.index(after: open)..<close].split(
        separator: "|", omittingEmptySubsequences: false)
      let ends = parts[0].dropFirst(2).split(separator: "-").compactMap { Int($0) }
      guard let name = parts[0].first, let seed = seeds[name], ends.count == 2 else { return nil }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: seed[ends[0]..<ends[1]])
      var words = String(view)
      for change in parts.dropFirst() {
        guard let arrow = change.range(of: "=>"),
          let old = words.range(of: change[..<arrow.lowerBound])
        else { continue }
        words.replaceSubrange(old, with: change[arrow.upperBound...])
      }
      filled += words
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }

  /// A Word file with a paragraph a line; those behind `> ` are in the style for quotations.
  private static func document(_ text: String) -> [UInt8] {
    let name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    var body = ""
    for line in text.split(separator: "\n") {
      let isQuoted = line.hasPrefix("> ")
      let words = (isQuoted ? line.dropFirst(2) : line)
        .replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
      let style = isQuoted ? "<w:pPr><w:pStyle w:val=\"Quote\"/></w:pPr>" : ""
      body += "<w:p>\(style)<w:r><w:t xml:space=\"preserve\">\(words)</w:t></w:r></w:p>"
    }
    return ArchiveWriter.zip([
      .init(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
      .init(
        "word/document.xml", "<w:document xmlns:w=\"\(name)\"><w:body>\(body)</w:body></w:document>"
      ),
      .init(
        "word/styles.xml",
        "<w:styles xmlns:w=\"\(name)\"><w:style w:type=\"paragraph\" w:styleId=\"Quote\"><w:name w:val=\"Quote\"/></w:style></w:styles>"
      ),
    ])
  }

  @Test("no altered or absent quotation is called sound, and 95 of 100 verdicts are right")
  func verdicts() throws {
    let seedFolder = ProjectFolder.sharedCorpora.map { $0 + "/seeds" }
    var roots = [ProjectFolder.corpus]
    var seeds: [Character: [Unicode.Scalar]] = [:]
    if let seedFolder {
      roots.append(seedFolder)
      for (name, file) in [("A", "000_d11dd908aed14900"), ("B", "004_201b8ddc869b7d18")] {
        let text = try String(contentsOfFile: "\(seedFolder)/\(file).txt", encoding: .utf8)
        seeds[Character(name)] = Array(text.unicodeScalars)
      }
    }
    let folder = try ScratchFolder()
    _ = try CorpusIndexing(of: Corpus(at: roots), at: folder.path + "/index").run()
    let search = try PolicySearch(at: folder.path + "/index")
    let lines = try String(contentsOfFile: Self.folder + "/expected.jsonl", encoding: .utf8)
    let expected = try lines.split(separator: "\n").map {
      try JSONDecoder().decode(Expected.self, from: Data($0.utf8))
    }
    var (count, right) = (0, 0)
    var kinds = (count: 0, right: 0)
    var wrong: [String] = []
    for (name, own) in Dictionary(grouping: expected, by: \.draft).sorted(by: { $0.key < $1.key }) {
      let text = try String(contentsOfFile: Self.folder + "/" + name, encoding: .utf8)
      guard let words = Self.filled(text, from: seeds) else { continue }
      let isWord = name.hasSuffix(".docx.txt")
      let draft = try Draft(isWord ? Self.document(words) : Array(words.utf8), file: name)
      let report = try DraftReport(checking: draft.quotations, in: search)
      #expect(report.quotations.count == own.count, "\(name): \(report.quotations.count)")
      for wanted in own where wanted.nth <= report.quotations.count {
        let found = report.quotations[wanted.nth - 1]
        let line = "\(name) \(wanted.nth) \(wanted.trap): \(found.verdict), not \(wanted.verdict)"
        count += 1
        if found.verdict.rawValue == wanted.verdict { right += 1 } else { wrong.append(line) }
        if wanted.verdict == "altered" || wanted.verdict == "absent" {
          #expect(!found.verdict.isSound, "\(line)")
        }
        if let kind = wanted.kind, found.verdict == .altered {
          kinds.count += 1
          if found.differences.contains(where: { $0.kind.rawValue == kind }) {
            kinds.right += 1
          } else {
            wrong.append("\(line), kind \(kind): \(found.differences)")
          }
        }
      }
    }
    print(
      "\(right) of \(count) verdicts are right, and the kind of \(kinds.right) of \(kinds.count) changes"
    )
    for line in wrong { print("  " + line) }
    #expect(count >= 290)
    #expect(right * 100 >= count * 95, "\(wrong)")
    #expect(kinds.right * 100 >= kinds.count * 85, "\(wrong)")
  }
}
