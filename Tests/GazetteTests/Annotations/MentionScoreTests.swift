import Foundation
import Gazette
import GazetteTestSupport
import GazetteYAML
import Testing

/// The tags of texts are those that a careful reader sets: at least 95 % of them right, and 95 % of the mentions in our own
/// texts found.
@Suite struct MentionScoreTests {
  private static let folder = ProjectFolder.top + "/Tests/Annotations/mentions"
  private static let least = 0.95
  /// Of the texts by others, headings and titles among them.
  private static let leastByOthers = 0.95

  private static func files() throws -> [(name: String, root: YAMLNode)] {
    try ProjectFolder.files(below: folder, endings: ["yaml"]).map { path in
      (
        String(path.dropFirst(folder.count + 1)),
        try YAMLReader.read([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
      )
    }
  }

  private static let matcher = Result { ConceptMatcher(try Thesaurus.builtIn()) }

  /// The tags of a document, parts left out, in its solid text.
  private func tags(
    of document: PolicyDocument, _ text: SolidText
  ) throws -> [MentionScore.Mention] {
    try Self.matcher.get().mentions(in: document).passages.joined().filter { !$0.isPart }.map {
      MentionScore.Mention(concept: $0.concept, range: text.solid($0.range))
    }
  }

  /// What a reader listed of a passage that begins at a place of a solid text.
  private func listed(
    _ passage: YAMLNode, _ text: SolidText, from start: Int
  ) -> (mentions: [MentionScore.Mention], open: [Range<Int>]) {
    var mentions: [MentionScore.Mention] = []
    var place = start
    for mention in passage["mentions"]?.elements ?? [] {
      guard let concept = mention["concept"]?.string, let words = mention["words"]?.string,
        let range = text.range(of: words, from: place)
      else { continue }
      mentions.append(.init(concept: concept, range: range))
      place = range.upperBound
    }
    let open = (passage["open"]?.elements ?? []).compactMap { open in
      open["words"]?.string.flatMap { text.range(of: $0, from: start) }
    }
    return (mentions, open)
  }

  private func expect(_ score: MentionScore, _ what: String, recall: Double = least) {
    if ProcessInfo.processInfo.environment["GAZETTE_FAULTS"] != nil {
      print("\(what): precision \(score.precision), recall \(score.recall), found \(score.found)")
      for fault in score.faults { print("  \(fault)") }
    }
    #expect(score.precision >= Self.least, "\(what): precision \(score.precision)")
    #expect(score.recall >= recall, "\(what): recall \(score.recall)")
  }

  @Test("in the documents of the corpus")
  func documents() throws {
    let scratch = try ScratchFolder()
    let index = scratch.path + "/index"
    _ = try CorpusIndexing(of: Corpus(at: [ProjectFolder.corpus]), at: index).run()
    let search = try PolicySearch(at: index)
    var score = MentionScore()
    for (_, root) in try Self.files() {
      guard let id = root["document"]?.string else { continue }
      let document = try search.document(named: id)
      let text = SolidText(document.text.string(in: 0..<document.text.utf8.count))
      var mentions: [MentionScore.Mention] = []
      var open: [Range<Int>] = []
      for passage in root["judged"]?.elements ?? [] {
        let starts = try #require(passage["starts"]?.string)
        guard let range = text.range(of: starts) else { continue }
        let found = listed(passage, text, from: range.lowerBound)
        mentions += found.mentions
        open += found.open
      }
      score.compare(try tags(of: document, text), with: mentions, open: open, in: text, place: id)
    }
    #expect(score.found > 300)
    expect(score, "documents")
  }

  @Test("in passages written as traps")
  func written() throws {
    var score = MentionScore()
    for (name, root) in try Self.files() {
      for passage in root["written"]?.elements ?? [] {
        let words = try #require(passage["text"]?.string)
        let document = try DocumentParser().parse(
          Array((words + "\n").utf8), id: .init("written"), file: "written.txt")
        let text = SolidText(document.text.string(in: 0..<document.text.utf8.count))
        let found = listed(passage, text, from: 0)
        score.compare(
          try tags(of: document, text), with: found.mentions, open: found.open, in: text,
          place: "\(name):\(passage.line)")
      }
    }
    expect(score, "written passages")
  }

  @Test("in two texts by others", .enabled(if: ProjectFolder.sharedCorpora != nil))
  func seeds() throws {
    let corpora = try #require(ProjectFolder.sharedCorpora)
    var score = MentionScore()
    for (_, root) in try Self.files() {
      for seed in root["seeds"]?.elements ?? [] {
        let file = try #require(seed["file"]?.string)
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: corpora + "/" + file)))
        let document = try DocumentParser().parse(bytes, id: .init("seed"), file: file)
        var tags = try Self.matcher.get().mentions(in: document).all.filter { !$0.isPart }
        for range in seed["ranges"]?.elements ?? [] {
          let (start, end) = (
            Int(range["start"]?.string ?? "") ?? 0, Int(range["end"]?.string ?? "") ?? 0
          )
          let own = tags.filter { $0.range.lowerBound >= start && $0.range.lowerBound < end }
          tags.removeAll { $0.range.lowerBound >= start && $0.range.lowerBound < end }
          score.compare(
            own.map(\.concept), with: (range["concepts"]?.elements ?? []).compactMap(\.string),
            place: "\(file) \(start)")
        }
        // What no range lists holds no mention.
        for tag in tags {
          score.compare([tag.concept], with: [], place: "\(file) \(tag.range.lowerBound)")
        }
      }
    }
    #expect(score.found > 100)
    expect(score, "texts by others", recall: Self.leastByOthers)
  }
}
