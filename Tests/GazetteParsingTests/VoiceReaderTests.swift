import GazetteDocument
import GazetteParsing
import Testing

@Suite struct VoiceReaderTests {
  /// The voices of a text's sentences, each as its kind with what is known of it.
  private func voices(_ text: String) throws -> [String] {
    let document = try Reading.document(text)
    return document.passages.indices.flatMap { passage in
      document.passages[passage].sentences.map { sentence in
        let voice = document.voice(ofSentence: sentence, in: passage)
        let known = [voice.speaker, voice.post, voice.date?.description, voice.occasion]
        return ([voice.kind.rawValue] + known.compactMap { $0 }).joined(separator: "; ")
      }
    }
  }

  private static let dateline = "新华社示例市3月6日电 今天天气晴朗，会场坐满了人。\n"
  private static let agency = "SAMPLE CITY, March 6 (Example News) -- The hall was full today.\n\n"

  @Test(
    "who is named as saying something speaks, with post, date and occasion",
    arguments: [
      ("2020年3月6日，习样本总书记在决战决胜座谈会上强调，要一鼓作气。要再接再厉。", ["leader-speech; 习样本", "x"]),
      (
        "县委书记李样本在全县动员会上指出，住房要安全。饮水也要安全。",
        ["leader-speech; 李样本; 县委书记; 全县动员会", "leader-speech; 李样本; 县委书记; 全县动员会"]
      ),
      ("示例大学教授张三认为，户档要真。", ["expert; 张三; 示例大学教授"]),
      ("示例研究院院长李四表示，水价要合理。", ["expert; 李四; 示例研究院院长"]),
      ("“管网要换。”县水利局局长王五说。", ["leader-speech; 王五; 县水利局局长", "leader-speech; 王五; 县水利局局长"]),
      ("有专家认为，标准不能降。这话有道理。", ["expert; 专家", "narration"]),
      ("村民郑某说：“不涩了。”", ["narration"]),
      ("按照县长要求，各乡镇都报了数。", ["narration"]),
    ] as [(String, [String])])
  func chinese(text: String, wanted: [String]) throws {
    let found = try voices(Self.dateline + text + "\n").dropFirst()
    if wanted.last == "x" {
      #expect(
        Array(found)
          == Array(repeating: "leader-speech; 习样本; 总书记; 2020-03-06; 决战决胜座谈会", count: 2))
    } else {
      #expect(Array(found) == wanted)
    }
  }

  @Test(
    "English reports name who speaks in front of the verb and behind it",
    arguments: [
      (
        "Ma Sample, an assistant researcher at the Example Institute, said that officials worked hard. They still can not be careless.",
        Array(
          repeating: "expert; Ma Sample; assistant researcher at the Example Institute", count: 2)
      ),
      (
        "On March 6, 2020, general secretary Xi Sample pointed out at the central work conference that the key lies in people. We should oppose formalism.",
        Array(
          repeating:
            "leader-speech; Xi Sample; general secretary; 2020-03-06; central work conference",
          count: 2)
      ),
      (
        "In January 13, 2020, at the four plenary session of the Commission, general secretary Xi Sample delivered a speech. He stressed that problems be solved.",
        [
          "narration",
          "leader-speech; Xi Sample; general secretary; 2020-01-13; four plenary session of the Commission",
        ]
      ),
      (
        "\"Keys are the beginning,\" county head Chen Sample said. He required that problems be put right. According to the county, 398 signed.",
        [
          "leader-speech; Chen Sample; county head", "leader-speech; Chen Sample; county head",
          "narration",
        ]
      ),
      (
        "Wei Sample, a professor of sociology, said it was early. \"The kindergarten matters,\" she said.",
        [
          "expert; Wei Sample; professor of sociology",
          "expert; Wei Sample; professor of sociology",
        ]
      ),
      (
        "\"The road is dry,\" said Hu Sample, a researcher at the Party School.",
        ["expert; Hu Sample; researcher at the Party School"]
      ),
      (
        "In from November 27 to 28, 2015, President Li Sample stressed that no one be left.",
        ["leader-speech; Li Sample; President; 2015-11-27"]
      ),
      ("\"It was cold,\" said Han Sample, who moved last year.", ["narration"]),
    ] as [(String, [String])])
  func english(text: String, wanted: [String]) throws {
    #expect(Array(try voices(Self.agency + text + "\n").dropFirst()) == wanted)
  }

  @Test("a later short form means the one who was named in full, a bare post the one who holds it")
  func resolution() throws {
    let found = try voices(
      Self.agency
        + "General secretary Xi Sample stressed that water be safe.\n\nThe General Secretary stressed that houses be safe.\n\nSample said that schools be open.\n"
    )
    #expect(found[1] == "leader-speech; Xi Sample; General secretary")
    #expect(found[2] == "leader-speech; Xi Sample; General secretary")
    #expect(found[3] == "leader-speech; Xi Sample; General secretary")
  }

  @Test(
    "a whole speech has its speaker, date and occasion; who is quoted in it speaks that sentence")
  func speech() throws {
    let text =
      "在样本县动员会上的讲话\n\n（2020年5月12日，样本县会议中心）\n\n李样本\n\n同志们：\n\n今天会议很短。邓样本同志指出，贫穷不是社会主义。我们要记住。\n"
    let found = try voices(text)
    let own = "leader-speech; 李样本; 2020-05-12; 样本县动员会"
    #expect(found == [own, own, own, own, "leader-speech; 邓样本", own])
    let english = try voices(
      "# Lecture Four: What We Check\n\n*Lecturer: Yang Sample (invented). Held on 21 April 2023.*\n\nGood morning, comrades. Let us not recite it.\n"
    )
    #expect(english.allSatisfy { $0.hasPrefix("leader-speech; Yang Sample") })
  }

  @Test(
    "a paper with a number is policy throughout; a quotation does not run on in a text of requirements"
  )
  func policy() throws {
    let numbered = try voices("示例县关于管水的通知\n示政发〔2020〕3号\n县长李样本强调，要管好水。各乡镇要落实。\n")
    #expect(Set(numbered) == ["policy"])
    let heads = (1...3).map {
      "\($0). Strengthen kind \($0) of thinking\n\nWork must go on in each county. The General Secretary emphasized: \"Water must be safe.\" Improve the pipes.\n\n"
    }
    let found = try voices(heads.joined())
    #expect(found.prefix(3) == ["policy", "leader-speech; General Secretary", "policy"])
  }

  @Test(
    "where leaders are commented on, what is to be done besides is policy; in an essay it is not")
  func normative() throws {
    let expert =
      "Wei Sample, a professor at the Institute, said that sites should be judged late.\n\n"
    let plain =
      "Poverty is no number game. We should be pragmatic. The session of the Congress proposed that we should win.\n"
    let leader = "General secretary Li Sample stressed that water be safe.\n\n"
    let title = "A walk through the village\n\n"
    let professor = "expert; Wei Sample; professor at the Institute"
    #expect(
      try voices(title + leader + expert + plain).suffix(4)
        == [professor, "narration", "policy", "policy"])
    #expect(
      try voices(title + expert + plain).suffix(4) == [
        professor, "narration", "narration", "policy",
      ])
  }

  @Test("captions and source lines stand apart, wherever they are")
  func apart() throws {
    let report = try voices(
      Self.agency
        + "On March 6, Li Sample, premier of the state, attended a forum. Photo by Ju Sample, a reporter\n\nSource: Example News\n"
    )
    #expect(report.dropFirst() == ["caption", "caption", "source-line"])
    let speech = try voices("在示例会上的讲话\n同志们：\n会议开得好。（新华社示例3月6日电）《 人民日报 》（ 2020年3月7日 02 版）\n")
    #expect(speech.last == "source-line")
    #expect(try voices("2024年03月07日 06:42 来源：示例日报\n图1　管网示意图\n").suffix(1) == ["caption"])
  }

  @Test("a passage has the voice of most of its words, and says so of the sentences that differ")
  func majority() throws {
    let document = try Reading.document(
      Self.agency
        + "It was late. Ma Sample, a professor at the Example Institute of the Example Academy, said that officials in the villages had worked very hard.\n"
    )
    let passage = try #require(document.passages.last)
    #expect(passage.voice.kind == .expert)
    #expect(document.sentences[passage.sentences].map { $0.voice?.kind } == [.narration, nil])
    let evidence = try #require(passage.voice.evidence)
    #expect(document.text.string(in: evidence).hasPrefix("Ma Sample, a professor"))
    #expect(document.text.string(in: evidence).hasSuffix("said"))
  }
}
