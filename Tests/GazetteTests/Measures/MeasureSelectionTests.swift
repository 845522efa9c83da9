import Gazette
import GazetteTestSupport
import Testing

/// Which measures a selection takes, and what each says of its fields.
@Suite struct MeasureSelectionTests {
  private func words(_ change: (inout MeasureSelection) -> Void) throws -> [String] {
    var selection = MeasureSelection()
    change(&selection)
    return try MeasureCorpus().search.measures(selection).map(\.words.text)
  }

  @Test("document, section, query, actor, strength, date, missing field and voice each narrow it")
  func filters() throws {
    let all = try words { _ in }
    #expect(all.count >= 10)
    let city = try words { $0.documents = ["city"] }
    #expect(city.contains { $0.contains("严禁擅自停止供水") } && city.count < all.count)
    let section = try words {
      $0.documents = ["city"]
      $0.section = "二"
    }
    #expect(section.contains { $0.contains("台账") } && !section.contains { $0.contains("检测") })
    let query = try words { $0.query = "节水宣传" }
    #expect(!query.isEmpty && query.count < all.count)
    let strict = try words { $0.filter.strength = 4...5 }
    #expect(strict.contains { $0.contains("严禁") } && !strict.contains { $0.contains("鼓励") })
    let soft = try words { $0.filter.strength = 1...2 }
    #expect(soft.contains { $0.contains("鼓励") } && !soft.contains { $0.contains("严禁") })
    let water = try words { $0.filter.actor = "市水利局" }
    #expect(!water.isEmpty && water.allSatisfy { !$0.contains("县水利局") })
    let traditional = try words { $0.filter.actor = "財政局" }
    #expect(!traditional.isEmpty)
    let early = try words { $0.filter.dueBefore = CalendarDate(year: 2026) }
    #expect(early.contains { $0.contains("2025年底前") } && !early.contains { $0.contains("2026年") })
    let undated = try words { $0.filter.missing = [.deadline] }
    #expect(!undated.contains { $0.contains("2025年底前") } && !undated.isEmpty)
    let orphans = try words { $0.filter.missing = [.actor] }
    #expect(!orphans.contains { $0.contains("牵头") } && !orphans.isEmpty)
    #expect(try words { $0.filter.voices = [.expert] }.isEmpty)
  }

  @Test("a document, a section or a concept that is not there is an error")
  func errors() throws {
    #expect(throws: LookupError.self) { try words { $0.documents = ["zzz"] } }
    #expect(throws: LookupError.self) { try words { $0.section = "s99" } }
    #expect(throws: LookupError.self) { try words { $0.concepts = ["no-such-concept"] } }
  }

  @Test("an answer to who, by when and how much says how far it is known")
  func answers() throws {
    let corpus = try MeasureCorpus()
    let due = try #require(try corpus.measures("city", holding: "检测").first)
    let when = MeasureFieldAnswer(.deadline, of: due)
    #expect(when.state == .stated && when.normalised == "2025-12-31")
    #expect(MeasureFieldAnswer(.actor, of: due).words == ["各县（区）人民政府"])
    #expect(MeasureFieldAnswer(.indicator, of: due).state == .notStated)
    let rate = try #require(try corpus.measures("city", holding: "普及率").first)
    #expect(MeasureFieldAnswer(.indicator, of: rate).normalised?.contains("95") == true)
    #expect(MeasureFieldAnswer(.deadline, of: rate).words.isEmpty)
  }

  @Test("every record's sentence is the one of its address, and holds its words")
  func addresses() throws {
    let corpus = try MeasureCorpus()
    for record in try corpus.search.measures() {
      let passage = try #require(try corpus.search.passages(with: record.citation.id).first)
      let sentence = try #require(passage.sentences.first { $0.path == record.citation.path })
      #expect(sentence.id == record.citation.id && passage.id == record.passage)
      #expect(record.sentence.contains(record.words.text))
    }
  }

  @Test("references lead to the article of the document, to another document, and to its article")
  func references() throws {
    let corpus = try MeasureCorpus()
    let own = try #require(try corpus.measures("city", holding: "检查").first?.references.first)
    #expect(own.text == "第一条" && own.relation == nil && own.isResolved, "\(own)")
    let records = try corpus.measures("county").flatMap(\.references)
    let whole = try #require(records.first { $0.place == nil })
    #expect(whole.documents.map(\.name) == ["city"] && whole.isResolved)
    #expect(whole.number?.description == "示市发〔2024〕5号")
    let article = try #require(records.first { $0.place != nil })
    #expect(article.documents == whole.documents && article.isResolved, "\(article)")
  }
}
