import GazetteDocument
import GazetteMeasures
import GazetteParsing
import GazetteTestSupport
import Testing

/// What holds for every text: places within the sentence, the same answer twice, no crash, ids that stay.
@Suite struct MeasurePropertyTests {
  static let pieces = [
    "要", "应当", "不得", "严禁", "加强", "完善", "对", "将", "把", "由", "纳入", "的", "，", "；", "。", "、", "（", "）",
    "“", "”", "：",
    "2025年", "底前", "每年", "30%", "不低于", "三个月内", "县级人民政府", "负责", "牵头", "一是", "了", "是", "为", "以", "在",
    "前", "全覆盖",
    "财政部门", "鼓励", "企业", "并", "和", "监测", "进行", "好", "国", " ", "\n", "😀", "é", "must", "shall",
    "The Council", " and ", ", ",
    "to ", "be ", "improve ", "encourage ", "by ", "the end of ", "2025", " percent", "if ",
    "that ", "so that ", "(", ")", "\"", ".", ";",
    ":", "at least ", "within ", "30 days", "May", "no ", "not ", "stressed ", "Explore ", "of ",
    "-", "$", "5", "第", "条",
  ]

  static func text(_ random: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...40, using: &random) {
      if Int.random(in: 0..<12, using: &random) == 0 {
        text.unicodeScalars.append(
          Unicode.Scalar(UInt32.random(in: 1...0xD7FF, using: &random)) ?? "x")
      } else {
        text += pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }
    }
    return text
  }

  @Test(
    "random sentences of both languages are read without a fault, twice alike, within themselves")
  func random() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let extractor = MeasureExtractor()
    for _ in 0..<2_000 * TestScale.factor {
      let text = MeasurePropertyTests.text(&random)
      for language in [Language.simplifiedChinese, .english] {
        let found = extractor.measures(inSentence: text, language: language)
        #expect(
          found == extractor.measures(inSentence: text, language: language), "seed \(seed): \(text)"
        )
        let scalars = Array(text.unicodeScalars)
        for measure in found {
          var spans = measure.objects + measure.action.spans + measure.modality.spans
          spans += measure.deadline.spans + measure.indicator.spans
          spans += measure.actors.compactMap(\.span) + [measure.span]
          for span in spans {
            #expect(
              span.end.scalar <= scalars.count && span.end.byte <= text.utf8.count && !span.isEmpty,
              "seed \(seed): \(text)")
            let bytes = String(String.UnicodeScalarView(scalars[..<span.start.scalar])).utf8.count
            #expect(bytes == span.start.byte, "seed \(seed): \(text)")
          }
          #expect((1...5).contains(measure.force.strength), "seed \(seed): \(text)")
        }
      }
    }
  }

  @Test("ids stay when paragraphs come before or behind, and no two are alike")
  func ids() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let rules = (1...6).map { "县财政局应当在\($0 + 3)月底前完善第\($0)类资金管理制度。" }
    func ids(of paragraphs: [String]) throws -> [MeasureID] {
      let text = "样本县资金管理规定\n\n" + paragraphs.joined(separator: "\n\n") + "\n"
      let document = try DocumentParser().parse(
        Array(text.utf8), id: PolicyDocument.ID("rules"), file: "rules.txt")
      return MeasureID.ids(of: MeasureExtractor().measures(in: document), in: document)
    }
    let before = try ids(of: rules)
    #expect(before.count == rules.count)
    #expect(Set(before).count == before.count)
    var moved = rules.shuffled(using: &random)
    moved.insert("会议听取了工作汇报。", at: Int.random(in: 0...moved.count, using: &random))
    let after = try ids(of: moved)
    #expect(Set(after) == Set(before), "seed \(seed)")
    let twice = try ids(of: [rules[0], rules[0]])
    #expect(twice.count == 2 && twice[0] != twice[1] && twice[0] == before[0])
    for id in before {
      #expect(id.description.hasPrefix("m-") && id.description.utf8.count == 14)
    }
  }

  @Test("deadlines are counted from the document's date and have a normal form")
  func deadlines() {
    let written = CalendarDate(year: 2024, month: 3)
    func normal(_ text: String, _ language: Language) -> String? {
      MeasureExtractor().measures(inSentence: text, language: language, written: written).first?
        .deadline.value?.normalised
    }
    #expect(normal("各乡镇应当在2025年6月底前完成整改。", .simplifiedChinese) == "2025-06-30")
    #expect(normal("各乡镇要在今年年底前完成整改。", .simplifiedChinese) == "2024-12-31")
    #expect(normal("各乡镇应当自受理之日起15个工作日内作出决定。", .simplifiedChinese) == "P15D")
    #expect(
      normal("Councils must publish the plan by the end of June 2025.", .english) == "2025-06-30")
    #expect(normal("Councils must publish the plan within 30 days.", .english) == "P30D")
    #expect(normal("Councils must publish the plan every year.", .english) == "R/P1Y")
  }

  @Test("bodies in a bracket have their roles")
  func bracket() {
    let found = MeasureExtractor().measures(
      inSentence: "完善农村饮水安全管理制度（县水利局牵头，县财政局、县卫生健康局配合）。", language: .simplifiedChinese)
    #expect(found.first?.actors.map(\.role) == [.lead, .supporting])
  }

  @Test(
    "what tells, praises or defines is no measure",
    arguments: [
      "去年全县新建水厂3座，惠及群众2万人。", "会议听取了工作汇报，审议了有关文件。", "本办法所称监测对象，是指农村低收入家庭。",
      "本规定自2025年1月1日起施行。", "该县已经完成了改造任务。",
    ])
  func told(text: String) {
    let found = MeasureExtractor().measures(inSentence: text, language: .simplifiedChinese)
    #expect(!found.contains { !$0.isOptional }, "\(text)")
  }
}
