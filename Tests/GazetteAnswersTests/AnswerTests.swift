import Gazette
import GazetteTestSupport
import Testing

/// Answers over the sample corpus: what is found, how far it is known, and that every word of it stands in the source.
@Suite struct AnswerTests {
  @Test(
    "the first sentence of an answer stands in the paper that says it",
    arguments: [
      (
        "What are the three guarantees?", "poverty/three-guarantees-opinions.en",
        "compulsory education"
      ),
      ("三保障是什么？", "poverty/three-guarantees-opinions.zh", "义务教育、基本医疗、住房安全"),
      (
        "What do the three guarantees require?", "poverty/three-guarantees-opinions.en",
        "safe housing"
      ),
      ("两不愁三保障", "poverty/three-guarantees-opinions.zh", "不愁吃、不愁穿"),
      ("什么是防止返贫监测对象？", "poverty/assistance-measures.zh", "监测对象，是指"),
      ("控辍保学由谁负责？", "education/dropout-control.zh", "各乡镇中心学校"),
      ("寄宿生生活补助标准是多少？", "education/joint-notice.zh", "1,500元"),
      ("Which document deals with household toilets?", "toilet-checks.en", "toilets"),
      ("Who is responsible for drinking water safety?", "poverty/assistance-measures.zh", "县水利局"),
      ("样政发〔2024〕3号还有效吗", "housing/housing-safety.zh", "样政发〔2024〕3号"),
      ("控輟保學由誰負責？", "education/dropout-control.zh", "各乡镇中心学校"),
    ])
  func found(_ question: String, _ document: String, _ words: String) throws {
    let answer = try SampleCorpus.answer(question)
    let first = try #require(answer.statements.first, "\(question)")
    #expect(first.passage.document.id.name.hasSuffix(document), "\(first.passage.document.id)")
    #expect(first.sentence.text.contains(words), "\(first.sentence.text)")
  }

  /// Questions of every kind in both languages, answerable and not.
  static let questions = [
    "What are the three guarantees?", "What do the three guarantees require?", "三保障有什么要求？",
    "Who is responsible for drinking water safety?", "控辍保学由谁负责，何时完成？",
    "危房改造什么时候完成", "自来水普及率要达到多少", "三保障和六保有什么区别？",
    "Which document deals with toilets?", "Is the housing safety measure still in force?",
    "驻村第一书记要做什么", "first secretary", "什么是防止返贫监测对象？", "两不愁三保障",
    "What is required of villages in the flood season?", "低保标准是多少", "who pays for boarders",
  ]

  @Test(
    "each sentence is whole, byte for byte that of the source, and its id says so",
    arguments: questions)
  func exact(_ question: String) throws {
    let search = try SampleCorpus.search.get()
    let answer = try SampleCorpus.answer(question)
    for statement in answer.parts.flatMap({ $0.statements + $0.nearby }) {
      let document = try search.document(named: statement.passage.document.id.name)
      let span = statement.sentence.sentence.span
      #expect(document.text.string(in: span) == statement.sentence.text)
      #expect(document.sentences.contains { $0.span == span })
      #expect(statement.sentence.id.digest == document.digest(of: span))
      for value in statement.values where !answer.parts.contains(where: { $0.aspect == .force }) {
        for words in value.words {
          let whole = MeasureLine.words(statement.passage.text)
          #expect(whole.contains(MeasureLine.words(words)), "\(words)")
        }
      }
    }
  }

  @Test(
    "policy text stands before speech, speech before the rest, and an expert requires nothing",
    arguments: questions)
  func order(_ question: String) throws {
    let rank: [Voice.Kind: Int] = [.policy: 0, .leaderSpeech: 1]
    for part in try SampleCorpus.answer(question, limit: 8).parts
    where part.aspect != .difference && part.aspect != .requirement {
      let ranks = part.statements.map { rank[$0.passage.voice(of: $0.sentence).kind] ?? 2 }
      #expect(ranks == ranks.sorted(), "\(part.aspect)")
    }
    for part in try SampleCorpus.answer(question, limit: 20).parts
    where part.aspect == .requirement || part.aspect.field != nil {
      for statement in part.statements {
        #expect(statement.passage.voice(of: statement.sentence).kind != .expert)
      }
    }
  }

  @Test(
    "no more sentences than asked for, none twice, and fewer do not change the first",
    arguments: questions)
  func few(_ question: String) throws {
    let short = try SampleCorpus.answer(question, limit: 1)
    let long = try SampleCorpus.answer(question, limit: 6)
    for part in short.parts {
      #expect(part.statements.count <= (part.aspect == .difference ? 2 : 1))
    }
    for part in long.parts {
      #expect(part.statements.count <= 6)
      #expect(Set(part.statements.map(\.sentence.id)).count == part.statements.count)
    }
    #expect(short.isAnswered == long.isAnswered)
  }

