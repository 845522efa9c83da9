import Gazette
import GazetteTestSupport
import Testing

@testable import GazetteAnswers

/// What a question asks for, and about what, in both languages.
@Suite struct QuestionReaderTests {
  private func question(_ text: String) throws -> Question {
    let search = try SampleCorpus.search.get()
    var reader = try QuestionReader(text, by: try search.thesaurus())
    return try reader.question()
  }

  @Test(
    "the words that ask tell what is asked for",
    arguments: [
      ("What are the three guarantees?", [QuestionAspect.definition]),
      ("What does “first secretary” mean?", [.definition]),
      ("What do the three guarantees require?", [.requirement]),
      ("How should dropouts be handled?", [.requirement]),
      ("Who is responsible for drinking water safety?", [.actor]),
      ("By when must dangerous houses be renovated?", [.deadline]),
      ("Is there a deadline for the exit mechanism?", [.deadline]),
      ("How much is the boarding subsidy?", [.indicator]),
      ("Which document deals with toilets?", [.source]),
      ("Are the Measures for housing still in force?", [.force]),
      (
        "What is the difference between the three guarantees and the six guarantees?", [.difference]
      ),
      ("What must be done when a house collapses?", [.requirement]),
      (
        "What do the three guarantees ask for? Who, by when, in which document, still in force?",
        [.requirement, .actor, .deadline, .source, .force]
      ),
      ("三保障是什么？", [.definition]), ("什么是防止返贫监测对象", [.definition]),
      ("三保障有什么要求？", [.requirement]), ("如何开展危房改造", [.requirement]),
      ("控辍保学由谁负责？", [.actor]), ("饮水安全哪个部门牵头", [.actor]),
      ("危房改造什么时候完成", [.deadline]), ("危房改造的完成时限", [.deadline]),
      ("自来水普及率要达到多少", [.indicator]), ("哪个文件规定了户厕改造", [.source]),
      ("样政发〔2024〕3号还有效吗", [.force]), ("三保障和六保有什么区别", [.difference]),
      ("控輟保學由誰負責，何時完成？", [.actor, .deadline]),
      ("对不同类别的农户有什么要求", [.requirement]), ("两不愁三保障", []), ("first secretary", []),
    ])
  func aspects(_ text: String, _ aspects: [QuestionAspect]) throws {
    let found = try question(text)
    #expect(found.aspects == aspects)
  }

  @Test(
    "what is left is the topic: labels by their concepts, other words without those that say nothing"
  )
  func topics() throws {
    let english = try question("Who is responsible for the three guarantees in the townships?")
    #expect(english.topics[0].concepts.contains("three-guarantees"))
    #expect(english.topics[0].words == ["townships"])
    #expect(!english.isChinese)
    let chinese = try question("乡镇卫生院的三保障由谁负责？")
    #expect(chinese.topics[0].concepts.contains("three-guarantees") && chinese.isChinese)
    #expect(chinese.topics[0].words.contains("卫生"))
    let two = try question("三保障和六保有什么区别？")
    #expect(two.topics.count == 2)
    #expect(two.topics.map(\.concepts.first) == ["three-guarantees", "six-guarantees"])
    let plain = try question("toilets versus tanks")
    #expect(plain.topics.map(\.words) == [["toilets"], ["tanks"]])
  }

  @Test("whatever is typed is taken apart, and what only asks is about nothing")
  func anything() throws {
    for text in ["", "?", "？？？", "是什么", "what is", "\u{202E}abc", "“", "\u{0}", "𠮷是什么"] {
      _ = try question(text)
    }
    let chinese = try question("是什么")
    #expect(chinese.topics[0].isEmpty)
    let english = try question("what is it")
    #expect(english.topics[0].isEmpty)
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let pieces = [
        "三保障", "what is", "谁", " ", "deadline", "“", "〔2024〕", "和", "？", "\n", "水", "3",
      ]
      let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      let found = try question(text)
      #expect(found.topics.count <= 2 && !found.topics.isEmpty, "\(text) seed \(seed)")
    }
  }
}
