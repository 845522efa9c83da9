import Gazette
import GazetteTestSupport

/// An index of a few papers about water, in which each thing that measures are asked for happens.
struct MeasureCorpus {
  let search: PolicySearch
  private let folder: ScratchFolder

  static let city = """
    示例市供水工作方案
    示市发〔2024〕5号
    各县（区）人民政府：
    一、水质
    各县（区）人民政府必须在2025年底前完成饮水安全检测。农村自来水普及率达到95%。
    二、管护
    由市水利局牵头，市财政局配合，建立供水工程管护台账。严禁擅自停止供水。鼓励村集体参与管网维修。
    三、考核
    市政府办公室每年通报管护资金使用情况。按照第一条开展检查。
    2024年3月1日

    """
  static let county = """
    样例县供水实施方案
    样例发〔2024〕9号
    一、任务
    力争在2026年底前完成饮水安全检测。农村自来水普及率达到90%。
    由县水利局牵头，县财政局配合，建立供水工程管护台账。开展节水宣传。
    二、依据
    根据《示例市供水工作方案》（示市发〔2024〕5号），制定本方案。各乡镇应当落实《示例市供水工作方案》（示市发〔2024〕5号）第二条要求。
    2024年6月1日

    """

  /// Builds the index.
  ///
  /// - Parameter more: Further files by their names.
  /// - Throws: What indexing throws.
  init(_ more: [String: String] = [:]) throws {
    folder = try ScratchFolder()
    try folder.write(Self.city, to: "c/city.txt")
    try folder.write(Self.county, to: "c/county.txt")
    for (name, text) in more { try folder.write(text, to: "c/" + name) }
    let index = folder.path + "/index"
    _ = try CorpusIndexing(of: try Corpus(at: [folder.path + "/c"]), at: index).run()
    search = try PolicySearch(at: index)
  }

  /// The measures of one document whose words hold some others.
  func measures(_ document: String, holding words: String = "") throws -> [MeasureRecord] {
    var selection = MeasureSelection()
    selection.documents = [document]
    return try search.measures(selection).filter { words.isEmpty || $0.words.text.contains(words) }
  }
}
