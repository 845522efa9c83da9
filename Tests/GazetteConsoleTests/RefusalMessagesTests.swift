import Gazette
import GazetteConsole
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the system or the limits refuse, in the words of the table.
@Suite struct RefusalMessagesTests {
  static let errors: [CorpusError] =
    [
      .missing(path: "a"), .changedWhileRead(path: "a"), .tooLarge(path: "a", bytes: 11, limit: 10),
      .undecodableName(path: "a"), .sameRootName(first: "a", second: "b"), .interrupted,
    ] + ["open", "read", "look at", "list"].map { .io(operation: $0, path: "a", errno: EACCES) }
    + [ENOENT, EISDIR, ENOTDIR, ELOOP, ENAMETOOLONG, EMFILE, EIO, ENOSPC, ENOMEM].map {
      .io(operation: "open", path: "a", errno: $0)
    }

  @Test("every refusal is said in both languages, with all that it tells", arguments: errors)
  func languages(error: CorpusError) throws {
    let chinese = Messages(language: .chinese)
    let message = try #require(error.message(chinese.sentence))
    let sentence = try #require(chinese.sentence(message.key))
    let english = try #require(Messages(language: .english).sentence(message.key))
    #expect(sentence.unicodeScalars.contains { (0x4E00..<0xA000).contains($0.value) })
    for place in message.values.indices {
      #expect(sentence.contains("{\(place)}") && english.contains("{\(place)}"))
    }
    // Nothing but names and numbers stays in Latin letters.
    let words = message.values.dropFirst().filter { $0.contains { $0.isLetter && $0.isASCII } }
    #expect(words.isEmpty || words == ["b"], "\(words)")
  }

  @Test("in English the line is that of the error, with the system's own words")
  func english() throws {
    let messages = Messages(language: .english)
    for error in RefusalMessagesTests.errors {
      guard case .io = error else {
        let (key, values) = try #require(error.message { _ in nil })
        var sentence = messages(key)
        for (place, value) in values.enumerated() {
          sentence.replace("{\(place)}", with: value)
        }
        #expect(sentence == error.description)
        continue
      }
      #expect(error.description.hasPrefix("could not "))
    }
  }
}
