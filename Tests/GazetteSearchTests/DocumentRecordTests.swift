import GazetteDocument
import GazetteIndex
import GazetteQuery
import GazetteSearch
import GazetteTestSupport
import Testing

@Suite struct DocumentRecordTests {
  private func searcher(_ documents: [PolicyDocument], in folder: ScratchFolder) throws -> Searcher
  {
    let writer = try IndexWriter(at: folder.path, schema: .policy)
    for document in documents { try writer.add(EntryGroup(document)) }
    try writer.commit()
    return try SearchIndex(at: folder.path).searcher()
  }

  @Test("a document comes out of the index as it went in")
  func roundTrip() throws {
    let folder = try ScratchFolder()
    let document = SampleDocument.document
    let searcher = try searcher([document], in: folder)
    let group = try #require(try searcher.group(key: "sample/a"))
    let record = try searcher.record(of: group)
    #expect(try record.document() == document)
    #expect(try record.summary() == DocumentSummary(document))
  }

  @Test("a passage is found with its words, its addresses and its context")
  func passage() throws {
    let folder = try ScratchFolder()
    let document = SampleDocument.document
    let searcher = try searcher([document], in: folder)
    let passages = try searcher.passages(of: document.id)
    #expect(passages.map(\.path.description) == ["s0.p1", "s1.1.p1", "s1.1.p2"])
    let second = passages[1]
    #expect(second.headings == ["第一章 总则", "第一条"])
    #expect(second.number == "第一款" && passages[2].number == "第一条")
    #expect(second.prefix == "前言。\n第一章 总则\n" && second.suffix.hasPrefix("\nSafe housing"))
    #expect(second.suffix.unicodeScalars.count == 32)
    #expect(second.sentences.map(\.path.description) == ["s1.1.p1.s1", "s1.1.p1.s2"])
    #expect(second.id == document.machineID(ofPassage: 1))
    #expect(second.repairs == document.repairs && passages[2].repairs.isEmpty)
    #expect(second.readingText == "第一条 为了保障住房安全，—本办法。各县负责落实。")
    #expect(second.readingText(of: second.sentences[0]).hasSuffix("，—本办法。"))
    #expect(second.repairs(in: second.sentences[1]).isEmpty)
    let context = second.context(of: second.sentences[1])
    #expect(context.prefix.hasSuffix("制定本办法。") && context.suffix.hasPrefix("\nSafe"))
  }

  @Test("a sentence is cited with its own voice, its neighbours with the passage's")
  func voices() throws {
    let folder = try ScratchFolder()
    let searcher = try searcher([SampleDocument.document], in: folder)
    let passage = try #require(try searcher.passages(of: .init("sample/a")).last)
    #expect(passage.sentences.map { passage.voice(of: $0).kind } == [.policy, .expert])
    #expect(passage.citation(of: passage.sentences[1]).full.contains("专家观点（Wei Sample，professor）"))
    #expect(passage.citation(of: passage.sentences[0]).voice == passage.passage.voice)
  }

  @Test("every field of the schema finds the passage that it belongs to")
  func fields() throws {
    let folder = try ScratchFolder()
    let searcher = try searcher([SampleDocument.document], in: folder)
    func count(_ field: PolicyField, _ term: String) throws -> Int {
      try searcher.search(.term(Term(field: field.id, term)), limit: 10).totalCount
    }
    #expect(try count(.body, "housing") == 1)
    #expect(try count(.body, "保障") == 1)
    #expect(try count(.heading, "总则") == 2)
    #expect(try count(.title, "住房") == 3)
    #expect(try count(.number, "示政发〔2024〕3号") == 3)
    #expect(try count(.language, "zh") == 2 && count(.language, "zh-hans") == 2)
    #expect(try count(.language, "en") == 1)
    #expect(try count(.document, "sample") == 3 && count(.document, "sample/a") == 3)
    #expect(try count(.section, "s1") == 2 && count(.section, "s1.1") == 2)
    #expect(try count(.section, "s0") == 1)
    #expect(try count(.voice, "leader-speech") == 1)
    #expect(try count(.speaker, "样本") == 1)
    #expect(try count(.voice, "expert") == 1 && count(.voice, "policy") == 1)
    #expect(try count(.speaker, "wei") == 1)
  }

  @Test("a date that is known to the month lies within that month")
  func dates() throws {
    let folder = try ScratchFolder()
    let searcher = try searcher([SampleDocument.document], in: folder)
    func count(_ query: String) throws -> Int {
      try searcher.search(try Query(query), limit: 10).totalCount
    }
    #expect(try count("date:2024") == 3 && count("date:2024-03") == 3)
    #expect(try count("date:2024-04..") == 0 && count("date:..2024-02") == 0)
    #expect(try count("date:2023..2025") == 3 && count("before:2024") == 0)
    #expect(try count("after:2023") == 3)
  }
}
