import GazetteSearch
import GazetteTestSupport
import Testing

@Suite struct ResultCursorTests {
  private let request = SearchRequest("住房 安全")
  private let revision = "r3-3cf3add3"

  @Test("a cursor comes back as it was given", arguments: [0, 1, 10, 35, 36, 4_294_967_295])
  func same(offset: Int) throws {
    let text = ResultCursor(offset: offset, of: request, revision: revision).description
    #expect(text.utf8.count == 30 && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) })
    var longer = request
    longer.limit = 99
    longer.isExplaining = true
    #expect(try ResultCursor(text, of: longer, revision: revision).offset == offset)
  }

  @Test("a cursor of another revision, query or order is refused, with the reason")
  func other() {
    let text = ResultCursor(offset: 10, of: request, revision: revision).description
    func failure(_ change: (inout SearchRequest) -> Void, _ revision: String) -> ResultCursor
      .Failure?
    {
      var changed = request
      change(&changed)
      do {
        _ = try ResultCursor(text, of: changed, revision: revision)
        return nil
      } catch {
        return error
      }
    }
    #expect(failure({ _ in }, "r4-3cf3add3") == .otherRevision)
    #expect(failure({ _ in }, "r3-3cf3add4") == .otherRevision)
    #expect(failure({ $0.text += " " }, revision) == .otherRequest)
    #expect(failure({ $0.order = .document }, revision) == .otherRequest)
    #expect(failure({ $0.filters = ["lang:zh"] }, revision) == .otherRequest)
    #expect(failure({ $0.isLiteral = true }, revision) == .otherRequest)
    #expect(failure({ $0.foldsAlike = true }, revision) == .otherRequest)
    #expect(failure({ $0.groupsDocuments = true }, revision) == .otherRequest)
    #expect(failure({ _ in }, revision) == nil)
  }

  @Test("whatever else somebody hands in is refused")
  func hostile() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    let sound = ResultCursor(offset: 20, of: request, revision: revision).description
    var texts = [
      "", "n", "n1", "c1", "c1" + String(repeating: "z", count: 28),
      "c1+" + String(repeating: "0", count: 27), String(repeating: "c1", count: 100_000),
      "c1" + String(repeating: "零", count: 28), "\u{0}", sound + "0", String(sound.dropLast()),
    ]
    for _ in 0..<2_000 * TestScale.factor {
      var bytes = Array(sound.utf8)
      bytes[generator.below(bytes.count)] = UInt8(generator.below(128))
      let text = String(decoding: bytes, as: UTF8.self)
      if text.lowercased() != sound { texts.append(text) }
    }
    for text in texts {
      #expect(throws: ResultCursor.Failure.malformed, "seed \(seed): \(text.prefix(40))") {
        try ResultCursor(text, of: request, revision: revision)
      }
    }
  }
}
