import GazetteDocument
import GazetteParsing
import Testing

/// The two texts that the project started from, when they are there.
@Suite(.enabled(if: Reading.corpora != nil)) struct SeedTests {
  private static func seed(_ name: String) throws -> PolicyDocument {
    let path = try #require(Reading.corpora) + "/seeds/" + name + ".txt"
    return try Reading.document(Reading.bytes(of: path), file: path)
  }

  private static let style = "000_d11dd908aed14900"
  private static let thinking = "004_201b8ddc869b7d18"

  /// Who speaks in the sentence that holds a few words, which stand once in the text.
  private func voice(_ words: String, in document: PolicyDocument) throws -> Voice {
    for index in document.passages.indices {
      for sentence in document.passages[index].sentences
      where document.text.string(in: document.sentences[sentence].span).contains(words) {
        return document.voice(ofSentence: sentence, in: index)
      }
    }
    throw MissingWords(words: words)
  }

  private struct MissingWords: Error { let words: String }

  @Test("all numbered heads and items are found with their numbers")
  func numbers() throws {
    let thinking = try Self.seed(Self.thinking)
    #expect(thinking.sections.dropFirst().map(\.number) == ["1", "2", "3", "4", nil, "1", "2"])
    #expect(thinking.sections.dropFirst().map(\.depth) == [1, 1, 1, 1, 1, 2, 2])
    let style = try Self.seed(Self.style)
    #expect(style.passages.compactMap(\.number) == ["first", "two", "three", "four"])
    #expect(style.sections.dropFirst().map(\.depth) == [1, 2, 1, 2, 1, 2])
    #expect(style.sections.dropFirst().allSatisfy { $0.number == nil })
  }

  @Test("four voices are told apart, with the names and posts of those who speak")
  func voices() throws {
    let style = try Self.seed(Self.style)
    let yang = try voice("sustainable development capacity", in: style)
    #expect(yang.kind == .expert && yang.speaker == "Yang Hongshan")
    #expect(yang.post?.contains("professor of the school") == true)
    let ma = try voice("can not be careless", in: style)
    #expect(ma.kind == .expert && ma.speaker == "Ma Feng")
    #expect(try voice("follow the trend", in: style).speaker == "Hu min")
    #expect(try voice("drag their feet", in: style).kind == .leaderSpeech)
    #expect(try voice("How much soil", in: style).kind == .narration)
    #expect(try voice("85000 cases", in: style).kind == .narration)
    #expect(try voice("clear division of labor", in: style).kind == .policy)
    #expect(try voice("Fourth Plenary Session", in: style).kind == .policy)
    #expect(style.passages.first?.voice.kind == .caption)
    let thinking = try Self.seed(Self.thinking)
    #expect(try voice("material dialectics", in: thinking).kind == .leaderSpeech)
    #expect(try voice("basic medical security", in: thinking).kind == .policy)
    #expect(thinking.passages.last?.voice.kind == .sourceLine)
  }

  @Test("words of a speech carry its date and its occasion")
  func dates() throws {
    let style = try Self.seed(Self.style)
    let january = try voice("outstanding problems", in: style)
    #expect(january.speaker == "Xi Jinping" && january.date?.description == "2020-01-13")
    #expect(january.occasion?.contains("plenary session") == true)
    let march = try voice("resolutely oppose formalism", in: style)
    #expect(march.speaker == "Xi Jinping" && march.date?.description == "2020-03-06")
    let november = try voice("buffer period", in: style)
    #expect(november.date?.description == "2015-11-27")
    #expect(november.occasion?.contains("conference") == true)
  }
}
