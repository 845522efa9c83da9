import GazetteIndex
import GazetteQuery
import Testing

@Suite("QueryLowering")
struct QueryLoweringTests {
  @Test(
    "Queries ask the index this",
    arguments: [
      (
        "policies",
        "any(body:policies body.stems:polici^0.4 heading:policies^0.5 heading.stems:polici^0.2 "
          + "raw:policies^0.05) ? any(title:policies^0.3 title.stems:polici^0.120000005)"
      ),
      (
        "三保障",
        #"any(body:"三保@0 保障@1" heading:"三保@0 保障@1"^0.5 raw:"三保@0 保障@1"^0.05) "#
          + #"? any(title:"三保@0 保障@1"^0.3)"#
      ),
      (
        "兩不愁三",
        #"any(body:"两不@0 愁三@2" heading:"两不@0 愁三@2"^0.5 raw:"两不@0 愁三@2"^0.05) "#
          + #"? any(title:"两不@0 愁三@2"^0.3)"#
      ),
      (
        #""G20 峰会""#,
        #"any(body:"g@0 20@1 峰会@2" heading:"g@0 20@1 峰会@2"^0.5 raw:"g@0 20@1 峰会@2"^0.05) "#
          + #"? any(title:"g@0 20@1 峰会@2"^0.3)"#
      ),
      (
        "愁 OR g2*",
        "any(body:愁 heading:愁^0.5 raw:愁^0.05 body:g2* heading:g2*^0.5 raw:g2*^0.05) "
          + "? any(title:愁^0.3 title:g2*^0.3)"
      ),
      (
        "愁 -title:贫困",
        "all(any(body:愁 heading:愁^0.5 title:愁^0.3 raw:愁^0.05) - any(title:贫困) "
          + "any(body:愁 heading:愁 raw:愁)=0.0)"
      ),
      ("title:policies", "any(title:policies title.stems:polici^0.4)"),
      (#"title:"policies""#, "title:policies"),
      ("issuer:國務院", #"any(issuer:"国务@0 务院@1")"#),
      ("lang:zh", "lang:zh"),
      ("lang:zh-Hans", "lang:zh-hans"),
      ("kind:Opinions", "kind:opinions"),
      ("doc:a/B/", "doc:a/B"),
      ("number:国发[2018]043号", "number:国发〔2018〕43号"),
      ("number:第741号", "number:第741号"),
      ("in:s2.1", "in:s2.1"),
      ("in:保障措施", #"heading:"保障@0 措施@2""#),
      ("date:2018..2020", "all(date.first[0..20201231] date.last[20180101..99991231])"),
      ("-title:x", "everything - any(title:x title.stems:x^0.4)"),
      ("title:pov*", "title:pov*"),
      ("title:g2*", "title:g2*"),
      ("title:扶贫*", "title:扶贫"),
      ("title:a OR lang:en", "any(any(title:a title.stems:a^0.4) lang:en)"),
      (#""…""#, "nothing"),
      ("", "nothing"),
    ])
  func queries(_ text: String, _ expected: String) {
    #expect(printed(ParsedQuery(text).query) == expected)
  }

  @Test(
    "The number of a law made in English matches the field or the text, in any spelling",
    arguments: [
      ("Pub. L. 114-254", "Public Law 114-254"),
      ("\"Public Law No. 114–254\"", "Public Law 114-254"),
      ("D.C. Law 24-325", "D.C. Law 24-325"), ("2018 c. 33", "2018 c. 33"),
      ("SI 2019 No. 618", "S.I. 2019/618"), ("number:\"pub. l. 114-254\"", "Public Law 114-254"),
    ])
  func lawNumber(text: String, number: String) {
    let parsed = ParsedQuery(text)
    #expect(printed(parsed.query).contains("number:\(number)"), "\(printed(parsed.query))")
    #expect(parsed.problem == nil)
    #expect(
      !printed(ParsedQuery(text + " parks").query).contains("number:\(number)")
        || text.hasPrefix("number:"))
  }

  @Test("A bare document number matches the field or the text, in any brackets")
  func documentNumber() {
    let texts = ["国发〔2018〕43号", "国发[2018]43号", "国发(2018)43号", "国发（２０１８）43号", "国发【2018】第43號"]
    for text in texts {
      let query = printed(ParsedQuery(text).query)
      #expect(query.contains("number:国发〔2018〕43号"), "\(text)")
      #expect(ParsedQuery(text).problem == nil)
    }
    #expect(printed(ParsedQuery(texts[0]).query) == printed(ParsedQuery(texts[2]).query))
    #expect(printed(ParsedQuery("中央1号").query).contains("number:") == false)
  }

  @Test("A partial match needs most of the pieces, and keeps what is no word")
  func partial() {
    #expect(ParsedQuery("one").partial == nil)
    #expect(ParsedQuery("one two").partial == nil)
    #expect(ParsedQuery(#""one two three""#).partial == nil)
    #expect(ParsedQuery("扶贫").partial == nil)
    let words = printed(ParsedQuery("one two three lang:en -four").partial ?? .nothing)
    #expect(words.contains("any2(") && words.contains("lang:en") && words.contains(" - "))
    let run = printed(ParsedQuery("易地扶贫搬迁").partial ?? .nothing)
    #expect(run.contains("any3(any(body:易地 "))
  }

  @Test("A word repeated counts once in a partial match")
  func repeated() {
    #expect(ParsedQuery("one one one").partial == nil)
  }

  @Test("A quote without letters or digits matches nothing and says so")
  func emptyQuote() {
    let parsed = ParsedQuery(#"扶贫 "——""#)
    #expect(parsed.problem == QuerySyntaxError(.emptyQuote, range: 7..<15))
    #expect(throws: QuerySyntaxError.self) { try Query(#"扶贫 "——""#) }
    #expect(ParsedQuery("😀").problem?.reason == .nothingAsked)
  }

  @Test("Pieces are what must match, in the order of the text")
  func pieces() {
    let parsed = ParsedQuery(#"Policies title:"small business" -farm 三保障 gov*"#)
    #expect(parsed.pieces.map(\.text) == ["Policies", "small business", "三保障", "gov"])
    #expect(parsed.pieces.map(\.kind) == [.word, .phrase, .phrase, .prefix])
    #expect(parsed.pieces.map(\.field) == [nil, .title, nil, nil])
    #expect(parsed.pieces[0].stem == Array("polici".utf8))
    #expect(parsed.pieces[2].atoms.map(\.offset) == [0, 1, 2])
    #expect(parsed.pieces[1].range == 15..<31)
  }
}
