import GazetteDocument
import GazetteQuotations
import Testing

/// What a selector says of a text that changed, case by case.
@Suite struct SelectorResolverTests {
  private func selector(_ words: String, in text: String) throws -> Selector {
    let source = SourceText(text)
    let place = try #require(source.places(of: Array(words.utf8), limit: 1).first)
    let bytes = place..<place + words.utf8.count
    return Selector(
      TextMap(source.utf8.span).span(of: bytes), in: source, textSHA256: source.sha256)
  }

  private func resolve(_ selector: Selector, in text: String) -> SelectorResolution {
    let source = SourceText(text)
    return SelectorResolver(source, sha256: source.sha256).resolve(selector)
  }

  static let chinese = """
    样例镇住房安全核查办法
    第一条　村级网格员每月入户核查住房安全，发现险情当日上报。
    第二条　镇住建办应当在三日内组织鉴定，不得拖延。
    第三条　本办法自印发之日起施行。
    """

  @Test("the selector has 32 scalars of context, fewer at the ends of the text")
  func context() throws {
    let made = try selector("第二条", in: Self.chinese)
    #expect(made.prefix.unicodeScalars.count == 32 && made.suffix.unicodeScalars.count == 32)
    #expect(made.prefix.hasSuffix("发现险情当日上报。\n"))
    let first = try selector("样例镇", in: Self.chinese)
    #expect(first.prefix.isEmpty && first.occurrences == 1 && first.copies == 1)
    #expect(first.machineID.bytes == 0..<9)
  }

  @Test("a digit, a negation and a whole sentence that changed are shown as changes")
  func changed() throws {
    let words = "镇住建办应当在三日内组织鉴定，不得拖延。"
    let made = try selector(words, in: Self.chinese)
    for (old, new) in [("三日", "七日"), ("不得", "可以"), ("组织鉴定", "鉴定")] {
      let text = Self.chinese.replacing(old, with: new)
      let found = resolve(made, in: text)
      #expect(found.state == .changed, "\(old)")
      #expect(found.difference.contains { $0.kind == .deleted }, "\(old)")
      let span = try #require(found.span)
      #expect(SourceText(text).string(in: span) == words.replacing(old, with: new))
    }
  }

  @Test("a sentence that went is orphaned, though another one reads much like it")
  func gone() throws {
    let team = "The housing team inspects every roof in March."
    let other = "The water team inspects every roof in March."
    let text = "Duties of the sample town are these.\n\(team)\nThe list is public.\n\(other)\nEnd."
    let made = try selector(team, in: text)
    let found = resolve(made, in: text.replacing(team + "\n", with: ""))
    #expect(found.state == .orphaned && found.span == nil)
    let proposal = try #require(found.proposals.first)
    #expect(proposal.text == other && proposal.likeness > 0.8 && proposal.likeness < 1)
  }

  @Test("copies between the same surroundings are proposed and not chosen from")
  func undecided() throws {
    let row = "Sample village | not stated | not stated\n"
    let text = String(repeating: row, count: 6)
    let source = SourceText(text)
    let start = row.utf8.count * 3
    let third = Selector(
      TextMap(source.utf8.span).span(of: start..<start + row.utf8.count - 1), in: source,
      textSHA256: source.sha256)
    #expect((third.copies ?? 0) > 1)
    let found = resolve(third, in: "Heading\n" + text)
    #expect(found.state == .orphaned && found.proposals.count == 5)
    #expect(found.proposals.allSatisfy { $0.likeness == 1 })
  }

  @Test("words at their old offsets between other surroundings are not called the same")
  func otherSurroundings() throws {
    let text = "AAAA BBBB CCCC DDDD EEEE FFFF GGGG\nThe clinic opens daily at nine.\nLast line."
    let made = try selector("The clinic opens daily at nine.", in: text)
    let found = resolve(made, in: text.replacing("GGGG", with: "HHHH"))
    #expect(found.state == .moved && found.span == made.span)
    #expect(resolve(made, in: text + " More.").state == .same)
  }

  @Test("a selector that lies about the very text that it names is orphaned")
  func liar() throws {
    let made = try selector("不得拖延", in: Self.chinese)
    let lie = Selector(
      span: made.span, exact: "可以拖延", prefix: made.prefix, suffix: made.suffix,
      textSHA256: made.textSHA256, occurrences: 1, copies: 1)
    let found = resolve(lie, in: Self.chinese)
    #expect(found.state == .orphaned)
  }

  @Test("a passage that moved as a whole is found by its words, which were there once")
  func moved() throws {
    let words = "第二条　镇住建办应当在三日内组织鉴定，不得拖延。"
    let made = try selector(words, in: Self.chinese)
    let rest = Self.chinese.replacing(words + "\n", with: "")
    let found = resolve(made, in: rest + "\n附则\n" + words)
    #expect(found.state == .moved)
    let short = try selector("当日", in: Self.chinese)
    let elsewhere = Self.chinese.replacing("当日上报", with: "上报") + "\n当日"
    #expect(resolve(short, in: elsewhere).state != .moved, "short words prove nothing")
  }
}
