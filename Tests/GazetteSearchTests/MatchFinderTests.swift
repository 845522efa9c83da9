import GazetteDocument
import GazetteIndex
import GazetteQuery
import GazetteTestSupport
import Testing

@testable import GazetteSearch

@Suite struct MatchFinderTests {
  private func lit(_ query: String, in text: String) throws -> [String] {
    let patterns = MatchPattern.patterns(of: try Query(query), schema: .policy)
    var finder = MatchFinder(patterns: patterns)
    let utf8 = Array(text.utf8)
    var seen: Set<Range<Int>> = []
    return finder.matches(in: text, field: PolicyField.body.id)
      .filter { seen.insert($0.bytes).inserted }
      .map { String(decoding: utf8[$0.bytes], as: UTF8.self) }
  }

  @Test("words are lit in the form in which they stand")
  func words() throws {
    #expect(
      try lit("guarantee", in: "The Three GUARANTEES and a guarantee.")
        == ["GUARANTEES", "guarantee"])
    #expect(try lit("housing -water", in: "housing and water") == ["housing"])
  }

  @Test("a phrase is lit as one, and only where all of it stands")
  func phrases() throws {
    #expect(
      try lit("\"three guarantees\"", in: "Three, guarantees; the three guarantees")
        == ["Three, guarantees", "three guarantees"])
    #expect(try lit("\"safe housing\"", in: "housing is safe") == [])
  }

  @Test("a run of Han is lit whole, not as a union of bigrams")
  func han() throws {
    #expect(try lit("三保障", in: "保障三，两不愁三保障，三 保障") == ["三保障", "三 保障"])
    #expect(try lit("饮水安全", in: "飲水安全與饮水") == ["飲水安全"])
  }

  @Test("a prefix lights whole words")
  func prefix() throws {
    #expect(try lit("guarant*", in: "guarantor guaranteed grant") == ["guarantor", "guaranteed"])
  }
}
