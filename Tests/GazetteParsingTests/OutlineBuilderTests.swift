import GazetteDocument
import GazetteParsing
import Testing

@Suite struct OutlineBuilderTests {
  @Test(
    "a notice with its plan: chains nest, heads that run on open sections, the attached paper stands apart"
  )
  func notice() throws {
    let document = try Reading.document(Samples.notice)
    #expect(
      Reading.outline(document) == [
        "示例市公园开放实施方案", " 一、总体要求", "  （一）指导思想", "  （二）工作目标", " 二、主要任务", "  （一）建立台账", "  （二）延长开放时间",
        " 三、保障措施",
      ])
    let first = try #require(document.passages.first { $0.number == "（一）" })
    #expect(document.text.string(in: first.span).hasPrefix("（一）建立台账。各区要在2023年6月底前"))
    let items = document.passages.filter { $0.number == "1" || $0.number == "2" }
    #expect(
      items.map { document.path(ofPassage: document.passages.firstIndex(of: $0) ?? 0).description }
        == ["s1.2.2.p2", "s1.2.2.p3"])
  }

  @Test("a law: articles are sections with a number, their items are passages")
  func law() throws {
    let document = try Reading.document(Samples.law)
    #expect(
      Reading.outline(document) == ["第一章 总则", " 第一条", " 第二条", "第二章 管理", " 第三条", " 第四条", " 第五条"])
    let second = document.passages.filter { document.headings(ofSection: $0.section).last == "第二条" }
    #expect(second.map(\.number) == ["第二条", "（一）", "（二）", nil])
  }

  @Test("an English text: Roman and Arabic numbers nest, a numbered paragraph keeps its number")
  func english() throws {
    let document = try Reading.document(Samples.english)
    #expect(document.metadata.title.value == "Guidance on Opening Parks")
    #expect(Reading.outline(document) == ["I. Overview", "II. Duties"])
    #expect(document.passages.map(\.number) == [nil, "1", "2"])
    #expect(document.passages[0].sentences.count == 2)
  }

  @Test("a numbering that starts again opens a sibling")
  func restart() throws {
    let text = "一、甲\n甲文在此。\n二、乙\n乙文在此。\n一、丙\n丙文在此。\n"
    let document = try Reading.document(text)
    #expect(Reading.outline(document) == ["一、甲", "二、乙", "一、丙"])
    #expect(document.sections.map(\.ordinal) == [0, 1, 2, 3])
  }

  @Test("papers that skip or swap levels still nest by kind, others by first occurrence")
  func levels() throws {
    let skipped = "一、甲\n1.甲一\n文字在此。\n2.甲二\n文字在此。\n二、乙\n文字在此。\n"
    #expect(Reading.outline(try Reading.document(skipped)) == ["一、甲", " 1. 甲一", " 2. 甲二", "二、乙"])
    let swapped = "（一）甲\n文字在此。\n一、乙\n文字在此。\n（一）丙\n文字在此。\n"
    #expect(Reading.outline(try Reading.document(swapped)) == ["（一）甲", "一、乙", " （一）丙"])
    let roman =
      "A. Alpha\nText is here.\nI. One\nText is here.\nII. Two\nText is here.\nB. Beta\nText is here.\nI. One\nText.\n"
    #expect(
      Reading.outline(try Reading.document(roman)) == [
        "A. Alpha", " I. One", " II. Two", "B. Beta", " I. One",
      ])
  }

  @Test("a heading with nothing under it is a passage and so is found")
  func emptyHeading() throws {
    let document = try Reading.document("一、甲\n文字在此。\n二、乙\n三、丙\n文字在此。\n四、丁\n")
    #expect(Reading.outline(document) == ["一、甲", "三、丙"])
    #expect(Reading.passages(document) == ["文字在此。", "二、乙", "文字在此。", "四、丁"])
    #expect(document.passages.map(\.number) == [nil, "二、", nil, "四、"])
  }

  @Test("items of a list are no headings, nor is the last one that ends as a sentence")
  func items() throws {
    let text = "一、条件\n申请应当符合：\n1.有名称；\n2.有场所；\n3.有人员。\n申请由区里受理，并在三十日内答复。\n"
    let document = try Reading.document(text)
    #expect(Reading.outline(document) == ["一、条件"])
    #expect(document.passages.map(\.number) == [nil, "1", "2", "3", nil])
  }

  @Test("an item that goes on with the numbers of a section stands beside it")
  func beside() throws {
    let text = """
      一、内容
      （一）合并。对同类的予以合并，由区里决定。
      （二）撤销。对有问题的予以撤销，由市里决定。
      （三）对没有登记而擅自活动的，劝其停止；不听劝阻的，依法处理，并且向社会公布处理的结果；情节严重的移送有关部门，由有关部门依照法律和法规的规定追究责任；
      """
    let document = try Reading.document(text)
    #expect(document.passages.map { document.headings(ofSection: $0.section).count } == [2, 2, 1])
  }

  @Test("short lines between paragraphs are headings; in a row the first is the outer one")
  func unnumbered() throws {
    let body = String(repeating: "Every district shall keep its parks open and clean. ", count: 4)
    let text =
      "The Parks of the City\n\n\(body)\n\nKeep the gates open\n\nBy day\n\n\(body)\n\nBy night\n\n\(body)\n\nOffice of Parks\n"
    #expect(
      Reading.outline(try Reading.document(text)) == [
        "Keep the gates open", " By day", " By night",
      ])
  }

  @Test("inline enumerations open nothing")
  func inline() throws {
    let text = "一是抓投入。二是抓产出。\n第一，抓投入。第二，抓产出。\n一要抓投入，二要抓产出。\n"
    let document = try Reading.document(text)
    #expect(document.sections.count == 1)
    #expect(document.passages.map(\.number) == ["一是", "二是", "第一", "第二", "一要", "二要"])
  }

  @Test("an attachment begins with its number, whether a colon stands behind it or not")
  func annexColon() throws {
    let head = "示例县人民政府关于公园的函\n各乡镇：\n公园的界址见附件。\n示例县人民政府\n2024年3月5日\n"
    for colon in ["", "：", ":"] {
      let document = try Reading.document(
        head + "附件1\(colon)\n查验区界址坐标\n甲点在河边。乙点在桥头。\n附件2\(colon)\n桥面界址坐标\n丙点在桥上。丁点在桥下。\n")
      #expect(
        Reading.outline(document) == ["附件1 查验区界址坐标", "附件2 桥面界址坐标"], "\(colon)")
    }
    let list = try Reading.document(
      "示例县人民政府关于公园的函\n各乡镇：\n公园的界址见附件。\n附件1：查验区界址坐标\n附件2：桥面界址坐标\n示例县人民政府\n2024年3月5日\n")
    #expect(list.sections.count == 1)
  }
}
