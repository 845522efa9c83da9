import GazetteDocument
import GazetteParsing
import Testing

@Suite struct InlineEnumerationTests {
  /// The numbers of a text's passages, and the first words of each.
  private func parts(_ text: String) throws -> [String] {
    let document = try Reading.document(text)
    return document.passages.map {
      ($0.number ?? "-") + " " + document.text.string(in: $0.span).prefix(9)
    }
  }

  @Test(
    "each part of an enumeration within a paragraph is an item with the source's number",
    arguments: [
      (
        "往下怎么办？一是住房六月底前全部开工。二是饮水七月底前全部解决。三是教育一人一策。\n",
        ["- 往下怎么办？", "一是 一是住房六月底前全", "二是 二是饮水七月底前全", "三是 三是教育一人一策。"]
      ),
      (
        "要做三件事：一是建好台账并公开；二是配好管水员并培训；三是按月检测水质。各乡镇月底报告。\n",
        ["- 要做三件事：", "一是 一是建好台账并公开", "二是 二是配好管水员并培", "三是 三是按月检测水质。", "- 各乡镇月底报告。"]
      ),
      ("一要加快建设管网工程，二要加强日常管护工作。\n", ["一要 一要加快建设管网工", "二要 二要加强日常管护工"]),
      (
        "有三种认识要纠正。第一，收入过线不等于脱贫。第二，保障不是包下来。第三，差不多不行。\n",
        ["- 有三种认识要纠正。", "第一 第一，收入过线不等", "第二 第二，保障不是包下", "第三 第三，差不多不行。"]
      ),
      (
        "强调三条纪律。首先，要严防数字脱贫。其次，要严防层层加码。再次，要为基层减负。最后，要讲实话。\n",
        ["- 强调三条纪律。", "首先 首先，要严防数字脱", "其次 其次，要严防层层加", "再次 再次，要为基层减负", "最后 最后，要讲实话。"]
      ),
      (
        "分三步：（1）登记全部住户的情况；（2）核对各项数据是否真实；（3）公布结果。\n",
        ["- 分三步：", "（1） （1）登记全部住户", "（2） （2）核对各项数据", "（3） （3）公布结果。"]
      ),
    ] as [(String, [String])])
  func chinese(text: String, wanted: [String]) throws {
    #expect(try parts(text) == wanted)
  }

  @Test("English parts count in words, also when a machine mixed them")
  func english() throws {
    let text =
      "The county stressed that, first, the leadership must be solid and present; two, the duty must be real and shared; the three is the money must arrive; four, the check must be true. The rules should be real.\n"
    let document = try Reading.document(text)
    #expect(document.passages.map(\.number) == [nil, "first", "two", "three", "four", nil])
    #expect(Reading.passages(document)[3] == "the three is the money must arrive;")
    let plain = try Reading.document(
      "Do three things. First, ask who the class teacher is. Second, ask for the tablets. Third, walk round the house.\n"
    )
    #expect(plain.passages.map(\.number) == [nil, "First", "Second", "Third"])
  }

  @Test(
    "`next` and `finally` count on where a count has begun, and the two hands are two parts",
    arguments: [
      (
        "Do it so. First, ask the village doctor. Next, ask for the ledger. Finally, walk round the house.\n",
        [nil, "First", "Next", "Finally"]
      ),
      (
        "Do it so. Firstly, ask the doctor. Secondly, ask for the ledger. Lastly, go round the house.\n",
        [nil, "Firstly", "Secondly", "Lastly"]
      ),
      (
        "First of all, ask the doctor.\n\nSecond, ask for the ledger.\n\nLast but not least, go and see.\n",
        ["First", "Second", "Last but not least"]
      ),
      (
        "Keep three rules. First, guard the books. Next, guard the targets. And last, spare the villages.\n",
        [nil, "First", "Next", "last"]
      ),
      (
        "On the one hand, the pipes are laid and filled. On the other hand, nobody keeps them in order.\n",
        ["On the one hand", "On the other hand"]
      ),
      (
        "形势有两面。一方面，管网已经全部建成通水。另一方面，管护的人手还没有配齐。\n",
        [nil, "一方面", "另一方面"]
      ),
    ] as [(String, [String?])])
  func openEnds(text: String, wanted: [String?]) throws {
    #expect(try Reading.document(text).passages.map(\.number) == wanted)
  }

