import GazetteDocument
import Testing

@Suite("Language tags")
struct LanguageTagTests {
  @Test(
    "a tag comes back as it was given",
    arguments: [
      "zh-Hans", "zh-Hant", "en", "und", "cy", "zh-Hant-HK", "sl-rozaj-biske", "a-23456789-abcdef",
    ])
  func tagsStay(tag: String) {
    let language = Language(tag: tag)
    #expect(language.tag == (tag.utf8.count <= 16 ? tag : "a-23456789"))
    #expect(language == Language(tag: language.tag))
    #expect(language.isChinese == tag.hasPrefix("zh"))
  }

  @Test("the four that are told apart are their tags")
  func constants() {
    #expect(Language.simplifiedChinese == Language(tag: "zh-Hans"))
    #expect(Language.traditionalChinese == Language(tag: "zh-Hant"))
    #expect(Language.english == Language(tag: "en"))
    #expect(Language.undetermined == Language(tag: "und"))
    #expect(
      Set([Language.english, .simplifiedChinese, .traditionalChinese, .undetermined]).count == 4)
  }

  @Test(
    "what is no tag at all is undetermined",
    arguments: ["", "中文", "\u{0}", "thisisnotalanguageatall"])
  func otherWords(tag: String) {
    #expect(Language(tag: tag) == .undetermined)
  }

  @Test("a tag ends where something stands that no tag holds")
  func strangeTails() {
    #expect(Language(tag: "en; q=0.5").tag == "en")
    #expect(Language(tag: "zh_CN").tag == "zh")
  }
}
