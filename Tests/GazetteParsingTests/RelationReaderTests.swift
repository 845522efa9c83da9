import GazetteDocument
import GazetteParsing
import Testing

/// What a document says of others, in both languages.
@Suite struct RelationReaderTests {
  /// A relation as one line: its kind, the title and the number of the other paper.
  private func lines(_ document: PolicyDocument) -> [String] {
    document.relations.map { relation in
      [relation.kind.rawValue, relation.title, relation.number?.description].compactMap { $0 }
        .joined(separator: "|")
    }
  }

  /// Reads one line of text below a title that says nothing of others.
  private func relations(in line: String) throws -> [String] {
    lines(try Reading.document("公园的故事\n\n\(line)\n"))
  }

  @Test(
    "the words around a Chinese citation tell the relation",
    arguments: [
      (
        "根据《示例省公园条例》和《示例市绿化办法》（示政发[2015]34号），制定本办法。",
        ["implements|示例省公园条例", "implements|示例市绿化办法|示政发〔2015〕34号"]
      ),
      ("为贯彻落实《示例省公园建设规划》，现提出如下意见。", ["implements|示例省公园建设规划"]),
      ("现将《示例市公园管理办法》印发给你们，请认真执行。", ["issues|示例市公园管理办法"]),
      (
        "民政局《关于整顿公园的意见》已经市人民政府同意，现转发给你们。",
        ["forwards|关于整顿公园的意见"]
      ),
      (
        "《示例市旧公园管理办法》（示政发〔2001〕3号）、《示例市花园管理规定》同时废止。",
        ["repeals|示例市旧公园管理办法|示政发〔2001〕3号", "repeals|示例市花园管理规定"]
      ),
      (
        "自本通知印发之日起，《示例市关于公园收费的通知》（示政办发〔2016〕82号）停止执行。",
        ["supersedes|示例市关于公园收费的通知|示政办发〔2016〕82号"]
      ),
      ("《示例市公园条例》自2024年4月1日起废止。", ["repeals|示例市公园条例"]),
      ("《示例市公园管理办法》作如下修改：", ["amends|示例市公园管理办法"]),
      ("你县《关于开放公园的请示》（样政〔2021〕14号）收悉。", ["answers|关于开放公园的请示|样政〔2021〕14号"]),
      ("参见《国务院关于印发〈全国公园规划〉的通知》。", ["cites|国务院关于印发〈全国公园规划〉的通知"]),
      ("县里印发了《示例县公园管理办法》。", ["cites|示例县公园管理办法"]),
      ("执行样教发〔2018〕43号文件。", ["implements|样教发〔2018〕43号"]),
      ("按照国办发〔2018〕43号文件要求，各区要落实。", ["implements|国办发〔2018〕43号"]),
      ("《示例日报》和《公园》都登了这条消息，以下简称《办法》。", []),
      ("根据上级要求，各县制定了《示例县公园管理办法》。", ["cites|示例县公园管理办法"]),
      ("《示例市公园条例实施细则》把“园”字修改为《示例市园林条例》的写法。", ["cites|示例市公园条例实施细则", "cites|示例市园林条例"]),
    ])
  func chinese(line: String, expected: [String]) throws {
    #expect(try relations(in: line) == expected)
  }

  @Test(
    "the words around an English citation tell the relation",
    arguments: [
      (
        "On the basis of the Work Plan of Example Province for the Opening of Parks (Shi Fa [2022] No. 6), it is decided.",
        ["implements|Work Plan of Example Province for the Opening of Parks|ShiFa〔2022〕6号"]
      ),
      (
        "In accordance with the Parks Act 2011, the Council decides.",
        ["implements|Parks Act 2011"]
      ),
      (
        "The Interim Measures of Sample County for Small Parks are repealed at the same time.",
        ["repeals|Interim Measures of Sample County for Small Parks"]
      ),
      (
        "The Notice on Park Fees in 2023 (Guo Ban Fa [2023] No. 15) ceases to apply.",
        ["supersedes|Notice on Park Fees in 2023|国办发〔2023〕15号"]
      ),
      (
        "Your “Letter on Land for Parks” (Yang Han (2021) No. 14) has been received.",
        ["answers|Letter on Land for Parks|YangHan〔2021〕14号"]
      ),
      (
        "It follows the Education Law of the Republic and the Opinions of the Bureau on Parks (Guo Fa [2018] No. 43).",
        ["cites|Opinions of the Bureau on Parks|国发〔2018〕43号"]
      ),
      (
        "In accordance with the Parks Law of the Republic and the Long-term Opinions on Parks (Guo Fa [2018] No. 43), we act.",
        [
          "implements|Parks Law of the Republic",
          "implements|Long-term Opinions on Parks|国发〔2018〕43号",
        ]
      ),
      ("See the Rules on Parks (Guo Fa [2018] No. 43).", ["cites|Rules on Parks|国发〔2018〕43号"]),
      ("As provided in Guo Fa [2018] No. 43, parks are open.", ["implements|国发〔2018〕43号"]),
      ("We read the Report with pleasure, and Parks Matter to all of us.", []),
      ("“Measures for Safe Parks” is what we follow.", ["cites|Measures for Safe Parks"]),
    ])
  func english(line: String, expected: [String]) throws {
    #expect(lines(try Reading.document("A story of parks\n\n\(line)\n")) == expected)
  }

