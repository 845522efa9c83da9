import Gazette
import GazetteConsole
import Testing

/// What is wrong with a file of concepts, in the language of the run.
@Suite struct ThesaurusMessagesTests {
  private static let broken = [
    "concepts: [a\n", "concepts:\n- id: \"a\n b: c", "concepts:\n- id: a\n  zh: b\n en: c\n",
    "concepts:\n- id: a\n\tzh: b\n", "concepts:\n- id: a\n  zh: b: c\n", "concepts:\n- @a\n",
    "concepts: {a\n", "concepts:\n- id: *\n", "concepts:\n- &x {id: a}\n- *x\n",
    "concepts:\n- id: a\n  zh: \"\\q\"\n", "a: b\n- c\n", "a: \u{1}\n", "rules: []\n",
    "concepts:\n- zh: 三保障\n",
    "concepts:\n- id: A b\n", "concepts:\n- id: a\n- id: a\n",
    "concepts:\n- id: a\n  parts:\n  - [b]\n",
    "concepts:\n- id: a\n  zh: [b]\n", "concepts:\n- id: a\n  labels: [{en: b}]\n",
    "concepts:\n- id: a\n  kind: shape\n", "concepts:\n- id: a\n  aliase_en: [b]\n",
  ]

  private func filled(_ sentence: String, _ values: [String]) -> String {
    values.enumerated().reduce(sentence) { $0.replacing("{\($1.offset)}", with: $1.element) }
  }

  @Test("every fault of a file is said in both languages, with its place", arguments: broken)
  func languages(yaml: String) throws {
    let error = try #require(throws: ThesaurusError.self) {
      _ = try Thesaurus(yaml: Array(yaml.utf8), file: "我的.yaml")
    }
    let (english, chinese) = (Messages(language: .english), Messages(language: .chinese))
    let message = try #require(error.message(chinese.sentence))
    // The fields and values that there are have English names.
    let values = message.values.dropLast(error.code.hasPrefix("unknown-") ? 1 : 0)
    let sentence = filled(try #require(chinese.sentence(message.key)), Array(values))
    #expect(sentence.hasPrefix("我的.yaml:\(error.line)："))
    // Besides names and values of the file nothing is left in English.
    for word in ["no", "not", "found", "expected", "list", "words", "is", "did", "stands", "one"] {
      #expect(
        !sentence.split { !$0.isLetter || !$0.isASCII }.contains(Substring(word)), "\(sentence)")
    }
    let own = try #require(error.message(english.sentence))
    #expect(
      filled(try #require(english.sentence(own.key)), own.values).hasPrefix(
        "我的.yaml:"))
  }

  @Test("in English the sentence is the line of the error")
  func english() throws {
    let messages = Messages(language: .english)
    for yaml in ThesaurusMessagesTests.broken {
      let error = try #require(throws: ThesaurusError.self) {
        _ = try Thesaurus(yaml: Array(yaml.utf8), file: "a.yaml")
      }
      let message = try #require(error.message { _ in nil })
      let sentence = filled(try #require(messages.sentence(message.key)), message.values)
      #expect(sentence == error.description)
    }
  }
}
