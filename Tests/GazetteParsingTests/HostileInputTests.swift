import GazetteDocument
import GazetteParsing
import GazetteTestSupport
import Testing

/// Files that hang, crash or cheat readers; each is read whole or refused, fast.
@Suite(.serialized) struct HostileInputTests {
  private func failure(_ text: String, file: String = "a.html") -> ParseError? {
    do throws(ParseError) {
      _ = try Reading.document(Array(text.utf8), file: file)
      return nil
    } catch {
      return error
    }
  }

  @Test("HTML nested 2,000 deep keeps all its text")
  func deep() throws {
    let page =
      String(repeating: "<div>", count: 2_000) + "<p>最深处。</p>"
      + String(repeating: "</div>", count: 2_000) + "<p>末尾。</p>"
    #expect(Reading.passages(try Reading.document(page, file: "a.html")) == ["最深处。", "末尾。"])
  }

  @Test("an outline 1,900 deep is built, copied and freed")
  func deepOutline() throws {
    let page =
      "<html><body>" + (0..<1_900).map { "<section><h2>Part \($0)</h2><p>Text \($0).</p>" }.joined()
    let document = try Reading.document(page, file: "a.html")
    #expect(document.sections.last?.depth == 1_900)
    #expect(document.path(ofPassage: 1_899).section.count == 1_900)
    var copy = document
    copy.sections.removeLast()
    #expect(copy != document)
  }

  @Test("HTML nested deeper than the parser reads is refused as incomplete, not cut")
  func tooDeep() {
    let page =
      String(repeating: "<div>", count: 5_000) + "<p>x</p>"
      + String(repeating: "</div>", count: 5_000) + "<p>末尾。</p>"
    guard case .some(.incomplete) = failure(page) else {
      Issue.record("not refused")
      return
    }
  }

  @Test(
    "a tag with 100,000 attributes is refused at once, with its place",
    arguments: ["", "<p>x</p><!-- > -->", "<script>if (a<b) {}</script>"])
  func attributes(before: String) {
    let tag = "<div " + (0..<100_000).map { "a\($0)" }.joined(separator: " ") + ">"
    var found: ParseError?
    #expect(threadTime { found = failure("<html>" + before + tag) } < 1)
    guard case .some(.malformed(_, let offset)) = found else {
      Issue.record("not refused")
      return
    }
    #expect(offset == 6 + before.utf8.count)
  }

  @Test("scripts, comments and pictures within a tag are not taken for hostile tags")
  func harmlessTags() throws {
    let script =
      "<script>for (i=0;i<n;i++) { " + String(repeating: "a b c ", count: 2_000) + " }</script>"
    let picture =
      "<img src=\"data:image/png;base64," + String(repeating: "QUJD", count: 60_000) + "\">"
    let comment = "<!-- <div " + String(repeating: "a ", count: 1_000) + "> -->"
    let page = "<html><body>" + script + picture + comment + "<p>各区落实。</p>"
    #expect(Reading.passages(try Reading.document(page, file: "a.html")) == ["各区落实。"])
  }

  @Test("a tag of more than 64 KiB outside quotes is refused")
  func longTag() {
    guard
      case .some(.malformed) = failure(
        "<html><div a=" + String(repeating: "x", count: 70_000) + ">")
    else {
      Issue.record("not refused")
      return
    }
  }

  @Test("a text node beyond what the parser keeps is refused as incomplete, not cut")
  func longText() {
    guard case .some(.incomplete) = failure("<html><p>" + String(repeating: "x", count: 10_500_000))
    else {
      Issue.record("not refused")
      return
    }
  }

