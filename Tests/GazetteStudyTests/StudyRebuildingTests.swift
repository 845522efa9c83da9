import Gazette
import GazetteTestSupport
import Testing

@testable import GazetteStudy

/// What becomes of a pack when its sources change, and when a person changed it.
@Suite struct StudyRebuildingTests {
  @Test(
    "a changed number is told with its difference, and the card keeps its id when the pack is built anew"
  )
  func changed() throws {
    let corpus = try StudyCorpus()
    let before = try corpus.pack()
    let (manifest, receipt) = (StudyManifest(of: before), try corpus.receipt(of: before))
    #expect(!StudyCheck(manifest, try corpus.check(receipt)).hasFindings)
    try corpus.write(StudyCorpus.chinese.replacing("合格率达到95%", with: "合格率达到98%"))
    let check = StudyCheck(manifest, try corpus.check(receipt))
    #expect(check.hasFindings && check.count(of: .changed) > 0 && check.count(of: .fresh) > 0)
    let item = try #require(check.items.first { $0.state == .changed })
    let pieces = item.passages.flatMap { $0.resolution?.difference ?? [] }
    #expect(pieces.contains { $0.kind == .inserted && $0.text.contains("98") })
    var after = try corpus.pack()
    after.keepIDs(of: manifest, try corpus.check(receipt))
    for kind in [StudyItemKind.indicator, .deadline, .actor, .definition, .members, .term] {
      let old = Set(before.cards.filter { $0.kind == kind }.map(\.id))
      #expect(Set(after.cards.filter { $0.kind == kind }.map(\.id)) == old, "\(kind)")
    }
    let card = try #require(
      after.cards.first { $0.kind == .indicator && $0.back[0].contains("98") })
    #expect(before.cards.contains { $0.id == card.id && $0.back[0].contains("95") })
    // And once more: the id that was handed on is the item's own from then on.
    let kept = StudyManifest(of: after)
    var again = try corpus.pack()
    again.keepIDs(of: kept, try corpus.check(try corpus.receipt(of: after)))
    #expect(again.cards.map(\.id) == after.cards.map(\.id))
  }

  @Test("inserted and moved paragraphs change no id and leave everything fresh")
  func moved() throws {
    let corpus = try StudyCorpus()
    let before = try corpus.pack()
    let receipt = try corpus.receipt(of: before)
    try corpus.write(
      StudyCorpus.chinese.replacing("二、重点任务\n", with: "二、重点任务\n本部分逐项列明。\n"))
    #expect(!StudyCheck(StudyManifest(of: before), try corpus.check(receipt)).hasFindings)
    var after = try corpus.pack()
    after.keepIDs(of: StudyManifest(of: before), try corpus.check(receipt))
    #expect(Set(before.cards.map(\.id)).isSubset(of: Set(after.cards.map(\.id))))
  }

  @Test("a sentence that is gone orphans what rests on it")
  func orphaned() throws {
    let corpus = try StudyCorpus()
    let before = try corpus.pack()
    let receipt = try corpus.receipt(of: before)
    let lines = StudyCorpus.chinese.split(separator: "\n").filter {
      !$0.contains("住房和城乡建设局") && !$0.contains("查道路")
    }
    try corpus.write(lines.joined(separator: "\n") + "\n")
    let check = StudyCheck(StudyManifest(of: before), try corpus.check(receipt))
    #expect(check.count(of: .orphaned) + check.count(of: .changed) > 0 && check.hasFindings)
  }

  @Test(
    "what lies in the folder decides what is written",
    arguments: [
      (nil, nil, "b", "b", StudyFile.Outcome.new), ("a", "b", "b", "b", .same),
      ("a", "a", "b", "b", .replaced), ("b", "mine", "b", "mine", .kept),
      (nil, "mine", "b", "mine", .conflict), ("x", "mine", "b", "mine", .conflict),
      ("1\n2\n3\n4\n5", "1\n2\n3\n4\nme", "new\n2\n3\n4\n5", "new\n2\n3\n4\nme", .merged),
    ] as [(String?, String?, String, String, StudyFile.Outcome)])
  func joined(
    _ base: String?, _ own: String?, _ new: String, _ result: String, _ outcome: StudyFile.Outcome
  ) {
    let file = StudyFile(name: "a.md", bytes: Array(new.utf8))
    let joined = file.joined(base: base.map { Array($0.utf8) }, own: own.map { Array($0.utf8) })
    #expect(String(decoding: joined.bytes, as: UTF8.self) == result)
    #expect(joined.outcome == outcome)
  }

  @Test("a Word file that was changed by hand is never written over")
  func binary() {
    let file = StudyFile(name: "handout.docx", bytes: [3])
    let joined = file.joined(base: [1], own: [2])
    #expect(joined.bytes == [2] && joined.outcome == .conflict)
  }

  @Test("joining three texts loses no line of the person's, whatever was changed")
  func merging() {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<400 {
      let base = (0..<Int.random(in: 0...20, using: &random)).map { "line \($0 % 7)" }
      func edited(_ mark: String) -> [String] {
        var lines = base
        for change in 0..<Int.random(in: 0...4, using: &random) {
          let place = Int.random(in: 0...lines.count, using: &random)
          if Bool.random(using: &random) || place == lines.count {
            lines.insert("\(mark) \(change)", at: place)
          } else if Bool.random(using: &random) {
            lines[place] = "\(mark) \(change)"
          } else {
            lines.remove(at: place)
          }
        }
        return lines
      }
      let (own, new) = (edited("own"), edited("new"))
      func text(_ lines: [String]) -> String { lines.joined(separator: "\n") }
      let merge = ThreeWayMerge(base: text(base), own: text(own), new: text(new))
      let result = merge.text.split(separator: "\n").map(String.init)
      for line in own where line.hasPrefix("own") {
        #expect(result.contains(line), "seed \(seed)")
      }
      if merge.conflicts == 0 {
        for line in new where line.hasPrefix("new") {
          #expect(result.contains(line), "seed \(seed)")
        }
      }
      #expect(ThreeWayMerge(base: text(base), own: text(base), new: text(new)).text == text(new))
      #expect(ThreeWayMerge(base: text(base), own: text(own), new: text(base)).text == text(own))
      #expect(ThreeWayMerge(base: text(base), own: text(own), new: text(own)).text == text(own))
    }
  }

  @Test("a manifest comes back as it was written, and a damaged one is an error and nothing worse")
  func manifest() throws {
    let corpus = try StudyCorpus()
    let pack = try corpus.pack()
    let manifest = StudyManifest(of: pack)
    let bytes = Array(try manifest.json.text().utf8)
    let read = try StudyManifest(bytes, passageCount: pack.excerpts.count)
    #expect(read.items == manifest.items && read.subject == manifest.subject)
    #expect(read.title == manifest.title && read.language == manifest.language)
    #expect(throws: StudyError.self) { try StudyManifest(bytes, passageCount: 0) }
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        damaged[Int.random(in: damaged.indices, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      damaged.removeLast(Int.random(in: 0...3, using: &random))
      let read = try? StudyManifest(damaged, passageCount: pack.excerpts.count)
      for item in read?.items ?? [] {
        #expect(item.passages.allSatisfy { $0 < pack.excerpts.count }, "seed \(seed)")
      }
    }
    #expect(throws: StudyError.self) {
      try StudyManifest(Array(String(repeating: "[", count: 100_000).utf8), passageCount: 1)
    }
  }

  @Test("a hostile text neither ends a field of a card nor leaves its page")
  func hostile() throws {
    let corpus = try StudyCorpus()
    try corpus.write(
      StudyCorpus.chinese.replacing(
        "“两查”就是查水质、查屋顶。", with: "“两查”就是查水质、查屋顶<script>alert(1)</script>\u{202E}\t|`和“其他”。"))
    let pack = try corpus.pack()
    for file in pack.files where file.isText {
      let text = String(decoding: file.bytes, as: UTF8.self)
      if file.name.hasSuffix(".html") || file.name.hasSuffix(".svg") {
        #expect(!text.contains("<script"), "\(file.name)")
      }
      if file.name != "sources.md" { #expect(!text.contains("\u{202E}"), "\(file.name)") }
    }
    let lines = AnkiCards(StudyOutline(pack)).text.split(separator: "\n").filter {
      !$0.hasPrefix("#")
    }
    #expect(
      lines.allSatisfy { $0.split(separator: "\t", omittingEmptySubsequences: false).count == 5 })
  }
}
