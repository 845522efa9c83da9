import GazetteDocument
import Testing

@Suite struct CalendarDateTests {
  @Test(
    "a date is written as it is read",
    arguments: ["2024", "2024-02", "2024-02-29", "0001-01-01", "9999-12-31"])
  func roundTrip(text: String) {
    #expect(CalendarDate(iso: text)?.description == text)
  }

  @Test(
    "what is no date is refused",
    arguments: [
      "", "24", "2023-02-29", "2024-13", "2024-1", "2024-00-01", "2024-01-32", "2024-01-01-01",
      "x024", "0000",
    ])
  func refusals(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test("a month without a day means all its days")
  func bounds() throws {
    let february = try #require(CalendarDate(year: 2024, month: 2))
    #expect(february.firstDayNumber == 20_240_201 && february.lastDayNumber == 20_240_229)
    #expect(CalendarDate(year: 2023)?.lastDayNumber == 20_231_231)
    #expect(CalendarDate(year: 2023, month: nil, day: 3) == nil)
  }
}

@Suite struct SectionPathTests {
  @Test(
    "a path is written as it is read",
    arguments: ["s0", "s0.p3", "s2.1", "s2.1.p3", "s2.1.p3.s2", "s12.4.5.p1"])
  func roundTrip(text: String) {
    #expect(SectionPath(text)?.description == text)
  }

  @Test(
    "what is no path is refused",
    arguments: ["", "s", "p3", "s-1", "s1.p0", "s1.s2", "s1.p2.p3", "s1.p1.s1.s1", "s1.", "S1"])
  func refusals(text: String) {
    #expect(SectionPath(text) == nil)
  }
}

@Suite struct MachineIDTests {
  @Test("an id is written as it is read, with leading zeros")
  func roundTrip() {
    let id = MachineID(textDigest: 0x00AB_CDEF, bytes: 5..<120, digest: 7)
    #expect(id.description == "gz:00abcdef:5-120:00000007")
    #expect(MachineID(id.description) == id)
  }

  @Test(
    "what is no id is refused",
    arguments: [
      "", "gz:1:2-3:4", "gz:00abcdef:9-5:00000007", "gx:00abcdef:5-9:00000007",
      "gz:00abcdef:5:00000007",
    ])
  func refusals(text: String) {
    #expect(MachineID(text) == nil)
  }
}

@Suite struct DocumentNumberTests {
  @Test("a number is written in its canonical spelling")
  func spelling() {
    #expect(DocumentNumber(code: "示政发", year: 2015, serial: 34).description == "示政发〔2015〕34号")
    #expect(DocumentNumber(code: "国务院令", year: nil, serial: 741).description == "国务院令第741号")
  }
}

@Suite struct LanguageTests {
  @Test("both Chinese scripts are Chinese, English is not")
  func chinese() {
    #expect(Language.simplifiedChinese.isChinese && Language.traditionalChinese.isChinese)
    #expect(!Language.english.isChinese && !Language.undetermined.isChinese)
  }
}
