import GazetteDocument
import GazetteParsing
import Testing

/// Numbers, issuers, addressees, keywords, effects and states in the forms that papers and their copies have.
@Suite struct MetadataOriginTests {
  @Test(
    "numbers in letters, orders, announcements and numbers with words around them are normalised",
    arguments: [
      ("Guo Fa [2018] No. 43", "国发〔2018〕43号"), ("Guofa (2015) 34", "国发〔2015〕34号"),
      ("GuoBanFa No. 43 [2018]", "国办发〔2018〕43号"), ("Zhongfa No. 20101", "中发〔2010〕1号"),
      ("State Council document No. 34 [2015]", "国发〔2015〕34号"),
      ("(Guo Fa [2018] No. 43)", "国发〔2018〕43号"),
      ("Yang Zheng Fa [2024] No. 3", "YangZhengFa〔2024〕3号"),
      ("Order No. 741 of the State Council", "国务院令第741号"),
      ("中华人民共和国国务院令第741号", "国务院令第741号"), ("中华人民共和国国务院令\n第 741 号", "国务院令第741号"),
      ("示例市税务局公告2019年第9号", "示例市税务局公告2019年第9号"), ("示例市税务局公告\n2019年第9号", "示例市税务局公告2019年第9号"),
      ("（示政发〔2020〕8号）", "示政发〔2020〕8号"), ("示政发〔2015〕34号　　签发人：某某", "示政发〔2015〕34号"),
      ("（示政发〔2020〕8号　示例市人民政府2020年3月20日印发）", "示政发〔2020〕8号"),
    ])
  func numbers(line: String, number: String) throws {
    let document = try Reading.document("关于公园的通知\n\(line)\n各区人民政府：\n请落实。\n")
    #expect(document.metadata.number.value?.description == number)
    #expect(document.metadata.number.state == .stated && document.metadata.number.evidence != nil)
  }

  @Test(
    "running text and lines that merely look like numbers give none",
    arguments: [
      "Section No. 5", "In 2020 the park", "Article 5 No. 7", "第三条", "（一）总体要求", "2020年第一季度",
    ])
  func noNumbers(line: String) throws {
    let document = try Reading.document("关于公园的通知\n\(line)\n请落实这些事情。\n")
    #expect(document.metadata.number.state == .notStated)
  }

  @Test("bodies that issue together are all named, from the sign-off or the title")
  func jointIssue() throws {
    let signed = try Reading.document(
      "关于公园的通知\n示发〔2020〕1号\n各区：\n请落实。\n示例市民政局\n示例市财政局\n2020年3月5日\n")
    #expect(signed.metadata.issuer.value == "示例市民政局 示例市财政局")
    let titled = try Reading.document("示例市民政局、示例市财政局关于公园的通知\n示发〔2020〕1号\n请落实。\n")
    #expect(titled.metadata.issuer.value == "示例市民政局、示例市财政局")
    let line = try Reading.document("关于公园的通知\n各区：\n请落实。\n再落实。\n示例市人民政府　2020年3月5日\n")
    #expect(line.metadata.issuer.value == "示例市人民政府")
    #expect(line.metadata.written.value?.description == "2020-03-05")
  }

  @Test(
    "letterhead, number and history name the issuer where nothing else does",
    arguments: [
      ("示例市人民政府文件\n示政发〔2020〕1号\n公园开放方案\n正文在此。\n", "示例市人民政府", FieldState.stated),
      ("公园开放方案\n国办发〔2018〕43号\n正文在此。\n", "国务院办公厅", .inferred),
      ("公园条例\n国务院令第741号\n第一条 为了公园。\n", "国务院", .stated),
      ("公园法\n2016年3月16日第十二届全国人民代表大会第四次会议通过\n第一条 为了公园。\n", "全国人民代表大会", .inferred),
    ])
  func issuers(text: String, issuer: String, state: FieldState) throws {
    let document = try Reading.document(text)
    #expect(document.metadata.issuer.value == issuer && document.metadata.issuer.state == state)
  }

