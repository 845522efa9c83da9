import GazetteDocument
import GazetteParsing
import Testing

@Suite struct MarkdownReaderTests {
  @Test(
    "front matter is metadata that was entered, comments are nothing, tables are rows, notes are kept"
  )
  func whole() throws {
    let document = try Reading.document(Samples.markdown, file: "a.md")
    #expect(document.metadata.title.value == "示例市公园条例" && document.metadata.title.state == .entered)
    #expect(document.metadata.issuer.value == "示例市人民代表大会常务委员会")
    #expect(document.metadata.written.value == CalendarDate(year: 2022, month: 6, day: 1))
    #expect(String(decoding: document.text.utf8, as: UTF8.self) == Samples.markdown)
    #expect(Reading.outline(document) == ["第一章 总则", " 第一条", " 第二条", "第二章 管理"])
    let passages = Reading.passages(document)
    #expect(
      passages == [
        "第一条 为了**规范**公园管理，制定本条例。", "第二条 本条例所称公园，是指：", "(一)综合公园；", "(二)社区公园。", "类别 | 开放", "综合 | 全天",
        "1. 第一项**要求**",
        "2. 第二项", "参见[说明][^1]。", "[^1]: 依据园林部门的规定。",
      ])
    #expect(
      document.passages.map(\.number) == ["第一条", "第二条", "(一)", "(二)", nil, nil, "1", "2", nil, nil])
  }

  @Test(
    "a passage is a slice of the file with its markup balanced",
    arguments: [
      ("**加粗**的开头和**结尾**", "**加粗**的开头和**结尾**"), ("见[说明](http://a.cn/b)", "见[说明](http://a.cn/b)"),
      ("`代码`与~~删除~~", "`代码`与~~删除~~"),
      ("> 引用的段落。", "引用的段落。"), ("- 项目", "项目"), ("* **项目**", "**项目**"), ("1) 项目", "1) 项目"),
      ("\\*不是标记\\*", "\\*不是标记\\*"),
      ("第一行\n第二行", "第一行\n第二行"), ("a &amp; b", "a &amp; b"), ("![图](a.png)文字", "![图](a.png)文字"),
    ])
  func slices(markdown: String, passage: String) throws {
    #expect(Reading.passages(try Reading.document(markdown + "\n", file: "a.md")) == [passage])
  }

  @Test(
    "flat front matter says what libyaml reads in it: a comment in front hands the same lines to libyaml",
    arguments: [
      "title: 标题\ndate: 2024-01-02\n", "title: \"标题：甲\"\nsource: '乙 # 丙'\n", "title: a: b\n",
      "title: a #b\n",
      "title: a#b:c\n", "title:\n  - 甲\n  - 乙\nsource: 丙\n", "title:\n- 甲\n- 乙\nsource: 丙\n",
      "title:\n- 甲\n  - 乙\nsource: 丙\n", "title:\n  - a: b\nsource: 丙\n",
      "title: 甲\n  乙\nsource: 丙\n",
      "title:甲\nsource: 丙\n", "title: |\n  甲\nsource: 丙\n", "title: ~\nsource: null\n",
      "title: 甲  \nTitle: 乙\n",
      "title: \"甲\\n乙\"\n", "title: '甲''乙'\n", "title: \"甲\" 乙\n",
      "title: [甲, 乙]\nsource: {a: b}\n", "title:\n",
      "title: \nsource: 丙\n", "title: 甲\u{2028}乙\n", "title: “甲”——乙…\n", "title: 甲\n\nsource: 丙\n",
      "title: &a 甲\nsource: *a\n", "标题: 甲\n发布日期: 2024年1月2日\n", "title: 甲\nsource\n", "title: 甲:\n",
      "title:\n  甲\n",
      "title:\n -\n - 乙\n", "title:\n  source: 丙\nstatus: 有效\n", "- title: 甲\n",
      "title: \"\"\nsource: ''\n",
      "title: 甲\ttab\n", "source: 丙\n title: 甲\n", "? title\n: 甲\n", "title: \"甲\n乙\"\n",
      "title: 甲, 乙 [丙]\n",
    ])
  func flatFrontMatter(matter: String) throws {
    let quick = try Reading.document("---\n\(matter)---\n\n正文在这里。\n", file: "a.md")
    let whole = try Reading.document("---\n# 注\n\(matter)---\n\n正文在这里。\n", file: "a.md")
    #expect(quick.notices.map(\.kind) == whole.notices.map(\.kind))
    // What libyaml refuses is text, and the comment with it.
    guard whole.notices.isEmpty else { return }
    #expect(quick.metadata.title.value == whole.metadata.title.value)
    #expect(quick.metadata.title.state == whole.metadata.title.state)
    #expect(quick.metadata.source.value == whole.metadata.source.value)
    #expect(quick.metadata.status.value == whole.metadata.status.value)
    #expect(quick.metadata.published.value == whole.metadata.published.value)
  }

  @Test("front matter that cannot be read is text, with a notice")
  func brokenFrontMatter() throws {
    let document = try Reading.document("---\ntitle: [未完\nissuer: 某市\n---\n各区落实。\n", file: "a.md")
    let notice = try #require(document.notices.first { $0.kind == .frontMatter })
    #expect(!notice.detail.isEmpty && notice.fileOffset != nil)
    // What is text may still be read as labels are.
    #expect(document.metadata.issuer.value == "某市" && document.metadata.issuer.state == .stated)
    #expect(Reading.passages(document) == ["各区落实。"])
  }

  @Test("a text that begins with a rule has no front matter")
  func rule() throws {
    let document = try Reading.document("---\n各区落实。\n\n没有第二条线。\n", file: "a.md")
    #expect(Reading.passages(document) == ["各区落实。", "没有第二条线。"])
  }

  @Test("code is one passage whose lines are its sentences")
  func code() throws {
    let document = try Reading.document("正文。\n\n```\nlet a = 1\nlet b = 2\n```\n", file: "a.md")
    #expect(Reading.sentences(document) == ["正文。", "let a = 1", "let b = 2"])
  }
}
