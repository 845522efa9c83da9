import GazetteIndex
import GazetteQuery
import Testing

/// What is asked for what comes nearest to a question.
@Suite struct NearestQueryTests {
  private func terms(_ nearest: NearestQuery?) -> [String] {
    (nearest?.pieces ?? []).map { String(decoding: $0[0].term.bytes, as: UTF8.self) }
  }

  @Test("Words that ask or join are left out of a question")
  func functionWords() throws {
    let english = try #require(ParsedQuery("What are the costs of the houses?").nearest)
    #expect(terms(english) == ["cost", "hous"])
    #expect(english.isQuestion)
    let chinese = try #require(ParsedQuery("住房的标准有哪些？").nearest)
    #expect(chinese.isQuestion)
    #expect(terms(chinese).contains("标准") && terms(chinese).contains("住房"))
    #expect(!terms(chinese).contains { $0.contains("的") || $0.contains("哪") })
  }

  @Test("A word that only holds a function word stays whole")
  func kept() {
    #expect(terms(ParsedQuery("工作目的如何").nearest).contains("目的"))
    #expect(terms(ParsedQuery("普及教育吗").nearest).contains("普及"))
  }

  @Test("What names one thing only, or no list of words, has nothing nearest")
  func single() {
    #expect(ParsedQuery("what is poverty").nearest == nil)
    #expect(ParsedQuery(#""one two three""#).nearest == nil)
  }

  @Test("A short list of words is no question, a long one is read as a description")
  func length() throws {
    #expect(try #require(ParsedQuery("clinic roof repair").nearest).isQuestion == false)
    #expect(try #require(ParsedQuery("clinic roof repair cost county money").nearest).isQuestion)
  }

  @Test("A word twice counts once, and what is no word stays required")
  func required() throws {
    let nearest = try #require(ParsedQuery("why clinic clinics roof lang:en -water").nearest)
    #expect(terms(nearest) == ["clinic", "roof"])
    let query = printed(nearest.query)
    #expect(query.contains("lang:en") && query.contains(" - "))
  }
}