  @Test(
    "English titles name issuer and kind",
    arguments: [
      (
        "Notice of the Parks Bureau of Sample City on Open Parks", "Parks Bureau of Sample City",
        "notice"
      ),
      ("Letter of Reply of the Parks Bureau on Land", "Parks Bureau", "letter"),
      ("Interim Measures for Open Parks", nil, "measures"), ("Parks Act 2018", nil, "act"),
      ("The State Council's Guiding Opinions on Parks", "State Council", "opinions"),
      (
        "Implementing Opinions of the General Office of the People's Government of Example Province on Parks",
        "General Office of the People's Government of Example Province", "opinions"
      ),
      ("Park Safety Regulations: Proposed Amendments", nil, nil),
      ("The Parks Regulations (Northern Ireland) 2016", nil, "regulations"),
      ("How to Walk in a Park", nil, nil),
      ("A Good Plan for the Weekend and the Park", nil, "plan"),
    ] as [(String, String?, String?)])
  func englishTitles(title: String, issuer: String?, kind: String?) throws {
    let document = try Reading.document(
      "\(title)\n\nThe parks are open to all of the people here.\n")
    #expect(document.metadata.title.value == title)
    #expect(document.metadata.issuer.value == issuer)
    #expect(document.metadata.kind.value == kind)
  }

  @Test(
    "the addressee is the first line behind the head that ends with a colon",
    arguments: [
      ("各区人民政府，市人民政府各部门：", "各区人民政府，市人民政府各部门"), ("样本县人民政府：", "样本县人民政府"),
      ("邓某某代表：", "邓某某代表"), ("同志们：", nil), ("各位代表：", nil), ("现将有关事项通知如下：", nil),
      ("To all townships and county departments:", "all townships and county departments"),
      ("People's Government of Sample County:", "People's Government of Sample County"),
      ("Comrades:", nil), ("Ladies and gentlemen:", nil), ("一、总体要求：", nil),
      ("记者问：", nil),
    ] as [(String, String?)])
  func addressees(line: String, addressee: String?) throws {
    let document = try Reading.document("示例市关于公园的通知\n示政发〔2020〕1号\n\(line)\n请落实。\n")
    #expect(document.metadata.addressee.value == addressee)
    #expect(document.metadata.addressee.state == (addressee == nil ? .notStated : .stated))
  }

  @Test("the name of a body that heads no numbered paper is no issuer")
  func headings() throws {
    for text in [
      "Parks Steering Board\n\nThe board meets twice a year in the park.\n",
      "公园管理委员会\n\n委员会每年开会两次，公众可以参加。\n",
    ] {
      #expect(try Reading.document(text).metadata.issuer.state == .notStated, "\(text)")
    }
    let page = try Reading.document(
      "<html><body><h1>Our governance</h1><p>Parks Steering Board</p><p>The board meets twice a year.</p></body></html>",
      file: "a.html")
    #expect(page.metadata.issuer.state == .notStated)
  }

