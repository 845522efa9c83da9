import GazetteDocument
import GazetteSearch
import Testing

@Suite struct DocumentPlaceTests {
  @Test(
    "paths and the source's own numbers name places",
    arguments: [
      ("s0", [0], nil), ("s1", [1, 2], nil), ("s1.1", [1, 2], nil), ("s1.1.p2", [2], nil),
      ("s1.1.p2.s2", [2], 2), ("第一章", [1, 2], nil), ("总则", [1, 2], nil),
      ("第一章 总则", [1, 2], nil), ("第一条", [1, 2], nil), ("第一款", [1], nil),
    ] as [(String, [Int], Int?)])
  func place(_ text: String, _ passages: [Int], _ sentence: Int?) throws {
    let place = try DocumentPlace(text, in: SampleDocument.document)
    #expect(place.passages == passages && place.sentence == sentence)
  }

  @Test(
    "what is not there is an error that says so",
    arguments: ["s2", "s1.1.p3", "s1.1.p1.s3", "第九条", "", "s", "s1.p"])
  func missing(_ text: String) {
    #expect(throws: LookupError.self) { try DocumentPlace(text, in: SampleDocument.document) }
  }
}
