import GazetteConsole
import Testing

@Suite struct UILanguageTests {
  @Test(
    "the option decides, then the locale, then English",
    arguments: [
      (["search", "--ui", "zh"], ["LANG": "en_GB.UTF-8"], UILanguage.chinese),
      (["search", "--ui=en"], ["LANG": "zh_CN.UTF-8"], .english),
      (["search"], ["LANG": "zh_CN.UTF-8"], .chinese),
      (["search"], ["LC_ALL": "C", "LANG": "zh_CN.UTF-8"], .english),
      (["search"], ["LC_MESSAGES": "zh_TW", "LANG": "en_US"], .chinese),
      (["search", "--", "--ui", "zh"], [:], .english), (["search"], [:], .english),
      (["--ui", "fr"], ["LANG": "zh_CN"], .english),
    ])
  func chosen(_ arguments: [String], _ environment: [String: String], _ language: UILanguage) {
    #expect(
      UILanguage.chosen(arguments: arguments) { environment[$0] } == language)
  }
}