  @Test(
    "keywords come from labels, from the end of older papers, from front matter and from a page's head"
  )
  func keywords() throws {
    let label = try Reading.document("发布日期：2020-01-01\n主 题 词：民政　社团　通知△\n正文在此。\n")
    #expect(label.metadata.keywords.value == ["民政", "社团", "通知"])
    let tail = try Reading.document("关于公园的通知\n各区：\n请落实。\n主题词：公园　通知\n抄送：某局。\n")
    #expect(
      tail.metadata.keywords.value == ["公园", "通知"] && tail.metadata.keywords.state == .stated)
    for matter in [
      "keywords: [parks, fees]", "keywords:\n  - parks\n  - fees", "tags: parks, fees",
    ] {
      let front = try Reading.document(
        "---\ntitle: Parks\n\(matter)\n---\nParks are open.\n", file: "a.md")
      #expect(front.metadata.keywords.value == ["parks", "fees"], "\(matter)")
      #expect(front.metadata.keywords.state == .entered)
    }
    let page = try Reading.document(
      "<html><head><meta name=\"Keywords\" content=\"parks, fees\"><meta name=\"PubDate\" content=\"2020-01-02 10:00\"></head><body><p>Parks are open.</p></body></html>",
      file: "a.html")
    #expect(page.metadata.keywords.value == ["parks", "fees"])
    #expect(page.metadata.published.value?.description == "2020-01-02")
    #expect(page.metadata.published.state == .entered && page.metadata.published.evidence == nil)
  }

  @Test(
    "the day of effect is read in both languages, or told by another day of the paper",
    arguments: [
      ("本办法自2019年1月1日起施行。", "2019-01-01", FieldState.stated),
      ("本办法自印发之日起施行。", "2018-12-06", .inferred), ("本通知自发布之日起正式实施。", "2018-12-06", .inferred),
      ("These Measures shall come into force on 1 January 2019.", "2019-01-01", .stated),
      ("This Order is effective as of May 1, 2019.", "2019-05-01", .stated),
      ("These Opinions take effect on the date of issue.", "2018-12-06", .inferred),
      ("公园自早上六点起开放。", nil, .notStated), ("The measures had an effect in 2019.", nil, .notStated),
    ] as [(String, String?, FieldState)])
  func effect(line: String, date: String?, state: FieldState) throws {
    let document = try Reading.document(
      "示例市关于公园的办法\n示政发〔2018〕1号\n第一条在此。\n\(line)\n示例市人民政府\n2018年12月6日\n")
    #expect(document.metadata.effective.value?.description == date)
    #expect(document.metadata.effective.state == state)
  }

  @Test("a day of effect that nothing tells is not recognised")
  func unknownEffect() throws {
    let document = try Reading.document("公园的办法\n正文在此。\n本办法自印发之日起施行。\n")
    #expect(document.metadata.effective.state == .notRecognised)
    #expect(document.metadata.effective.value == nil && document.metadata.effective.evidence != nil)
  }

  @Test("a dateline names source and day, whose year another date tells")
  func datelines() throws {
    let zh = try Reading.document("公园开放\n发布时间：2020-03-07　作者：某某\n新华社北京3月6日电（记者某某）公园开放了。\n")
    #expect(zh.metadata.source.value == "新华社" && zh.metadata.source.state == .stated)
    #expect(zh.metadata.written.value?.description == "2020-03-06")
    #expect(zh.metadata.written.state == .inferred)
    let en = try Reading.document(
      "Parks open\n\nBEIJING, March 6 (Xinhua) -- Parks are open to all.\n")
    #expect(en.metadata.source.value == "Xinhua" && en.metadata.written.state == .notRecognised)
    let plain = try Reading.document("Parks open\n\nXINHUA ROAD, a street, is long.\n")
    #expect(plain.metadata.source.state == .notStated && plain.metadata.written.state == .notStated)
  }

  @Test("the status is read with its day, and from the bracket behind a title")
  func status() throws {
    let label = try Reading.document("有效性：已废止　废止日期：2020年5月1日\n公园办法\n正文在此。\n")
    #expect(label.metadata.status.value == "repealed")
    #expect(label.metadata.statusAsOf?.description == "2020-05-01")
    let title = try Reading.document("示例市公园管理办法（已废止）\n示政发〔2018〕1号\n正文在此。\n")
    #expect(title.metadata.status.value == "repealed" && title.metadata.status.state == .stated)
    let trial = try Reading.document("示例市公园管理办法（试行）\n示政发〔2018〕1号\n正文在此。\n")
    #expect(trial.metadata.status.state == .notStated && trial.metadata.kind.value == "办法")
    let odd = try Reading.document("有效性：不详　发布日期：2020-01-01\n公园办法\n正文在此。\n")
    #expect(odd.metadata.status.state == .notRecognised && odd.metadata.status.evidence != nil)
  }

  @Test("what a text does not say is not stated, field by field")
  func notStated() throws {
    let data = try Reading.document("公园开放了，市民很高兴。\n").metadata
    let states = [
      data.title.state, data.issuer.state, data.number.state, data.kind.state, data.written.state,
      data.published.state, data.effective.state, data.source.state, data.status.state,
      data.addressee.state, data.keywords.state,
    ]
    #expect(states.allSatisfy { $0 == .notStated } && data.statusAsOf == nil)
  }

  @Test("a page declared Welsh is Welsh; one declared English by its template stays Chinese")
  func declaredLanguage() throws {
    let welsh = try Reading.document(
      "<html lang=\"cy\"><body><h1>Parciau</h1><p>Mae'r parciau ar agor i bawb.</p></body></html>",
      file: "a.html")
    #expect(welsh.language.tag == "cy" && welsh.passages.allSatisfy { $0.language.tag == "cy" })
    let chinese = try Reading.document(
      "<html lang=\"en\"><body><h1>公园开放的通知</h1><p>各区公园都要开放，为市民服务。</p></body></html>", file: "a.html"
    )
    #expect(chinese.language == .simplifiedChinese)
  }
}
