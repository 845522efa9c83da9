import GazetteAnalysis
import Testing

@Suite struct LabelTextTests {
  private func fold(_ text: String) -> LabelText {
    var folded = LabelText()
    Array(text.utf8).withUnsafeBufferPointer { folded.fold($0) }
    return folded
  }

  @Test(
    "renderings of one label fold to the same bytes",
    arguments: [
      [
        "three guarantees", "Three Guarantees", "three-guarantee", "“three guarantees”",
        "ＴＨＲＥＥ guarantees",
      ],
      ["poor countys", "poor counties", "Poor county's"], ["organisation", "organizations"],
      ["三保障", "三 保障", "“三”保障", "三保障 "], ["两不愁、三保障", "两不愁，三保障", "兩不愁、三保障"],
      ["G20峰会", "g20 峰会"], ["people's livelihood", "peoples livelihood", "people’s  livelihood"],
      ["two, three", "two , three"], ["churches", "church"], ["boxes", "box"],
    ])
  func same(forms: [String]) {
    let folded = forms.map { Array(fold($0).utf8) }
    #expect(Set(folded).count == 1, "\(folded.map { String(decoding: $0, as: UTF8.self) })")
  }

  @Test(
    "what differs stays apart",
    arguments: [
      ("two. three", "two three"), ("process", "proces"), ("status", "statu"), ("this", "thi"),
      ("三保障", "二保障"), ("basis", "basi"), ("two\tthree", "two three"),
    ])
  func different(left: String, right: String) {
    #expect(fold(left).utf8 != fold(right).utf8)
  }

  @Test(
    "a folded range comes from the whole words of the original",
    arguments: [
      ("The “three  Guarantees”, too", "three guarantee", "three  Guarantees"),
      ("poor counties' roads", "poor county", "poor counties"), ("落实三 保障。", "三保障", "三 保障"),
      ("各organisations都", "organization", "organisations"),
    ])
  func source(text: String, part: String, expected: String) {
    let folded = fold(text)
    let bytes = Array(folded.utf8.prefix(folded.count))
    let wanted = Array(part.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: wanted) }
    let range = folded.source(of: (start ?? 0)..<(start ?? 0) + wanted.count)
    #expect(String(decoding: Array(text.utf8)[range], as: UTF8.self) == expected)
  }

  @Test("signs that are read as many take the room they need, and come from where they stand")
  func growing() {
    for count in [1, 7, 64, 500] {
      let sign = "\u{FDFA}㎡"
      let folded = fold(String(repeating: sign, count: count) + " three guarantees")
      let one = fold(sign)
      #expect(folded.count > count * (one.count - 1))
      let ends = folded.source(of: folded.count - 1..<folded.count)
      #expect(ends.upperBound == sign.utf8.count * count + " three guarantees".utf8.count)
      #expect(Array(folded.utf8.suffix(LabelText.padding)).allSatisfy { $0 == 0 })
    }
  }

  @Test("a short text behind a long one is folded as if it stood alone")
  func reused() {
    var folded = LabelText()
    for text in [String(repeating: "三保障 policies ", count: 300), "两不愁", "", "Boxes"] {
      Array(text.utf8).withUnsafeBufferPointer { folded.fold($0) }
      #expect(folded.utf8 == fold(text).utf8 && folded.count == fold(text).count)
    }
  }
}
