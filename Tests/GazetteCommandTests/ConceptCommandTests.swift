import Foundation
import GazetteTestSupport
import Testing

/// Concepts on the command line: what a document mentions, tags, other renderings, files of concepts.
@Suite struct ConceptCommandTests {
  private let folder: ScratchFolder
  private var index: [String] { ["--index", folder.path + "/index"] }

  init() throws {
    folder = try ScratchFolder()
    let run = try CommandProcess.run(["index", ProjectFolder.corpus] + index)
    #expect(run.status == 0, "\(run.errors)")
  }

  /// The mentions of a document as `concept as words`, parts marked.
  private func mentions(_ document: String) throws -> [String] {
    let json = try CommandProcess.run(["show", document, "--json"] + index).json
    let item = try #require((json?["items"] as? [[String: Any]])?.first)
    let found = try #require(item["concepts"] as? [[String: Any]])
    return found.map { mention in
      let words = ["concept", "as", "text"].map { mention[$0] as? String ?? "?" }
      return words.joined(separator: " ") + (mention["part"] as? Bool == true ? " (part)" : "")
    }
  }

  @Test("the mentions of our own documents, as they were read and found right")
  func snapshot() throws {
    #expect(
      try mentions("copies/four-habits.en") == [
        "poor-villages preferred Poor villages", "cap-removal broken take off the hat",
        "look-back-inspection preferred look-back inspections",
        "look-back-inspection alias look-back (part)",
        "two-assurances-three-guarantees broken two worries and three guarantees",
        "two-assurances broken two worries (part)",
        "three-guarantees preferred three guarantees (part)",
        "four-no-removals preferred four no-removals",
      ])
    #expect(
      try mentions("poverty/rectification-tasks.zh") == [
        // The title, the passage, the title of what is issued.
        "two-assurances-three-guarantees preferred 两不愁三保障",
        "two-assurances preferred 两不愁 (part)", "three-guarantees preferred 三保障 (part)",
        "two-assurances-three-guarantees preferred 两不愁三保障",
        "two-assurances preferred 两不愁 (part)", "three-guarantees preferred 三保障 (part)",
        "two-assurances-three-guarantees preferred 两不愁三保障",
        "two-assurances preferred 两不愁 (part)", "three-guarantees preferred 三保障 (part)",
        "look-back-inspection preferred 回头看", "rural-vitalisation alias 乡村振兴",
      ])
    #expect(try mentions("articles/shop-warranty.en").isEmpty, "a shop's promises are no policy")
  }

  @Test("the listing names the concepts, in both languages")
  func head() throws {
    let english = try CommandProcess.run(["show", "poverty/rectification-tasks.zh"] + index)
    #expect(english.output.contains("concepts    three-guarantees 3, two-assurances 3"))
    let chinese = try CommandProcess.run(
      ["show", "poverty/rectification-tasks.zh", "--ui", "zh"] + index)
    #expect(chinese.output.contains("概念"))
  }

  @Test(
    "an English query finds Chinese passages through the concept, and the reverse, the words first")
  func acrossLanguages() throws {
    for (query, language) in [("three guarantees", "zh"), ("三保障", "en")] {
      let answer = try #require(
        try CommandProcess.run(["search", query, "--json", "--alike", "--limit", "500"] + index)
          .json)
      let items = try #require(answer["items"] as? [[String: Any]])
      let literal = try #require((answer["query"] as? [String: Any])?["literal"] as? Int)
      func isOther(_ item: [String: Any]) -> Bool {
        ((item["matchedAs"] as? [[String: Any]]) ?? []).allSatisfy {
          ["translation", "rendering"].contains($0["how"] as? String ?? "")
        }
      }
      #expect(literal > 0 && literal < items.count)
      #expect(items[..<literal].allSatisfy { !isOther($0) })
      let foreign = items[literal...].filter { item in
        let passage = item["passage"] as? [String: Any]
        return (passage?["language"] as? String)?.hasPrefix(language) == true && isOther(item)
      }
      #expect(!foreign.isEmpty, "\(query)")
      let plain = try CommandProcess.run(["search", query, "--limit", "500"] + index)
      #expect(plain.output.contains("translation of three-guarantees"))
      let word = try CommandProcess.run(["search", "--literal", query, "--json"] + index).json
      #expect(word?["total"] as? Int == literal)
    }
  }

  @Test(
    "a tag near words answers with its concepts and places, under every name, in both languages",
    arguments: [
      "three-guarantees", "三保障", "3保障", "\"three guarantees\"", "sanbaozhang", "sbz", "三保障*",
    ])
  func near(name: String) throws {
    let query = "tag:=\(name) NEAR/12 饮水安全"
    let json = try #require(
      try CommandProcess.run(["search", query, "--json", "--limit", "50"] + index).json)
    let tags = try #require((json["query"] as? [String: Any])?["tags"] as? [[String: Any]])
    #expect((tags.first?["concepts"] as? [String])?.contains("three-guarantees") == true)
    let items = try #require(json["items"] as? [[String: Any]])
    #expect(!items.isEmpty)
    for item in items {
      let text = try #require((item["passage"] as? [String: Any])?["text"] as? String)
      let start = try #require(
        ((item["passage"] as? [String: Any])?["start"] as? [String: Int])?["scalar"])
      let matches = try #require(item["matchedAs"] as? [[String: Any]])
      let tag = try #require(
        matches.first {
          $0["concept"] as? String == "three-guarantees" && $0["field"] as? String == "body"
        })
      #expect(tag["how"] as? String == "concept" && tag["as"] as? String != nil)
      let own = try #require((tag["start"] as? [String: Int])?["scalar"])
      let end = try #require((tag["end"] as? [String: Int])?["scalar"])
      let words = String(
        String.UnicodeScalarView(Array(text.unicodeScalars)[own - start..<end - start]))
      #expect(words == tag["term"] as? String)
      #expect(item["literal"] as? Bool == true)
    }
    let (plain, chinese) = (
      try CommandProcess.run(["search", query] + index),
      try CommandProcess.run(["search", query, "--ui", "zh"] + index)
    )
    #expect(plain.output.contains("of three-guarantees") && plain.status == 0)
    #expect(chinese.output.contains("three-guarantees") && chinese.output != plain.output)
  }

  @Test("in the order of dates the notice does not say that the words come first")
  func sorted() throws {
    for (options, words) in [
      (["--ui", "en"], "the others, among them"), (["--ui", "zh"], "穿插其间"),
    ] {
      let run = try CommandProcess.run(["search", "--sort", "newest", "三保障"] + options + index)
      #expect(run.errors.contains(words), "\(run.errors)")
    }
    let json = try CommandProcess.run(
      ["search", "--sort", "newest", "三保障", "--json", "--alike", "--limit", "500"] + index
    ).json
    let items = try #require(json?["items"] as? [[String: Any]])
    let literal = (json?["query"] as? [String: Any])?["literal"] as? Int
    #expect(items.count { $0["literal"] as? Bool == true } == literal)
    #expect(items.count == json?["total"] as? Int)
  }

  @Test("tags are counted as they are found")
  func facet() throws {
    let plain = try CommandProcess.run(["search", "--facet", "tag", "tag:=三保障"] + index)
    let first = try #require(plain.output.split(separator: "\n").first)
    let json = try CommandProcess.run(["search", "tag:=三保障", "--json"] + index).json
    // Those below a heading that has it are found too, and counted.
    let own = try #require((json?["query"] as? [String: Any])?["literal"] as? Int)
    let total = try #require(json?["total"] as? Int)
    #expect(first.hasPrefix("\(total)\tthree-guarantees\t") && own < total, "\(first)")
    let wrong = try CommandProcess.run(["search", "--facet", "colour", "x"] + index)
    #expect(wrong.status == 2)
  }

  @Test("a tag that names nothing is an error with the nearest names, in both languages")
  func unknown() throws {
    let run = try CommandProcess.run(["search", "tag:three-guarante"] + index)
    #expect(run.status == 2 && run.output.isEmpty && run.errors.contains("three-guarantees"))
    let json = try CommandProcess.run(["search", "tag:three-guarante", "--json"] + index).json
    #expect((json?["error"] as? [String: Any])?["code"] as? String == "no-concept")
    let chinese = try CommandProcess.run(["search", "tag:三保险", "--ui", "zh"] + index)
    #expect(chinese.status == 2 && chinese.errors.contains("概念表中没有这个概念"))
  }

  @Test(
    "a file of concepts takes effect at index; elsewhere another one is refused with that advice")
  func files() throws {
    try folder.write("concepts:\n- id: own-term\n  en: sample county\n", to: "own.yaml")
    let own = ["--concepts", folder.path + "/own.yaml"]
    let refused = try CommandProcess.run(["search", "tag:own-term"] + own + index)
    #expect(refused.status == 2 && refused.errors.contains("gazette index --concepts"))
    let run = try CommandProcess.run(["index", ProjectFolder.corpus, "--json"] + own + index)
    let report = try #require((run.json?["items"] as? [[String: Any]])?.first)
    #expect(report["retagged"] as? Int == report["documents"] as? Int)
    #expect(try CommandProcess.run(["search", "tag:own-term"] + own + index).status == 0)
    #expect(try CommandProcess.run(["search", "tag:own-term"] + index).status == 0)
    try folder.write("concepts:\n- id: own-term\n  en: sample village\n", to: "own.yaml")
    #expect(try CommandProcess.run(["stats"] + own + index).status == 2)
    let again = try CommandProcess.run(
      ["index", "--retag", ProjectFolder.corpus, "--ui", "zh"] + own + index)
    #expect(again.status == 0 && again.output.contains("重新标注"), "\(again.errors)")
    #expect(try CommandProcess.run(["stats"] + own + index).status == 0)
    try folder.write("concepts: [", to: "own.yaml")
    let broken = try CommandProcess.run(["index", ProjectFolder.corpus, "--json"] + own + index)
    #expect((broken.json?["error"] as? [String: Any])?["code"] as? String == "not-yaml")
  }
}
