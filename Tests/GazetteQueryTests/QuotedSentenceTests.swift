import Foundation
import GazetteAnalysis
import GazetteIndex
import GazetteQuery
import GazetteTestSupport
import Testing

@Suite("Quoted sentences")
struct QuotedSentenceTests {
  static let marks = [
    "\"\"", "“”", "„“", "„”", "‘’", "''", "「」", "『』", "《》", "〈〉", "«»", "＂＂", "“\"", "\"”",
  ]

  /// What is wrong with the query for a quoted sentence; `nil` when it is the phrase of the sentence's tokens and these
  /// stand in a text that holds the sentence.
  static func fault(_ sentence: String, _ marks: String) -> String? {
    let query = "\(marks.first ?? " ")\(sentence)\(marks.last ?? " ")"
    let parsed = ParsedQuery(query)
    var stream = TokenStream()
    let before = "Preface. 前言。"
    Analyzer.standard.analyze(Array(before.utf8)[...], into: &stream)
    let base = stream.positionCount
    stream.removeAll()
    Analyzer.standard.analyze(Array((before + sentence + "。下文").utf8)[...], into: &stream)
    let isAsked = stream.positionCount > base + 2
    guard isAsked else {
      return parsed.query == .nothing && parsed.problem != nil
        ? nil : "should match nothing: \(query)"
    }
    guard parsed.problem == nil, case .phrase = parsed.syntax.kind else {
      return "no phrase: \(query.debugDescription) → \(printed(parsed.syntax))"
    }
    guard parsed.pieces.first?.atoms.count == Int(stream.positionCount - base - 2) else {
      return "not all of it: \(query.debugDescription)"
    }
    let tokens = Set(
      stream.tokens.filter { $0.kind != .stem && $0.kind != .compound }.map {
        PhraseTerm(bytes: Array(stream.term(of: $0)), offset: Int($0.position - base))
      })
    let terms = phrase(parsed.query)
    guard terms.first?.offset == 0,
      zip(terms, terms.dropFirst()).allSatisfy({ $0.offset < $1.offset })
    else { return "offsets do not rise: \(query.debugDescription)" }
    return terms.allSatisfy(tokens.contains) ? nil : "other terms: \(query.debugDescription)"
  }

  /// The terms that the first part of a query asks of the body.
  static func phrase(_ query: Query) -> [PhraseTerm] {
    switch query {
    case .all(let parts), .any(let parts, _): parts.first.map(phrase) ?? []
    case .preferring(let required, _): phrase(required)
    case .phrase(_, let terms): terms
    case .term(let term): [PhraseTerm(bytes: term.bytes, offset: 0)]
    default: []
    }
  }

  @Test(
    "Whatever stands in a sentence, in quotes it is its own phrase", arguments: marks,
    [
      "Poverty OR wealth, NOT (both)", "title:x date:2018 -y", "他说：“好。”", "甲（乙", "第一行\n第二行",
      "he said \"no\" twice", "\"No,\" he said, \"never.\"", "5\" pipe", "the farmers' land isn't",
      "《关于〈办法〉的通知》（国发〔2015〕34号）", "1,000 G20 国发[2018]43号", "甲”乙", "甲「乙", "» a", "……——", "😀 ok",
      "a\u{200B}b ＡＢ ①", "AND", "x*", "*", "-", "…a",
    ])
  func table(_ marks: String, _ sentence: String) {
    #expect(Self.fault(sentence, marks) == nil)
  }

  @Test("So is a random sentence with at most one mark of each form")
  func random() {
    let seed = UInt64.random(in: 0..<UInt64.max)
    var random = QueryGenerator(seed: seed)
    let families = ["\"“”„＂", "'‘’", "「」", "『』", "《》", "〈〉", "«»"].map { Array($0.unicodeScalars) }
    for round in 0..<5_000 {
      var seen: Set<Int> = []
      var sentence = "句 "
      for scalar in random.text(pieces: 14).unicodeScalars {
        let family = families.firstIndex { $0.contains(scalar) }
        guard family.map({ seen.insert($0).inserted }) ?? true else { continue }
        sentence.unicodeScalars.append(scalar)
      }
      for marks in Self.marks.dropLast(2) {
        if let fault = Self.fault(sentence, marks) {
          Issue.record("seed \(seed), round \(round): \(fault)")
          return
        }
      }
    }
  }

  @Test("A quoted sentence of 4,096 bytes works in full")
  func long() {
    for unit in ["a ", "a1", "扶", "½", "扶 a "] {
      let sentence = String(repeating: unit, count: 4_096 / unit.utf8.count)
      #expect(Self.fault(sentence, "“”") == nil)
    }
  }

  static let corpora = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "../shared/corpora")
    .standardizedFileURL

  @Test(
    "So is every sentence of real texts",
    .enabled(if: FileManager.default.fileExists(atPath: corpora.path)))
  func real() throws {
    let names = try FileManager.default.subpathsOfDirectory(atPath: Self.corpora.path)
      .filter { $0.hasSuffix(".txt") || $0.hasSuffix(".md") }.sorted()
    var count = 0
    for name in names {
      let text = try String(contentsOf: Self.corpora.appending(path: name), encoding: .utf8)
      for sentence in text.unicodeScalars.split(whereSeparator: {
        "\n。！？".unicodeScalars.contains($0)
      }) {
        let sentence = String(String.UnicodeScalarView(sentence))
        guard sentence.utf8.count < 4_096 else { continue }
        let marks = Self.marks[count % Self.marks.count]
        count += 1
        if let fault = Self.fault(sentence, marks) { Issue.record("\(name): \(fault)") }
      }
    }
    #expect(count > 1_000)
  }
}
