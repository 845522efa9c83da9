import GazetteDocument
import Testing

@Suite struct FamilyNameTests {
  @Test(
    "brackets that tell versions apart, spelling and 中华人民共和国 are no part of a title's name",
    arguments: [
      ("示例市公园条例（2018年修正）", "示例市公园条例"), ("示例市公园条例 (2018修订)", "示例市公园条例"),
      ("示例市公园条例(2018-12-28)", "示例市公园条例"), ("中华人民共和国公园法", "公园法"),
      ("示例市“公园”条例（试行）", "示例市公园条例试行"), ("Parks Act (2018 Amendment)", "parksact"),
      ("Ｐａｒｋｓ Act, 2018", "parksact2018"), ("示例市公园规划（2021—2025年）", "示例市公园规划20212025年"),
      ("示例市公园工作要点（2018年）", "示例市公园工作要点2018年"),
    ])
  func titles(title: String, name: String) {
    #expect(FamilyName.title(title) == name)
  }

  @Test(
    "the bracket tells the version's date",
    arguments: [
      ("示例市公园条例（2018年修正）", "2018"), ("示例市公园条例(2018-12-28)", "2018-12-28"),
      ("Parks Act (2018 Amendment)", "2018"), ("示例市公园条例（修订）", nil), ("示例市公园条例", nil),
    ] as [(String, String?)])
  func versions(title: String, date: String?) {
    #expect(FamilyName.version(of: title)?.description == date)
  }

  @Test("a family is the number, else title and issuer, else the id")
  func families() {
    var metadata = DocumentMetadata()
    let id = PolicyDocument.ID("a/b")
    #expect(FamilyName.of(metadata, id: id) == "id:a/b")
    metadata.title = MetadataValue("公园条例（修订）", state: .stated)
    metadata.issuer = MetadataValue("示例市", state: .inferred)
    #expect(FamilyName.of(metadata, id: id) == "title:公园条例")
    metadata.issuer = MetadataValue("示例市", state: .stated)
    #expect(FamilyName.of(metadata, id: id) == "title:公园条例|示例市")
    metadata.number = MetadataValue(
      DocumentNumber(code: "示政发", year: 2020, serial: 1), state: .entered)
    #expect(FamilyName.of(metadata, id: id) == "number:示政发〔2020〕1号")
  }
}