  @Test(
    "64 kB of combining marks are read in time, in every form",
    arguments: ["a.txt", "a.md", "a.html"])
  func combiningMarks(file: String) throws {
    let marks = "e" + String(repeating: "\u{301}\u{323}", count: 16_000) + " end"
    let text = file.hasSuffix("html") ? "<html><p>" + marks : marks
    var document: PolicyDocument?
    let elapsed = try threadTime { document = try Reading.document(Array(text.utf8), file: file) }
    #expect(elapsed < 1)
    let found = try #require(document)
    #expect(Reading.violations(of: found).isEmpty)
    #expect(found.passages.contains { $0.flags.contains(.cut) })
  }

  @Test(
    "a line may stand any distance above what could be the title",
    arguments: [
      "<!-- \(String(repeating: "x", count: 4_500)) -->",
      "<div style='\(String(repeating: "x", count: 4_500))'></div>",
    ])
  func distantTitle(between: String) throws {
    for line in ["of current mechanisms to support", "落实 责任 到位 到人"] {
      let text = line + "\n\n" + between + "\n\nTerence cares for his children\n"
      let document = try Reading.document(Array(text.utf8), file: "a.md")
      #expect(Reading.violations(of: document).isEmpty)
      #expect(document.text.utf8.count > 4_500)
    }
  }

  @Test("one huge line is read, cut at punctuation, and nothing is lost")
  func hugeLine() throws {
    let line = String(repeating: "各区要抓好落实，不得推诿", count: 100_000)
    var document: PolicyDocument?
    #expect(try threadTime { document = try Reading.document(Array(line.utf8)) } < 2)
    let found = try #require(document)
    #expect(found.sentences.reduce(0) { $0 + $1.span.bytes.count } == line.utf8.count)
    #expect(found.sentences.allSatisfy { $0.span.bytes.count <= 4_096 })
    #expect(
      found.passages.allSatisfy { $0.flags.contains(.cut) || $0.span.end.byte == line.utf8.count })
  }

  @Test("a million headings are read", arguments: ["a.txt", "a.md"])
  func manyHeadings(file: String) throws {
    let text = String(repeating: file == "a.md" ? "# 总\n文。\n\n" : "一、总则\n文。\n", count: 500_000)
    var document: PolicyDocument?
    #expect(try threadTime { document = try Reading.document(Array(text.utf8), file: file) } < 20)
    #expect(try #require(document).sections.count == 500_001)
  }

  @Test(
    "signs without end are read in time",
    arguments: [
      "<", "&", "<!--", "<?", "<script>", "</x>", "<a", "<p>", "《", "[", "*", "> ", "- ", "`", "|",
      "#", "\0", "<td>", "<br>",
    ])
  func repeated(sign: String) {
    for file in ["a.html", "a.md", "a.txt"] {
      let text = String(repeating: sign, count: 60_000)
      let elapsed = threadTime {
        if let document = try? Reading.document(Array(text.utf8), file: file) {
          #expect(Reading.violations(of: document).isEmpty)
        }
      }
      #expect(elapsed < 5, "\(sign) in \(file): \(elapsed)")
    }
  }

  @Test("zeros and control characters stop nothing")
  func controls() throws {
    let words = String(repeating: "各区要抓好公园开放的落实。", count: 4)
    let page = "<html><p>前\0\u{1}\u{7F}后。</p><p>" + words + "</p>"
    #expect(Reading.passages(try Reading.document(page, file: "a.html")) == ["前 \u{7F}后。", words])
    let text = "前\0\u{1}\u{8}后。\n" + words
    #expect(Reading.passages(try Reading.document(text)) == ["前\0\u{1}\u{8}后。", words])
  }

  @Test("bidirectional controls stay in the text, byte for byte")
  func bidirectional() throws {
    let text = "前\u{202E}后\u{2066}中\u{2069}。"
    #expect(Reading.passages(try Reading.document(text)) == [text])
  }

  @Test("an entity that is declared is never expanded, and no file is opened")
  func entities() throws {
    let page = "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><html><p>&x; end.</p>"
    #expect(
      !Reading.passages(try Reading.document(page, file: "a.html")).joined().contains("root:"))
  }
}