  @Test(
    "a title tells what its paper does to another",
    arguments: [
      ("示例市人民政府关于印发示例市公园规划的通知", "issues|示例市公园规划"),
      ("示例市人民政府关于印发《示例市公园规划》的通知", "issues|示例市公园规划"),
      ("示例市人民政府转发民政局关于整顿公园意见的通知", "forwards|民政局关于整顿公园意见"),
      ("示例市人民政府关于修改《示例市公园条例》的决定", "amends|示例市公园条例"),
      ("示例市人民政府关于废止《示例市公园条例》的决定", "repeals|示例市公园条例"),
      ("《示例市公园条例》解读", "explains|示例市公园条例"),
    ])
  func titles(title: String, expected: String) throws {
    let document = try Reading.document("\(title)\n示政发〔2020〕1号\n各区人民政府：\n请落实。\n")
    #expect(lines(document) == [expected])
  }

  @Test("an English title tells it too")
  func englishTitle() throws {
    let document = try Reading.document(
      "Notice of the Example Bureau on Issuing the Plan for Open Parks\n\nGuo Fa [2018] No. 43\n\nParks are open to all.\n"
    )
    #expect(lines(document) == ["issues|Plan for Open Parks"])
    #expect(document.relations.first?.state == .inferred)
  }

  @Test(
    "evidence is the citation with its cue, and a request without marks is found by its receipt")
  func evidence() throws {
    let document = try Reading.document(
      "示例市人民政府关于公园的批复\n样本县人民政府：\n你县关于开放公园的请示（样政〔2021〕14号）收悉。根据《示例省公园条例》，批复如下：\n同意。\n")
    let words = document.relations.map { document.text.string(in: $0.evidence) }
    #expect(words == ["关于开放公园的请示（样政〔2021〕14号）收悉", "根据《示例省公园条例》"])
    #expect(lines(document) == ["answers|关于开放公园的请示|样政〔2021〕14号", "implements|示例省公园条例"])
  }

  @Test("a list below a line that says what becomes of its papers says it of each")
  func lists() throws {
    let text = """
      # 示例市人民政府关于文件清理结果的公告

      ## 一、继续有效的文件（1件）

      1. 《示例市公园条例》（示政发〔2019〕1号）

      ## 二、宣布失效的文件（2件）

      1. 《示例市公园收费办法》（示政发〔2016〕22号），适用期已过。
      2. 《示例市2020年公园工作要点》（示政发〔2020〕6号），工作已完成。
      """
    let document = try Reading.document(text, file: "a.md")
    #expect(
      lines(document) == [
        "cites|示例市公园条例|示政发〔2019〕1号", "repeals|示例市公园收费办法|示政发〔2016〕22号",
        "repeals|示例市2020年公园工作要点|示政发〔2020〕6号",
      ])
  }

  @Test("a paper does not cite itself, and a reason hides a mere citation of the same paper")
  func own() throws {
    let document = try Reading.document(
      "示例市公园条例\n示政发〔2020〕1号\n示政发〔2020〕1号\n《示例省公园法》很重要。根据《示例省公园法》，制定《示例市公园条例》。\n")
    #expect(lines(document) == ["implements|示例省公园法"])
  }

  @Test("unclosed marks, nested marks and marks at the edge of the text do no harm")
  func hostile() throws {
    for text in [
      "《", "根据《", "《》", "《《《《《《》", "根据《" + String(repeating: "《", count: 2_000), "〔", "国发〔",
      "国发〔2018〕",
      "》同时废止", "（《示例条例》（", "Act", "the Act (", " No. 5", "A No. 5",
      String(repeating: "Act of ", count: 500),
      "自", "《示例条例》自", "《示例条例》，", "《示例条例》经", "收悉", "关于收悉",
    ] {
      _ = try Reading.document(text)
      _ = try Reading.document("正文在此。\n" + text + "\n")
    }
  }
}
