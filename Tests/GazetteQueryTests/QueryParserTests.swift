import GazetteQuery
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite("QueryParser")
struct QueryParserTests {
  @Test(
    "Texts are understood as these trees",
    arguments: [
      // Words and signs.
      ("poverty", "poverty"),
      ("poverty alleviation", "(& poverty alleviation)"),
      ("poverty AND alleviation", "(& poverty alleviation)"),
      ("a OR b c", "(| a (& b c))"),
      ("(a OR b) c", "(& (| a b) c)"),
      ("((a b) c)", "(& a b c)"),
      ("a -b NOT c", "(& a (! b) (! c))"),
      ("-(a b)", "(! (& a b))"),
      ("well-being", "well-being"),
      ("a - b", "(& a b)"),
      ("--watch", "watch"),
      ("and or not", "(& and or not)"),
      ("与 或 非", "(& 与 或 非)"),
      ("扶贫 -产业", "(& 扶贫 (! 产业))"),
      ("扶贫\u{3000}－产业", "(& 扶贫 (! 产业))"),
      ("（扶贫 OR 脱贫）　攻坚", "(& (| 扶贫 脱贫) 攻坚)"),
      ("教育、医疗，住房。", "(& 教育 医疗 住房)"),
      ("pover*", "pover*"),
      // Nearness and tags.
      ("a NEAR/5 b", "(~5 a b)"),
      (#"x "a b" NEAR/0 c y"#, #"(& x (~0 "a b" c) y)"#),
      ("a NEAR/5 b NEAR/9 c", "(& (~5 a b) (~9 b c))"),
      ("-a NEAR/5 b OR c", "(| (! (~5 a b)) c)"),
      ("tag:x NEAR/10 y", "(~10 tag=x y)"),
      ("NEAR a near/5 b", "(& NEAR a near/5 b)"),
      ("a NEAR/1001 b", "(& a NEAR/1001 b)"),
      ("tag:=three-guarantees", "tag==three-guarantees"),
      (#"tag:="two words" z"#, "(& tag==two words z)"),
      ("tag:“三保障”", "tag=三保障"),
      (#""a b" NEAR/9 tag:="two words""#, #"(~9 "a b" tag==two words)"#),
      (#""a b" tag:"two words""#, #"(& "a b" tag=two words)"#),
      (#"issuer:=国务院 doc:="a b" issuer:国务院"#, "(& issuer==国务院 doc==a b issuer=国务院)"),
      ("”三保障”", #""三保障""#), ("“三保障“", #""三保障""#),
      ("扶贫＊", "扶贫*"),
      ("public **** services", "(& public services)"),
      ("don't 'tis", "(& don't tis)"),
      ("the farmers' land", "(& the farmers land)"),
      ("  12.8%, C++ & co. ", "(& 12.8 C co)"),
      // Phrases.
      (#""small business""#, #""small business""#),
      ("“三保障” ”", #""三保障”""#),
      ("“三保障”", #""三保障""#),
      ("「三保障」 『两不愁』", #"(& "三保障" "两不愁")"#),
      ("《中国制造2025》 〈办法〉 «a b»", #"(& "中国制造2025" "办法" "a b")"#),
      ("＂a b＂ „c d“ ‘e f’ 'g h'", #"(& "a b" "c d" "e f" "g h")"#),
      ("‘don’t stop’", #""don’t stop""#),
      (#""foo" AND "bar""#, #"(& "foo" "bar")"#),
      (#""foo" -"bar""#, #"(& "foo" (! "bar"))"#),
      (#"title:"a b" OR "c""#, #"(| title="a b" "c")"#),
      (#""he said "a" OR "b" today""#, #""he said "a" OR "b" today""#),
      (#"""a" or "b" he said""#, #"""a" or "b" he said""#),
      (#""a 5" pipe""#, #""a 5" pipe""#),
      ("“甲”乙”", #""甲”乙""#),
      ("“甲“乙”", #""甲“乙""#),
      ("“甲“乙”丙” 丁", #"(& "甲“乙”丙" 丁)"#),
      ("《关于〈办法〉的通知》", #""关于〈办法〉的通知""#),
      (#""a (b" OR c:d""#, #""a (b" OR c:d""#),
      ("\"one\ntwo\"", "\"one\ntwo\""),
      // Fields.
      ("title:扶贫 issuer:国务院", "(& title=扶贫 issuer=国务院)"),
      ("Title： 扶贫", "title=扶贫"),
      (#"said-by:"Li Keqiang" kind:意见"#, #"(& said-by="Li Keqiang" kind=意见)"#),
      ("doc:zh-laws/条例(2018-12-18) x", "(& doc=zh-laws/条例(2018-12-18) x)"),
      ("(doc:a/b)", "doc=a/b"),
      ("-title:x*", "(! title=x*)"),
      ("foo:bar 2:30", "(& foo:bar 2:30)"),
      ("http://x.org/y", "http://x.org/y"),
      // Patterns, misspellings, gaps.
      ("wom?n labo*r 两*愁 c*t*", "(& wom?n?* labo*r?* 两*愁?* c*t*?*)"),
      ("title:wom?n", "title=wom?n?*"),
      ("what is poverty? 怎么办?谁负责", "(& what is poverty 怎么办?谁负责)"),
      ("**bold** *note x.org/a?b=c a**b", "(& bold note x.org/a?b=c a**b)"),
      (
        "goverment~ farm~ farm~2 三保章~ title:farm~",
        "(& goverment~2 farm~1 farm~2 三保章~1 title=farm~1)"
      ),
      ("3~5年 5～10 10~ farm~3", "(& 3~5年 5～10 10 farm~3)"),
      (#""safe water"~3 “安全 饮水”~2"#, #"(& "safe water"~3 "安全 饮水"~2)"#),
      (#""a b" ~3"#, #"(& "a b" 3)"#),
      // What counts more.
      (
        #"farm^2 "a b"^0.5 (a OR b)^3 x*^2 title:y^4"#,
        #"(& farm^2.0 "a b"^0.5 (| a b)^3.0 x*^2.0 title=y^4.0)"#
      ),
      ("10^6 a^0 a^2000 x^ ^2", "(& 10^6 a^0 a^2000 x 2)"),
      (#""a"^2 "b""#, #"(& "a"^2.0 "b")"#),
      // What stands together.
      ("sentence:(a b) c", "(& (sentence a b) c)"),
      ("section:（扶贫 OR 脱贫）", "(section (| 扶贫 脱贫))"),
      ("document:(title:a tag:b)^2", "(document title=a tag=b)^2.0"),
      ("passage:(\"a b\" c~)", #"(passage "a b" c~1)"#),
      ("Section: a section: b", "(& Section a section b)"),
      // Signs as text.
      (#"\AND a\*b \"x \-y \(z\) title\:q \title:q"#, #"(& AND a*b x y z title:q title:q)"#),
      (#"C:\dir and\or"#, #"(& C:\dir and\or)"#),
      ("国发(2018)43号 国发[2018]43号 国发〔2018〕43号", "(& 国发(2018)43号 国发[2018]43号 国发〔2018〕43号)"),
      ("number:国发（2018）43号", "number=国发（2018）43号"),
      ("date:2018..2020", "[2018..2020]"),
      ("date:2019", "[2019]"),
      ("date:2019-05..", "[2019-05-01..]"),
      ("date:２０１９年5月3日", "[2019-05-03]"),
      ("date:2018-2020", "[2018..2020]"),
      ("before:2019-03", "[..2019-02-28]"),
      ("after:2019", "[2020..]"),
      ("after:2019-12-30", "[2019-12-31..]"),
      // What is no query.
      (#"a "b"#, nil), ("a ”", nil), ("(a", nil), ("a)", nil), ("()", nil), ("AND a", nil),
      ("a OR", nil), ("NOT", nil), ("title:", nil), ("title: -x", nil), ("date:soon", nil),
      ("date:2020..2018", nil), ("date:2019-13", nil), ("", nil), (" — ", nil),
      ("a NEAR/5", nil), ("NEAR/5 a", nil), ("a NEAR/5 (b c)", nil), ("a NEAR/5 title:b", nil),
      ("a NEAR/5 b*", nil), ("a NEAR/5 -b", nil),
      ("sentence:(a -b)", nil), ("sentence:(title:a b)", nil), ("passage:(date:2019 a)", nil),
      ("document:(section:(a b) c)", nil), ("sentence:()", nil),
    ] as [(String, String?)])
  func trees(_ text: String, _ expected: String?) {
    #expect((try? printed(ParsedQuery(strict: text).syntax)) == expected)
  }

  @Test(
    "A text that is no query says what was expected where",
    arguments: [
      (#"a "b"#, QuerySyntaxError.Reason.unclosedQuote, 2..<4),
      ("扶 ”", .unopenedQuote, 4..<7),
      ("(a", .unclosedParenthesis, 0..<1),
      ("a) b", .unopenedParenthesis, 1..<2),
      ("a OR", .missingOperand, 4..<4),
      ("title:", .missingValue, 6..<6),
      ("x date:soon", .malformedDate, 2..<11),
      ("x a NEAR/5 title:b", .farOperand, 11..<18),
      ("x sentence:(a -b)", .scopedOperand, 14..<16),
      ("", .nothingAsked, 0..<0),
    ])
  func errors(_ text: String, _ reason: QuerySyntaxError.Reason, _ range: Range<Int>) {
    #expect(throws: QuerySyntaxError(reason, range: range)) { try ParsedQuery(strict: text) }
  }

  @Test("Nesting has a limit, and what is over it is searched for by its words")
  func depth() {
    let deep = String(repeating: "(", count: 64) + "a" + String(repeating: ")", count: 64)
    #expect(throws: Never.self) { try ParsedQuery(strict: deep) }
    let deeper = ParsedQuery("(" + deep + ")")
    #expect(deeper.problem?.reason == .tooDeep)
    #expect(printed(deeper.syntax) == "a")
    let negated = ParsedQuery(String(repeating: "NOT ", count: 100_000) + "a")
    #expect(negated.problem != nil)
  }

  @Test("A long text is cut, and says so")
  func length() {
    let many = ParsedQuery(String(repeating: "ab ", count: 2_000))
    #expect(many.problem?.reason == .tooLong)
    #expect(many.pieces.count == 1_024)
    let long = ParsedQuery(String(repeating: "扶", count: 30_000))
    #expect(long.problem?.reason == .tooLong)
    #expect(!long.pieces.isEmpty)
  }

  @Test(
    "A text that is no query is searched for by its words",
    arguments: [
      (#"a "b c"#, "(& a b c)"), ("title:x (y", "(& title x y)"), ("a AND", "(& a AND)"),
      ("国发(2018)43号)", "国发(2018)43号"), ("x* )", "x"), ("甲” 乙", "(& 甲 乙)"),
    ])
  func literal(_ text: String, _ expected: String) {
    let parsed = ParsedQuery(text)
    #expect(parsed.problem != nil)
    #expect(printed(parsed.syntax) == expected)
  }

  @Test(
    "A text as long as is read takes little time, whatever it holds",
    arguments: [
      "“", "“a\" ", "“a” ", "‘a’b", "'a ", "doc:“a ", "doc:\"a ", "\"", "(", "-", "- ", "(a) ",
      "a OR ", "title:", "＂\"",
      "扶", "扶 ", "a1", "«", "「", "国(2018)", "NOT ", "date:", "*", "\u{301}", "ﷺ",
    ])
  func linearTime(_ unit: String) {
    let text = String(repeating: unit, count: (1 << 16) / unit.utf8.count)
    let start = clock()
    let parsed = ParsedQuery(text)
    // Other tests run beside this one and count too; a quadratic scan takes far longer than all of them.
    #expect(Double(clock() - start) / Double(CLOCKS_PER_SEC) < 5)
    #expect(parsed.pieces.count <= 1_024)
  }
}
