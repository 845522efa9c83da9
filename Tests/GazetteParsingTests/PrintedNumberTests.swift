import GazetteDocument
import GazetteParsing
import Testing

/// Printed numbers of several steps as addresses, in documents as they are read.
@Suite struct PrintedNumberTests {
  private static let law = """
    示例县管水条例
    第一条　为了管好水，制定本条例。
    第二条　本条例所称工程，是指供水工程。
    供水单位应当具备下列条件：
    （一）有名称；
    （二）有场所，并且：
    1.面积够大；
    2.干净。
    （三）有人员。
    县水利局负责登记。
    第三条　本条例自印发之日起施行。
    """

  private static let plan = """
    一、总体要求
    （一）指导思想
    要管好水。
    （二）主要任务
    1.建工程。今年建三处。
    2.管工程。每村一名管水员。
    二、保障
    各乡镇负责。
    """

  private static let english = """
    The Water Act of the County

    Article 4 Duties

    (1) Each township shall repair its pipes.

    (2) Each township shall test its water.

    Article 5 Entry into force

    This Act enters into force on the day of its publication.
    """

  @Test(
    "a number of several steps means the paragraphs that a reader would count",
    arguments: [
      (law, "第二条第一款", ["第二条　本条例所称工程，是指供水工程。"]),
      (
        law, "第二条第二款",
        ["供水单位应当具备下列条件：", "（一）有名称；", "（二）有场所，并且：", "1.面积够大；", "2.干净。", "（三）有人员。"]
      ),
      (law, "第2条第2款第（二）项", ["（二）有场所，并且：", "1.面积够大；", "2.干净。"]),
      (law, "第二条第（三）项", ["（三）有人员。"]), (law, "第二条第三款", ["县水利局负责登记。"]),
      (law, "第二条第四款", []), (law, "第九条第一款", []),
      (plan, "一（二）2", ["2.管工程。每村一名管水员。"]), (plan, "一、（一）", ["要管好水。"]),
      (english, "Article 4(2)", ["(2) Each township shall test its water."]),
      (english, "article 4, item 2", ["(2) Each township shall test its water."]),
    ] as [(String, String, [String])])
  func places(text: String, number: String, wanted: [String]) throws {
    let document = try Reading.document(text)
    let parsed = try #require(SectionNumber(number))
    let found = document.passages(numbered: parsed).map {
      document.text.string(in: document.passages[$0].span)
    }
    #expect(found == wanted)
  }
}
