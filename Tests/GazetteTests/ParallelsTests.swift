import Foundation
import Gazette
import GazetteTestSupport
import Testing

/// Parallel passages of real documents.
@Suite struct ParallelsTests {
  private func search(_ corpus: String, _ folder: ScratchFolder) throws -> PolicySearch {
    let index = folder.path + "/index"
    _ = try CorpusIndexing(of: Corpus(at: [corpus]), at: index).run()
    return try PolicySearch(at: index)
  }

  /// The number of an article: 第七条 and Article 7.
  private func article(_ passage: CitedPassage) -> Int? {
    guard let number = passage.number else { return nil }
    if number.hasPrefix("第"), number.hasSuffix("条") {
      return ChineseNumeral.value(of: number.dropFirst().dropLast())
    }
    return number.hasPrefix("Article ") ? Int(number.dropFirst(8)) : nil
  }

  @Test("articles and their translations are paired, hardly any with a wrong one")
  func translations() throws {
    let folder = try ScratchFolder()
    let search = try search(ProjectFolder.corpus, folder)
    var counts = (right: 0, wrong: 0)
    for name in [
      "housing/housing-safety", "water/water-works-provisions", "employment/public-posts",
    ] {
      let report = try search.parallels(
        between: [name + ".zh", name + ".en"], kinds: [.translation], limit: 1_000)
      for finding in report.groups.flatMap(\.findings) {
        guard let left = article(finding.left), let right = article(finding.right) else { continue }
        if left == right { counts.right += 1 } else { counts.wrong += 1 }
      }
    }
    #expect(counts.right >= 27, "\(counts)")
    #expect(counts.wrong * 20 <= counts.right, "\(counts)")
  }

  @Test("nearly all translations stand in documents that are translations of each other")
  func documents() throws {
    let folder = try ScratchFolder()
    let search = try search(ProjectFolder.corpus, folder)
    let report = try search.parallels(
      kinds: [.translation], limit: 100_000, groupLimit: 100_000)
    // The same work: one name but for language, edition and year.
    func stem(_ document: DocumentSummary) -> String {
      var name = document.id.name
      for ending in [".zh-hant", ".zh", ".en"] where name.hasSuffix(ending) {
        name.removeLast(ending.count)
      }
      return name.filter { !$0.isNumber && $0 != "-" }
    }
    let own = report.groups.filter { stem($0.left) == stem($0.right) }.reduce(0) { $0 + $1.count }
    #expect(report.totalCount >= 150)
    #expect(own * 10 >= report.totalCount * 9, "\(own) of \(report.totalCount)")
  }

  @Test("a version and the one before it: what differs is marked")
  func versions() throws {
    let folder = try ScratchFolder()
    let search = try search(ProjectFolder.corpus, folder)
    let report = try search.parallels(
      between: ["housing-safety-2026.zh", "housing/housing-safety.zh"], limit: 1_000)
    let findings = report.groups.flatMap(\.findings)
    #expect(findings.count >= 40)
    for finding in findings {
      for stretch in finding.stretches {
        let left = stretch.pieces.filter { $0.kind != .inserted }.map(\.text).joined()
        let right = stretch.pieces.filter { $0.kind != .deleted }.map(\.text).joined()
        #expect(left == stretch.left && right == stretch.right)
        #expect(finding.left.text.contains(left) && finding.right.text.contains(right))
      }
    }
    // From 10 days to 15, from 15 working days to 10.
    let changed = findings.flatMap(\.stretches).flatMap(\.pieces).filter { $0.kind == .deleted }
    #expect(changed.contains { $0.text == "15" } && changed.contains { $0.text == "10" })
  }

  @Test(
    "in the two texts that the project starts from the four themes that both have are found",
    .enabled(if: ProjectFolder.sharedCorpora != nil))
  func seeds() throws {
    let folder = try ScratchFolder()
    let shared = try #require(ProjectFolder.sharedCorpora)
    let search = try search(shared + "/seeds", folder)
    let matcher = ConceptMatcher(try Thesaurus.builtIn())
    let report = try search.parallels(limit: 100, groupLimit: 100) { document in
      matcher.mentions(in: document).passages.map { mentions in
        mentions.filter { !$0.isPart }.map { .init(id: $0.concept, range: $0.range) }
      }
    }
    let findings = report.groups.flatMap(\.findings)
    // Places in the two files: the key is in people, less burden, looking back, crisis into opportunity.
    for (left, right) in [(7_600, 7_100), (7_600, 7_900), (8_900, 8_900), (10_700, 2_500)] {
      #expect(
        findings.contains {
          $0.left.passage.span.bytes.contains(left) && $0.right.passage.span.bytes.contains(right)
        }, "\(left) \(right)")
    }
    #expect(findings.count <= 10)
    // What the one quotes without a speaker the other one attributes.
    let speakers = findings.filter { $0.right.passage.span.bytes.contains(7_100) }
      .compactMap(\.left.passage.voice.speaker)
    #expect(!speakers.isEmpty)
  }
}
