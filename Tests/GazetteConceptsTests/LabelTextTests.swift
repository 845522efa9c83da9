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
}