  @Test(
    "a field that no requirement states is not stated, with the requirement; nothing is invented")
  func notStated() throws {
    let answer = try SampleCorpus.answer("Is there a deadline for the exit mechanism?")
    let part = try #require(answer.parts.first)
    #expect(part.aspect == .deadline && part.state == .notStated)
    #expect(!part.statements.isEmpty && part.statements.allSatisfy(\.values.isEmpty))
  }

  @Test(
    "what the corpus does not speak of has no answer, but what was searched and what is nearest")
  func nothing() throws {
    for question in ["What is the capital of France?", "火星上由谁负责？", "", "是什么"] {
      let answer = try SampleCorpus.answer(question)
      #expect(!answer.isAnswered && answer.statements.isEmpty, "\(question)")
      #expect(answer.documentCount >= 100 && answer.passageCount > 1_000)
    }
    let near = try SampleCorpus.answer(
      "Who is responsible for the three guarantees on Mars Phobos Deimos?")
    #expect(near.aliases.contains { $0.concept == "three-guarantees" && $0.labels.contains("三保障") })
  }

  @Test(
    "a page that somebody pastes is asked for in no time, and what is nearest is shown for a single word"
  )
  func pasted() throws {
    let page = String(repeating: "谁负责控辍保学，何时完成？Who pays? ", count: 20_000)
    #expect(try SampleCorpus.answer(page).question.text == page)
    let near = try SampleCorpus.answer("Which zzyzx pays subsidy boarders?")
    #expect(!near.isAnswered)
    let some = try SampleCorpus.answer("how much is the subsidy for boarders zzyzx?")
    #expect(some.isAnswered || !some.nearest.isEmpty)
  }

  @Test("answers that differ stand side by side, each with its document and date")
  func differ() throws {
    let answer = try SampleCorpus.answer("控辍保学由谁负责？", limit: 8)
    let part = try #require(answer.parts.first)
    #expect(part.statements.count > 1 && !part.agrees)
    #expect(part.statements.allSatisfy { $0.passage.document.metadata.date != nil })
  }

  @Test("a question in one language finds what only a paper in the other says, through the concept")
  func across() throws {
    let answer = try SampleCorpus.answer("Who is responsible for drinking water safety?")
    #expect(answer.statements.contains { $0.passage.document.language.isChinese })
    var literal = AnswerRequest("Who is responsible for drinking water safety?")
    literal.isLiteral = true
    let words = try SampleCorpus.search.get().answer(to: literal)
    #expect(!words.statements.contains { $0.passage.document.language.isChinese })
    let english = try SampleCorpus.answer("户厕改造由谁负责？")
    #expect(!english.statements.isEmpty)
  }

  @Test("a repealed paper says so, and a translation takes it from its original")
  func force() throws {
    let answer = try SampleCorpus.answer("Is the housing safety measure still in force?")
    let part = try #require(answer.parts.first { $0.aspect == .force })
    #expect(part.statements.first?.values.first?.text == "repealed")
    let revised = try SampleCorpus.answer("样政发〔2026〕2号还有效吗")
    #expect(revised.statements.first?.values.first?.text == "in-force")
  }

  @Test("the sentence that leads in a list brings its items")
  func lists() throws {
    let answer = try SampleCorpus.answer("什么是防止返贫监测对象？")
    let items = try #require(answer.statements.first).items
    #expect(items.map(\.text).contains { $0.contains("脱贫不稳定户") } && items.count == 3)
  }

  @Test("filters narrow what is answered from")
  func filters() throws {
    var request = AnswerRequest("What do the three guarantees require?")
    request.filters = ["lang:zh"]
    let answer = try SampleCorpus.search.get().answer(to: request)
    #expect(answer.isAnswered)
    #expect(answer.statements.allSatisfy { $0.passage.document.language.isChinese })
  }

  @Test("a receipt of an answer holds against the sources")
  func receipt() throws {
    let search = try SampleCorpus.search.get()
    let excerpts = try SampleCorpus.answer("三保障有什么要求？").statements.flatMap(\.excerpts)
    let receipt = try ReceiptWriting(command: "ask", query: "三保障有什么要求？", parsed: nil, options: [:])
      .receipt(for: excerpts, of: search)
    #expect(receipt.passages.count == excerpts.count && !excerpts.isEmpty)
    #expect(receipt.passages.allSatisfy { $0.isConsistent })
  }
}
