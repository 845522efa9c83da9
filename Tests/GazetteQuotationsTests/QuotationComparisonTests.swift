import GazetteQuotations
import Testing

/// A quotation against one stretch of a source.
@Suite struct QuotationComparisonTests {
  private func match(_ quotation: String, _ sources: String...) -> QuotationMatch? {
    var utf8: [UInt8] = []
    var passages: [Range<Int>] = []
    for source in sources {
      let start = utf8.count
      utf8 += source.utf8
      passages.append(start..<utf8.count)
      utf8.append(0x0A)
    }
    return QuotationComparison(QuotedWords(quotation), with: SourceWindow(utf8, passages: passages))
      .match()
  }

  private static let english =
    "Counties shall check every dwelling before 30 June 2019, and 85,000 households must not be left without water."
  private static let chinese = "各县应当在2019年6月30日前逐户核查，不得搞形式主义，确保8.5万户饮水安全。"

  @Test("the same bytes are exact, in the middle of words too")
  func exact() {
    for text in ["check every dwelling", "hall check ev", "85,000 households"] {
      #expect(match(text, Self.english)?.grade == .exact, "\(text)")
    }
    #expect(match("逐户核查，不得搞形式", Self.chinese)?.grade == .exact)
  }

  @Test(
    "the same words in another form are normalised, and the form is named",
    arguments: [
      ("counties shall check EVERY dwelling", FoldedForm.letterCase),
      ("check  every\ndwelling", .whiteSpace),
      ("and 85000 households must not be", .digitSeparators),
      ("check “every” dwelling", .quotationMarks),
      ("30 June 2019 and 85,000", .punctuation),
      ("ｃｈｅｃｋ every dwelling", .width),
      ("check—every dwelling", .dashes),
    ])
  func normalised(text: String, form: FoldedForm) {
    let found = match(text, Self.english)
    #expect(found?.grade == .normalised)
    #expect(found?.folded.contains(form) ?? false, "\(String(describing: found?.folded))")
  }

  @Test("Traditional characters and full-width marks are folded")
  func chineseForms() {
    let found = match("逐戶核查,不得搞形式主義", Self.chinese)
    #expect(found?.grade == .normalised)
    #expect(found?.folded == [.characterForms, .width])
  }

  @Test("signs that carry meaning are words: shares, ranges, minus, masks")
  func signs() {
    #expect(match("a rise of 5 in two years", "a rise of 5% in two years")?.grade == .altered)
    #expect(match("between 3, 5 per village", "between 3-5 per village")?.grade == .altered)
    #expect(match("a change of 5 points in all", "a change of -5 points in all")?.grade == .altered)
    #expect(
      match("public services in villages", "public **** services in villages")?.grade == .altered)
    #expect(match("the value of 1.5 metres each", "the value of 15 metres each")?.grade == .altered)
  }

  @Test(
    "marked gaps are elided when nothing in them turns the meaning",
    arguments: [
      "Counties … check every dwelling", "Counties shall check … before 30 June 2019",
      "[…] check every dwelling", "Counties shall [...] before 30 June 2019",
      "check every dwelling ... and 85,000 households",
    ])
  func elided(text: String) {
    let isSwallowing =
      text.contains("Counties …") || text.contains("dwelling ... and")
    #expect(match(text, Self.english)?.grade == (isSwallowing ? .altered : .elided), "\(text)")
  }

  @Test("a gap never swallows a negation, a number, a date or a modal")
  func swallowed() throws {
    let negation = try #require(match("households must … be left without water", Self.english))
    #expect(negation.grade == .altered)
    #expect(negation.differences.map(\.kind) == [.negation])
    let modal = try #require(match("各县……核查", Self.chinese))
    #expect(modal.grade == .altered)
    #expect(modal.differences.contains { $0.kind == .modality })
    #expect(match("核查，……确保8.5万户饮水安全", Self.chinese)?.differences.first?.kind == .negation)
    #expect(match("逐户……安全", "逐户核查并不断改善饮水安全")?.grade == .elided)
  }

  @Test("fragments of two passages, or in another order, are not elided")
  func order() {
    #expect(
      match("first things first … last things last", "first things first", "and last things last")?
        .grade == .altered)
    #expect(
      match("the second part … the first part", "the first part and the second part")?.grade
        != .elided)
  }

  @Test(
    "a changed word is altered, and what it changes is told",
    arguments: [
      ("Counties shall check every dwelling before 30 June 2020", QuotationDifference.Kind.date),
      ("and 86,000 households must not be left", .number),
      ("85,000 households must be left without water", .negation),
      ("Counties may check every dwelling", .modality),
      ("Counties shall paint every dwelling", .words),
    ])
  func altered(text: String, kind: QuotationDifference.Kind) {
    let found = match(text, Self.english)
    #expect(found?.grade == .altered)
    #expect(found?.differences.map(\.kind) == [kind], "\(String(describing: found?.differences))")
  }

  @Test(
    "a changed Chinese word is altered, and what it changes is told",
    arguments: [
      ("各县应当在2019年7月30日前逐户核查", QuotationDifference.Kind.date),
      ("各县可以在2019年6月30日前逐户核查", .modality),
      ("逐户核查，搞形式主义，确保", .negation), ("确保8.6万户饮水安全", .number),
      ("确保8.5万户饮食安全", .words), ("確保8.5萬戶飲食安全", .words),
    ])
  func alteredChinese(text: String, kind: QuotationDifference.Kind) {
    let found = match(text, Self.chinese)
    #expect(found?.grade == .altered)
    #expect(
      found?.differences.contains { $0.kind == kind } ?? false, "\(String(describing: found))")
  }

  @Test("what has little in common is no match")
  func none() {
    #expect(match("Trains leave for the coast twice a day", Self.english) == nil)
    #expect(match("列车每天两次开往海滨", Self.chinese) == nil)
  }

  @Test("the letter in brackets is the source's, sic is none")
  func brackets() {
    let found = match("[c]ounties shall check every [sic] dwelling", Self.english)
    #expect(found?.grade == .normalised)
    #expect(found?.folded.contains(.brackets) ?? false)
  }

  @Test("words left out without a mark make a quotation altered")
  func shortened() {
    let found = match(
      "Counties shall check every dwelling, and 85,000 households must not be left without water.",
      Self.english)
    #expect(found?.grade == .altered)
    #expect(found?.differences.contains { $0.kind == .date || $0.kind == .number } ?? false)
  }
}
