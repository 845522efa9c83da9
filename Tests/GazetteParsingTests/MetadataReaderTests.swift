import GazetteDocument
import GazetteParsing
import Testing

@Suite struct MetadataReaderTests {
  private func words(_ document: PolicyDocument, _ span: TextSpan?) -> String? {
    span.map { document.text.string(in: $0) }
  }

  @Test(
    "a notice says its title over two lines, its number, issuer, date and effect, each with its place"
  )
  func notice() throws {
    let document = try Reading.document(Samples.notice)
    let data = document.metadata
    #expect(data.title.value == "示例市人民政府办公室关于印发示例市公园开放实施方案的通知" && data.title.state == .stated)
    #expect(words(document, data.title.evidence) == "示例市人民政府办公室关于印发\n示例市公园开放实施方案的通知")
    #expect(data.number.value == DocumentNumber(code: "示政办发", year: 2023, serial: 7))
    #expect(words(document, data.number.evidence) == "示政办发〔2023〕7号")
    #expect(data.issuer.value == "示例市人民政府办公室")
    #expect(data.kind.value == "通知")
    #expect(data.written.value?.description == "2023-04-06")
    #expect(data.effective.value?.description == "2023-05-01")
    #expect(document.passages.allSatisfy { $0.voice.kind == .policy })
  }

  @Test(
    "a label table names number, issuer, title and dates; spaced letters and empty values do no harm"
  )
  func labels() throws {
    let document = try Reading.document(Samples.page, file: "a.html")
    let data = document.metadata
    #expect(data.title.value == "示例市人民政府关于树木保护的意见")
    #expect(data.number.value?.description == "示政发〔2021〕3号")
    #expect(data.issuer.value == "示例市人民政府" && data.kind.value == "意见")
    #expect(
      data.published.value?.description == "2021-03-12"
        && data.written.value?.description == "2021-03-10")
    #expect(words(document, data.published.evidence) == "2021年03月12日")
    #expect(!Reading.passages(document).contains { $0.contains("关于树木保护的意见") })
  }

  @Test(
    "every spelling of a document number is read",
    arguments: [
      "示政发〔2015〕34号", "示政发[2015]34号", "示政发（2015）第034号", "示政发【2015】34 号", "示政发﹝２０１５﹞３４号",
      "示 政 发〔2015〕34号", "示政发<2015>34号",
    ])
  func numbers(line: String) throws {
    let document = try Reading.document("关于公园的通知\n\(line)\n各区人民政府：\n请落实。\n")
    #expect(document.metadata.number.value?.description == "示政发〔2015〕34号")
  }

  @Test(
    "an order carries a serial, a wrong value is not recognised, and running text gives no number")
  func oddNumbers() throws {
    let order = try Reading.document("公园条例\n国务院令第七百四十一号\n第一条 为了公园。\n")
    #expect(order.metadata.number.value?.description == "国务院令第741号")
    let wrong = try Reading.document("发文字号：某字号\n发布日期：近日\n正文在此。\n")
    #expect(
      wrong.metadata.number.state == .notRecognised
        && wrong.metadata.published.state == .notRecognised)
    let running = try Reading.document("根据示政发〔2015〕34号文件的要求，各区要落实。\n")
    #expect(running.metadata.number.state == .notStated)
  }

  @Test(
    "dates are read in the spellings of papers and of the press",
    arguments: [
      ("2024年3月5日", "2024-03-05"), ("2024年03月05日 16:40", "2024-03-05"), ("二〇〇四年三月二日", "2004-03-02"),
      ("二○一五年十一月二十九日", "2015-11-29"),
      ("2024-03-05", "2024-03-05"), ("2024/3/5 08:00", "2024-03-05"),
      ("5 March 2024", "2024-03-05"), ("March 5, 2024", "2024-03-05"),
      ("5th Mar. 2024", "2024-03-05"), ("2024年3月", "2024-03"), ("2024年", "2024"),
    ])
  func dates(text: String, date: String) throws {
    let document = try Reading.document("发布日期：\(text)\n正文在此。\n")
    #expect(document.metadata.published.value?.description == date)
  }

  @Test("several labels share a line; labels further down are text")
  func sharedLine() throws {
    let document = try Reading.document(
      "公园的故事\n发布时间：2024-03-05 16:40　来源：新华社  作者：某某 字号：大 中 小\n正文在此。\n")
    #expect(document.metadata.published.value?.description == "2024-03-05")
    #expect(document.metadata.source.value == "新华社")
    #expect(Reading.passages(document) == ["正文在此。"])
    let alone = try Reading.document("公园的故事\n来源：新华社\n时间：三月\n正文在此。\n")
    #expect(alone.metadata.source.value == "新华社")
    #expect(Reading.passages(alone) == ["来源：新华社", "时间：三月", "正文在此。"])
    #expect(alone.passages.first?.voice.kind == .sourceLine)
    let far = try Reading.document(String(repeating: "正文在此。\n", count: 60) + "来源：新华社\n")
    #expect(far.metadata.source.state == .notStated && far.passages.last?.voice.kind == .sourceLine)
  }

  @Test("a title that stands twice is kept once; an agency in the last line is the source")
  func seeds() throws {
    let twice = try Reading.document(
      "The Parks of the City\n\n The Parks of the City\n\nThe parks are open to all.\n")
    #expect(Reading.passages(twice) == ["The parks are open to all."])
    let last = try Reading.document(
      "1. Open the gates of the parks of every district.\nThey are open.\n2. Close them.\nThey are closed.\nXinhua - The Parks of the City\n"
    )
    #expect(
      last.metadata.title.value == "The Parks of the City" && last.metadata.title.state == .inferred
    )
    #expect(last.metadata.source.value == "Xinhua" && last.passages.last?.voice.kind == .sourceLine)
  }

  @Test("a speech is known by its title or its greeting, captions by their words")
  func voices() throws {
    let speech = try Reading.document("在公园工作会议上的讲话\n（2020年3月6日）\n同志们：\n我们要开放公园。\n图为会议现场。\n")
    #expect(speech.metadata.written.value?.description == "2020-03-06")
    #expect(
      speech.passages.map(\.voice.kind) == [.leaderSpeech, .leaderSpeech, .leaderSpeech, .caption])
    let plain = try Reading.document("公园开放了，市民很高兴。\n")
    #expect(plain.passages[0].voice.kind == .unknown && plain.metadata.title.state == .notStated)
  }

  @Test("a law's history says when this version was adopted and from when it applies")
  func history() throws {
    let text =
      "# 示例市公园条例\n\n1994年1月28日 示例市人民政府令第142号发布\n\n2018年12月18日 示例市人民政府令第707号第四次修订\n\n2019年1月1日 施行\n\n第一条 为了公园，制定本条例。\n"
    let data = try Reading.document(text, file: "a.md").metadata
    #expect(data.written.value?.description == "2018-12-18" && data.written.state == .inferred)
    #expect(data.effective.value?.description == "2019-01-01")
  }

  @Test("status comes in its normal form")
  func status() throws {
    let text = "---\ntitle: 公园条例\nstatus: 现行有效\nnumber: 示政发[2020]1号\n---\n第一条 为了公园。\n"
    let data = try Reading.document(text, file: "a.md").metadata
    #expect(data.status.value == "in-force" && data.status.state == .entered)
    #expect(data.number.value?.description == "示政发〔2020〕1号" && data.number.state == .entered)
  }
}
