import Foundation
import GazetteConsole
import GazetteTestSupport
import Testing

@Suite struct MessagesTests {
  @Test("every sentence exists in both languages, with the same places to fill")
  func languages() throws {
    let english = Messages(language: .english)
    let chinese = Messages(language: .chinese)
    #expect(Messages.keys.count > 80)
    for key in Messages.keys {
      #expect(places(in: english(key)) == places(in: chinese(key)), "\(key)")
      #expect(!english(key).isEmpty && !chinese(key).isEmpty, "\(key)")
    }
  }

  @Test("every key that the code asks for is in the table")
  func keys() throws {
    let known = Set(Messages.keys)
    for folder in ["GazetteConsole", "GazetteCommand", "GazetteCorpusCommand"] {
      for file in ProjectFolder.files(
        below: ProjectFolder.top + "/Sources/" + folder, endings: ["swift"])
      {
        let text = try String(contentsOfFile: file, encoding: .utf8)
        for part in text.components(separatedBy: "say(").dropFirst() {
          let start = part.drop { $0.isWhitespace }
          guard start.first == "\"" else { continue }
          let key = String(start.dropFirst().prefix { $0 != "\"" })
          guard !key.hasSuffix(".") else {
            #expect(known.contains { $0.hasPrefix(key) }, "\(key)")
            continue
          }
          #expect(known.contains(key), "\(key) in \(file)")
        }
      }
    }
  }

  @Test("what is filled in stays as it is, braces and all")
  func filling() {
    let say = Messages(language: .english)
    #expect(say("index.failure", "{1}", "b") == "failed: {1}: b")
    #expect(say("no.such.key") == "no.such.key")
  }

  private func places(in sentence: String) -> Set<String> {
    Set(
      sentence.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
        .map { String($0.prefix { $0 != "}" }) })
  }
}