  @Test("paragraphs that begin with a counting word are items of one series")
  func paragraphs() throws {
    let document = try Reading.document("主要做了以下工作。\n一是稳增长，办法很多。\n财政收入增加。\n二是调结构，成效很大。\n首先，祝贺大家。\n")
    #expect(document.passages.map(\.number) == [nil, "一是", nil, "二是", nil])
  }

  @Test(
    "what only looks like an enumeration is none",
    arguments: [
      "一是一，二是二，不能含糊。", "产量是去年的1.5倍。2020年完成了任务。", "一二三产业融合发展。三农工作很重要。", "贸易总额居世界第一，吸引外资居世界第二。",
      "发展是第一要务，人才是第一资源。", "首先，我代表县政府致以问候。",
      "production, processing, one, two, three industry integration",
      "Finally, the county thanks all villages. Next, the accounts are read out.",
      "First, we thank all villages for their work. Finally, we go home to the county town.",
      "On the one hand, the pipes are laid and filled. They leak all the same.",
      "First, the county thanks all villages. In the end, last of the six, comes the account.",
      "另一方面，管护的人手还没有配齐，需要抓紧补上。一方面的原因是钱。",
      "会议定于3.6召开，3.7结束。", "The first is cheap and the second is dear.", "本办法（2018年修订）已经印发。",
    ])
  func falseFriends(text: String) throws {
    let document = try Reading.document(text + "\n")
    #expect(document.passages.count == 1 && document.passages[0].number == nil)
  }

