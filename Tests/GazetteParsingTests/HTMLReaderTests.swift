import GazetteDocument
import GazetteParsing
import Testing

@Suite struct HTMLReaderTests {
  private func text(_ html: String) throws -> String {
    String(decoding: try Reading.document(html, file: "a.html").text.utf8, as: UTF8.self)
  }

  @Test(
    "blocks are joined by a line feed, white space collapsed, cells joined by a tab",
    arguments: [
      ("<p>甲 \n 乙</p><p>丙</p>", "甲乙\n丙\n"), ("<p>one\n  two</p>", "one two\n"),
      ("<p>a<br>b</p>", "a\nb\n"), ("<h1>a<br>b</h1><p>c.</p>", "a b\nc.\n"),
      ("<p>民政　社团</p>", "民政　社团\n"), ("<p>a&nbsp;&nbsp;b &lt;c&gt; &#20013;</p>", "a b <c> 中\n"),
      ("<ul><li>a<li>b</ul>", "a\nb\n"),
      ("<table><tr><th>甲<th>乙<tr><td><p>1</p><p>2</p><td>3</table>", "甲\t乙\n1 2\t3\n"),
      ("<table><tr><td>a<td><td>c<tr><td>1<td>2<td>3</table>", "a\t\tc\n1\t2\t3\n"),
      ("<table><tr><td><table><tr><td>a<td>b</table></table><p>c", "a\tb\nc\n"),
      ("<pre>a\n  b\n\nc</pre>", "a\nb\nc\n"), ("<div>a<div>b</div>c</div>", "a\nb\nc\n"),
      (
        "<p>visible<script>x</script><style>y</style><!-- z --><span hidden>h</span></p>",
        "visible\n"
      ),
      (
        "<p>公园开放各区落实好</p><div style='display: none'>不见</div><p aria-hidden=true>x</p>",
        "公园开放各区落实好\n"
      ),
      ("<section><h2>1.</h2><p>Each park opens.</p></section>", "1. Each park opens.\n"),
    ])
  func sourceText(html: String, expected: String) throws {
    #expect(try text("<html><body>" + html) == expected)
  }

  @Test(
    "the mark of a note is no part of its sentence where the note prints it too, and stays where not",
    arguments: [
      (
        "<p>fit for use<a id=r1 href='#n1'>1</a> here.</p><p><a id=n1 href='#r1'>1</a> See page 2.</p>",
        "fit for use here.\n1 See page 2.\n"
      ),
      (
        "<p>可用<sup id=r1><a href='#n1'>[1]</a></sup>。</p><div id=n1><p>[<a href='#r1'>1</a>] 见第二页。</p></div>",
        "可用。\n[1] 见第二页。\n"
      ),
      (
        "<p>b<sup id=r2><a href='#n2'>2</a></sup>.</p><ol><li id=n1>one <li id=n2><p>two <a href='#r2'>↩</a></ol>",
        "b.\none\ntwo ↩\n"
      ),
      (
        "<p>b<sup id=r2><a href='#n1'>2</a></sup>.</p><ol><li id=n1>one <a href='#r2'>↩</a></ol>",
        "b2.\none ↩\n"
      ),
      ("<p>b<a id=r1 href='#n1'>1</a>.</p><p id=n1>1 See.</p>", "b1.\n1 See.\n"),
      (
        "<p>as <a id=r1 href='#n1'>Part 1</a> says</p><p><a id=n1 href='#r1'>Part 1</a></p>",
        "as Part 1 says\nPart 1\n"
      ),
    ])
  func noteMarks(html: String, expected: String) throws {
    #expect(try text("<html><body>" + html) == expected)
  }

  @Test("the furniture of a page is in the source text and in no passage; its content is kept")
  func furniture() throws {
    let document = try Reading.document(Samples.page, file: "a.html")
    let source = String(decoding: document.text.utf8, as: UTF8.self)
    let passages = Reading.passages(document).joined(separator: "\n")
    for words in ["首页", "当前位置", "分享到", "上一篇", "版权所有", "索 引 号"] {
      #expect(source.contains(words) && !passages.contains(words), "\(words)")
    }
    for words in ["示政发〔2021〕3号", "各区人民政府：", "保护每一棵大树，不得擅自移植。", "银杏\t120", "国槐", "2021年3月10日"] {
      #expect(passages.contains(words), "\(words)")
    }
    #expect(!source.contains("document.write") && !source.contains("color: red"))
    #expect(Reading.outline(document) == ["一、总体要求"])
  }

  @Test(
    "page content is never dropped for a class alone",
    arguments: ["nav", "footer", "share", "sidebar", "menu", "related"])
  func keepsContent(name: String) throws {
    let words = String(repeating: "各区要抓好公园开放工作的落实。", count: 12)
    let page =
      "<html><body><p>说明。</p><div class='\(name)-box'><h1>通知</h1><p>\(words)</p></div></body></html>"
    #expect(Reading.passages(try Reading.document(page, file: "a.html")).joined().contains(words))
    let plain =
      "<html><body><p>\(words)\(words)</p><div class='\(name)-box'><p>\(words)</p></div></body></html>"
    #expect(Reading.passages(try Reading.document(plain, file: "a.html")).count >= 2)
  }

  @Test("headings that all are h2 nest as their sections do")
  func sections() throws {
    let page = """
      <html><body><section><h2>Duties</h2><p>Text one is here.</p><section><h2>Parks</h2><p>Text two.</p></section>
      <section><h2>Trees</h2><p>Text three.</p></section></section><section><h2>Fines</h2><p>Text four.</p></section>
      """
    #expect(
      Reading.outline(try Reading.document(page, file: "a.html")) == [
        "Duties", " Parks", " Trees", "Fines",
      ])
  }

  @Test("a number that the page sets apart belongs to the paragraph behind it")
  func carriedNumbers() throws {
    let page = """
      <html><body><h2>Duties</h2><section><h2>1.1</h2><p>Parks open daily.</p></section><section><h2>(a)</h2><p>at eight.</p></section>
      <h2>12</h2><h2>Fines</h2><p>None.</p>
      """
    let document = try Reading.document(page, file: "a.html")
    #expect(document.passages.map(\.number).prefix(2) == ["1.1", "(a)"])
    #expect(Reading.passages(document).prefix(2) == ["1.1 Parks open daily.", "(a) at eight."])
  }

  @Test("ordered lists number their items")
  func lists() throws {
    let document = try Reading.document(
      "<html><body><p>Rules:</p><ol><li>Open.</li><li>Close.</li></ol><ul><li>Sweep.</li></ul>",
      file: "a.html")
    #expect(document.passages.map(\.number) == [nil, "1", "2", nil])
  }
}
