import GazetteDocument
import GazetteMeasures
import Testing

/// Constructions that were once read wrong, in sentences of our own.
@Suite struct ExtractionCaseTests {
  /// A sentence, and of each measure the action, the objects and the bodies that it states.
  struct Construction: Sendable, CustomTestStringConvertible {
    let text: String
    let found: [(action: String, objects: [String], actors: [String])]

    var testDescription: String { text }
  }

  static let chinese: [Construction] = [
    Construction(
      text: "水利部门培育和完善供水市场。",
      found: [("培育和完善", ["供水市场"], ["水利部门"])]),
    Construction(
      text: "样例市水利局会同样例市财政局制定供水计划。",
      found: [("制定", ["供水计划"], ["样例市水利局", "样例市财政局"])]),
    Construction(
      text: "水利部门应当与指定加工企业签订协议。", found: [("签订", ["协议"], ["水利部门"])]),
    Construction(
      text: "不得以保证金等名义收取费用。", found: [("收取", ["费用"], [])]),
    Construction(
      text: "县级人民政府不得举办或者与他人联合举办供水机构。",
      found: [("举办或者与他人联合举办", ["供水机构"], ["县级人民政府"])]),
    Construction(
      text: "具体管理办法由样例市人民政府制定。",
      found: [("制定", ["具体管理办法"], ["样例市人民政府"])]),
    Construction(
      text: "费用由开发建设的单位和个人承担。",
      found: [("承担", ["费用"], ["开发建设的单位和个人"])]),
    Construction(
      text: "有关部门和单位有责任和义务向水利部门提供信息。",
      found: [("提供", ["信息"], ["有关部门和单位"])]),
  ]

  static let english: [Construction] = [
    Construction(
      text: "This means that staff of the council must follow the plan.",
      found: [("follow", ["the plan"], ["staff of the council"])]),
    Construction(
      text: "We will listen to complaints and give greater priority to wells.",
      found: [
        ("listen to", ["complaints"], []), ("give greater priority to", ["wells"], []),
      ]),
    Construction(
      text: "The county shall make coordinated efforts to improve water quality.",
      found: [("improve", ["water quality"], ["The county"])]),
    Construction(
      text: "The council must prevent and control soil pollution.",
      found: [("prevent and control", ["soil pollution"], ["The council"])]),
    Construction(
      text: "The county shall create a market in which small firms can compete.",
      found: [("create", ["a market in which small firms can compete"], ["The county"])]),
    Construction(
      text: "The Ministry should consider the need of using outside advisers.",
      found: [("consider", ["the need of using outside advisers"], ["The Ministry"])]),
    Construction(
      text:
        "On 3 March 2026, the mayor pointed out at a meeting that all towns should check the wells.",
      found: [("check", ["the wells"], ["all towns"])]),
  ]

  @Test("Chinese constructions", arguments: chinese)
  func readsChinese(_ wanted: Construction) { check(wanted, .simplifiedChinese) }

  @Test("English constructions", arguments: english)
  func readsEnglish(_ wanted: Construction) { check(wanted, .english) }

  @Test("fears and explanations ask nothing")
  func none() {
    let extractor = MeasureExtractor()
    for text in [
      "The aims will not be fully realised until the rules are made.",
      "“Well” shall have the same meaning as in the earlier rules.",
    ] {
      let found = extractor.measures(inSentence: text, language: .english)
      #expect(found.isEmpty, "\(text)")
    }
    let text = "施工中造成的水土流失，其费用由建设单位列支。"
    let topic = extractor.measures(inSentence: text, language: .simplifiedChinese)
    #expect(topic.map { words($0.action.span, text) } == ["列支"])
  }

  @Test("the day of a speech is no deadline of what was asked for in it")
  func saidOn() {
    let extractor = MeasureExtractor()
    let head =
      "On 3 March 2026, the mayor pointed out at a meeting that all towns should check the wells"
    let open = extractor.measures(inSentence: head + ".", language: .english)
    #expect(open.count == 1 && open.allSatisfy { $0.isReported && $0.deadline.span == nil })
    let due = extractor.measures(inSentence: head + " by June 2027.", language: .english)
    #expect(due.map { words($0.deadline.span, head + " by June 2027.") } == ["by June 2027"])
  }

  private func words(_ span: TextSpan?, _ text: String) -> String {
    span.map { String(decoding: Array(text.utf8)[$0.bytes], as: UTF8.self) } ?? ""
  }

  private func check(_ wanted: Construction, _ language: Language) {
    let found = MeasureExtractor().measures(inSentence: wanted.text, language: language)
    #expect(found.map { words($0.action.span, wanted.text) } == wanted.found.map(\.action))
    for (measure, expected) in zip(found, wanted.found) {
      #expect(measure.objects.map { words($0, wanted.text) } == expected.objects, "\(wanted.text)")
      let stated = measure.actors.filter { $0.state == .stated }.map { words($0.span, wanted.text) }
      #expect(stated == expected.actors, "\(wanted.text)")
    }
  }
}