  @Test("a plan in one breath has its headings, and the items behind them")
  func oneBreath() throws {
    let text =
      "为养好路，制定本方案。一、工作目标到年底全县的路都有人养，优良率不低于八成。二、重点任务（一）定人。每五公里配一名护路员。（二）定责。县局监督。1.雨后一天之内清除塌方；2.坑槽五天之内修补完毕；3.积雪当日清除。三、保障措施县财政按照标准安排资金，不得挪用。四、考核每季度考核一次，结果与资金挂钩。\n"
    let document = try Reading.document(text)
    #expect(
      Reading.outline(document) == [
        "一、工作目标", "二、重点任务", " （一）定人", " （二）定责", "三、保障措施", "四、考核",
      ])
    #expect(document.passages.compactMap(\.number).filter { Int($0) != nil } == ["1", "2", "3"])
    let sound = try Reading.document(
      "一、工作目标和考核办法由各县另行制定并报送备案。\n二、考核的结果在月底之前公布，接受群众的监督。\n")
    #expect(sound.sections.count == 1)
  }

  @Test(
    "a number glued to the sentence before it begins a heading, and a filler a section of its own")
  func glued() throws {
    let text = """
      1. Strengthen the first kind of thinking, and pool resources.
      Text that says something of the first kind of thinking and of what follows from it.
      2, strengthen the second kind of thinking, in order to go on.
      Text that says something of the second kind, and ends here. Strong>Extended information:
      This requires us to make the work really effective.1, strengthen the style of work, and motivate all. The more the need, the more the work that has to be done.
      2, improve the system, layer by layer. To keep the policy stable, it is necessary to develop what there is.
      """
    let document = try Reading.document(text)
    #expect(
      Reading.outline(document) == [
        "1. Strengthen the first kind of thinking, and pool resources.",
        "2. strengthen the second kind of thinking, in order to go on.", "Extended information",
        " 1. strengthen the style of work, and motivate all",
        " 2. improve the system, layer by layer",
      ])
  }

  @Test(
    "a text without line breaks is cut at its numbers, its dashes and the credits of its pictures")
  func unbroken() throws {
    let text =
      "在示例会议上的讲话（2020年5月12日）同志们：今天讲两点。第一个问题：认清形势。形势总体是好的。县长在现场调研。 示例社记者 李样本/摄第一，减贫快。全县都很努力。第二，后劲足。大家都有信心。第二个问题：压实责任。一、领导要到场。领导到了，事情才办得好。二、干部要到户。干部到了，心里才有数。"
    let document = try Reading.document(text)
    #expect(
      Reading.outline(document) == [
        "第一个问题： 认清形势", "第二个问题： 压实责任", " 一、领导要到场", " 二、干部要到户",
      ])
    #expect(document.passages.compactMap(\.number).contains("第二"))
    let caption = try #require(document.passages.first { $0.voice.kind == .caption })
    #expect(document.text.string(in: caption.span) == "县长在现场调研。 示例社记者 李样本/摄")
  }

  @Test("a table of contents lies in no passage")
  func contents() throws {
    let text =
      "示例县应急预案\n\n目　录\n\n1　总则\n1.1　目的\n2　附则\n\n1　总则\n\n1.1　目的\n\n为了做好应急工作，制定本预案。\n\n2　附则\n\n本预案自印发之日起施行。\n"
    let document = try Reading.document(text)
    #expect(Reading.outline(document) == ["1. 总则", " 1.1. 目的", "2. 附则"])
    #expect(Reading.passages(document) == ["为了做好应急工作，制定本预案。", "本预案自印发之日起施行。"])
    let paged = try Reading.document(
      "The Plan of the County\n\nContents\n\nAims ........ 3\nTasks ........ 7\n\nAims\n\nThe county will do what it has promised to do in this plan.\n"
    )
    #expect(!Reading.passages(paged).contains { $0.contains("....") })
  }

  @Test("headings 一、 between articles head them")
  func articles() throws {
    let document = try Reading.document(
      "示例县核查细则\n一、总则\n第一条　为查清底数，制定本细则。\n第二条　核查坚持实事求是。\n二、标准\n第三条　吃穿不愁。有下列情形之一的除外：\n（一）在外居住的。\n（二）户口迁出的。\n三、附则\n第四条　本细则自印发之日起施行。\n"
    )
    #expect(
      Reading.outline(document) == [
        "一、总则", " 第一条", " 第二条", "二、标准", " 第三条", "三、附则", " 第四条",
      ])
    #expect(document.passages.compactMap(\.number).filter { $0.hasPrefix("（") } == ["（一）", "（二）"])
  }

  @Test("each attached paper has an outline of its own, whose numbering starts afresh")
  func attachments() throws {
    let text =
      "示例县人民政府关于印发两个规定的通知\n\n各乡镇：\n\n现将两个规定印发给你们，请认真贯彻执行。\n\n附件1.示例县管水规定\n\n示例县人民政府\n\n2020年3月6日\n\n示例县农村\n饮水工程管理规定\n\n一、职责\n\n各乡镇负责。\n\n二、附则\n\n自印发之日起施行。\n\n示例县水费规定\n\n一、标准\n\n按量收取。\n\n二、减免\n\n困难户减半。\n"
    #expect(
      Reading.outline(try Reading.document(text)) == [
        "示例县农村饮水工程管理规定", " 一、职责", " 二、附则", "示例县水费规定", " 一、标准", " 二、减免",
      ])
  }

  @Test("a slogan that ends with a dash stands under the line before it; a quotation heads nothing")
  func slogans() throws {
    let body = String(
      repeating: "Every county shall keep its promise and its water clean. ", count: 3)
    let text =
      "A Title of the Article\n\n\(body)\n\nKeep the promise\n\n\(body)\n\nRules that lead, measures that hold--\n\n\(body)\n\nKeep the water clean\n\nBy day\n\n\(body)\n\n\"We counted the days,\" she said. \"We did.\"\n\n\(body)\n"
    #expect(
      Reading.outline(try Reading.document(text)) == [
        "Keep the promise", " Rules that lead, measures that hold--", "Keep the water clean",
        " By day",
      ])
  }
}
