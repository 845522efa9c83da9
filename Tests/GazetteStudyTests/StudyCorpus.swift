import Gazette
import GazetteStudy
import GazetteTestSupport

/// An index that can be changed and read anew: a paper on a formula of its own, and its translation.
struct StudyCorpus {
  let folder: ScratchFolder

  static let concepts = """
    version: 1
    languages: [zh-Hans, en]
    concepts:
    - id: two-checks
      zh: 两查
      en: two checks
      kind: formula
      parts: [water-check, roof-check]
      neighbours: [road-check]
    - id: water-check
      zh: 查水质
      en: water check
      kind: measure
      broader: two-checks
    - id: roof-check
      zh: 查屋顶
      en: roof check
      kind: measure
      broader: two-checks
    - id: road-check
      zh: 查道路
      en: road check
      kind: measure

    """

  static let chinese = """
    样本县“两查”工作方案
    样查发〔2024〕1号
    一、总体要求
    “两查”就是查水质、查屋顶。
    二、重点任务
    县水利局应当在2024年9月30日前完成查水质，合格率达到95%以上。
    县住房和城乡建设局必须在2024年10月31日前完成查屋顶，发现的问题30日内整改。
    查道路不属于“两查”，另行安排。
    三、纪律
    “两查”期间严禁****收取费用。
    2024年3月1日

    """

  init() throws {
    folder = try ScratchFolder()
    try folder.write(Self.concepts, to: "c/concepts.yaml")
    try write(Self.chinese)
  }

  /// Puts a text in place of the paper.
  func write(_ text: String) throws { try folder.write(text, to: "c/plan.zh.txt") }

  /// Reads the corpus anew.
  func search() throws -> PolicySearch {
    let index = folder.path + "/index"
    _ = try CorpusIndexing(of: try Corpus(at: [folder.path + "/c"]), at: index).run()
    return try PolicySearch(at: index)
  }

  /// Builds the pack of the formula.
  func pack(_ subject: StudySubject = .concept("two-checks")) throws -> StudyPack {
    var building = try StudyBuilding(try search(), language: .chinese)
    return try building.pack(for: subject)
  }

  /// The receipt of a pack.
  func receipt(of pack: StudyPack) throws -> Receipt {
    try ReceiptWriting(command: "study build", query: "", parsed: nil, options: [:])
      .receipt(for: pack.excerpts, of: try search())
  }

  /// What has become of the sentences of a receipt.
  func check(_ receipt: Receipt) throws -> ReceiptCheck {
    let search = try search()
    return try ReceiptCheck(receipt, isWhole: true) { try search.document(named: $0.document) }
  }
}
