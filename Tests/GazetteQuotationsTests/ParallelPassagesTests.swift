import GazetteDocument
import GazetteQuotations
import GazetteTestSupport
import Testing

@Suite struct ParallelPassagesTests {
  /// The pairs of documents that are given as lists of passages.
  private func pairs(_ documents: [[String]]) -> [PassagePair] {
    var finder = ParallelPassages()
    for (number, passages) in documents.enumerated() {
      finder.add(OnePassageDocument.document(named: "\(number)", passages: passages))
    }
    return finder.pairs()
  }

  private func places(_ pairs: [PassagePair]) -> [String] {
    pairs.map {
      "\($0.kind) \($0.left.document).\($0.left.passage) \($0.right.document).\($0.right.passage)"
    }.sorted()
  }

  @Test("a passage that stands in two documents word for word is found")
  func copy() {
    let shared = "The water keeper of each village walks along the whole pipe every Monday morning."
    let found = pairs([
      ["Nothing else here resembles anything over there at all.", shared],
      [shared, "Sheep, goats and a tractor wait beside the mill."],
    ])
    #expect(places(found) == ["same 0.1 1.0"])
    #expect(found.first?.likeness == 1)
  }

  @Test("one in other words is found, with the words where it stands")
  func reworded() throws {
    let left = "The key lies in people, and the key lies in the style of cadres."
    let right =
      "Whether it ends well or not, the key is in the people, the key is in the style of the cadres."
    let found = pairs([
      ["A mushroom shed burned down in March.", left], [right, "Buses run twice a day to town."],
    ])
    #expect(places(found) == ["reworded 0.1 1.0"])
    let pair = try #require(found.first)
    #expect(pair.likeness < 1 && pair.weight > 0 && !pair.stretches.isEmpty)
    let document = OnePassageDocument.document(
      named: "0", passages: ["A mushroom shed burned down in March.", left])
    let words = pair.stretches.map { document.text.string(in: $0.left) }.joined()
    #expect(words.contains("the style of cadres"))
  }

  @Test("Chinese in other words is found, and what merely has a word in common is not")
  func chinese() {
    let found = pairs([
      ["管水员每周一沿着主管道走一遍，发现漏水当天报告乡镇供水站。", "蘑菇大棚三月失火，没有人受伤。"],
      ["各村管水员每周一都要沿着主管道走一遍，发现漏水，当天报告供水站。", "供水站门前种了两棵树，树下有凳子。"],
    ])
    #expect(places(found) == ["reworded 0.0 1.0"])
  }

  @Test("a Traditional copy is found beside the Simplified original")
  func script() {
    let found = pairs([
      ["账上有的要在户里看得到，户里有的要在账上查得到。", "今年雨水来得早。"],
      ["春天種了兩畝油茶。", "賬上有的要在戶裏看得到，戶裏有的要在賬上查得到。"],
    ])
    #expect(places(found) == ["same 0.0 1.1"])
  }

  @Test("the name and number of a document that both cite make no parallel")
  func citations() {
    let found = pairs([
      ["根据《示例省人民政府办公厅关于健全成果巩固长效机制的实施意见》（示政办发〔2023〕12号），春耕开始。"],
      ["学校食堂周一换菜单，见《示例省人民政府办公厅关于健全成果巩固长效机制的实施意见》（示政办发〔2023〕12号）。"],
    ])
    #expect(found.isEmpty)
  }

  @Test("what stands in many documents is a set phrase")
  func phrase() {
    let phrase =
      "These Measures take effect on the date of issue and shall be valid for five years."
    func word(_ number: Int) -> String {
      String(repeating: Array("bcdfghjklmnp")[number], count: 3)
    }
    let documents = (0..<12).map { number in
      [phrase, (0..<9).map { word(number) + word($0) + "o" }.joined(separator: " ")]
    }
    #expect(places(pairs(Array(documents.prefix(3)))).count == 3)
    #expect(pairs(documents).isEmpty)
  }

  @Test("a translation is found by what it says in any language")
  func translation() {
    let chinese = [
      "第七条　县住房和城乡建设局应当自收到申请之日起15个工作日内组织完成鉴定，由县财政承担费用860元。",
      "第八条　农户可以自2024年9月1日起申请复核，复核应当另行委派三名技术人员。",
      "第九条　覆盖率不低于97.5%，总投资1.26亿元。",
      "第十条　依照样政办发〔2017〕45号办理，有效期至2026年3月31日。",
    ]
    let english = [
      "Article 9 Coverage shall be no less than 97.5 per cent; investment is 126 million yuan in all.",
      "Article 7 The Bureau shall have the appraisal done within 15 working days; the county pays 860 yuan.",
      "Article 8 From September 1, 2024 households may ask for a review by three other technicians.",
      "Article 10 Yang Zheng Ban Fa [2017] No. 45 applies, and this is valid until 31 March 2026.",
    ]
    #expect(
      places(pairs([chinese, english])) == [
        "translation 0.0 1.1", "translation 0.1 1.2", "translation 0.2 1.0",
        "translation 0.3 1.3",
      ])
  }

  @Test("concepts lead from one language to the other")
  func concepts() {
    let left = OnePassageDocument.document(
      named: "a", passages: ["中央统筹与东西部协作都要讲内生动力。", "另起一段，说的是菜价。", "院子里晒着玉米。"])
    let right = OnePassageDocument.document(
      named: "b",
      passages: [
        "Apples fell.", "Unified planning, east-west pairing and inner drive all matter.",
        "Snow came.",
      ])
    let ids = ["planning", "pairing", "drive"]
    func mentions(_ document: PolicyDocument, in passage: Int) -> [[ParallelPassages.Concept]] {
      document.passages.enumerated().map { place, found in
        place == passage
          ? ids.map { .init(id: $0, range: found.span.bytes) } : []
      }
    }
    // A corpus around them makes the concepts rare.
    var finder = ParallelPassages()
    finder.add(left, mentions: mentions(left, in: 0))
    finder.add(right, mentions: mentions(right, in: 1))
    for number in 0..<400 {
      finder.add(
        OnePassageDocument.document(named: "\(number)", passages: ["village\(number) is small"]))
    }
    let found = finder.pairs()
    #expect(places(found) == ["translation 0.0 1.1"])
    #expect(Set(found.first?.shared.compactMap(\.concept) ?? []) == Set(ids))
  }

  @Test("only documents that are wanted are compared")
  func wanted() {
    let text = "The water keeper of each village walks along the whole pipe every Monday morning."
    var finder = ParallelPassages()
    for number in 0..<4 {
      finder.add(OnePassageDocument.document(named: "\(number)", passages: [text]))
    }
    #expect(finder.pairs().count == 6)
    #expect(
      places(finder.pairs { left, right in left == 1 || right == 1 }) == [
        "same 0.0 1.0", "same 1.0 2.0", "same 1.0 3.0",
      ])
  }

  @Test(
    "nothing is found where there is nothing, and nothing breaks",
    arguments: [
      [], [[]], [[""], [""]], [["。。。", "1"], ["、", "1"]], [["〔2023〕"], ["[2023] No. "]],
      [["《没有关上的书名"], ["《《《《"]],
      [["99999999999999999999999999万亿"], ["999,999,999,999,999,999 million"]],
    ])
  func nothing(_ documents: [[String]]) {
    #expect(pairs(documents).isEmpty)
  }
}
