import Gazette
import GazetteTestSupport
import Testing

/// An instrument inside a covering notice is cited by its own title.
@Suite struct InstrumentTests {
  private static let plan = [
    "一、总体目标", "到2025年，全县公园全部开放，群众出门十分钟可以到达。", "二、保障措施", "各乡镇要按月报告公园开放情况，并公布热线电话。",
  ]

  private func index(_ files: [String: String]) throws -> (ScratchFolder, PolicySearch) {
    let folder = try ScratchFolder()
    for (name, text) in files { try folder.write(text, to: "corpus/" + name) }
    _ = try CorpusIndexing(
      of: Corpus(at: folder.path + "/corpus"), at: folder.path + "/index"
    ).run()
    return (folder, try PolicySearch(at: folder.path + "/index"))
  }

  private static let text =
    "示例县人民政府关于印发《示例县公园开放方案》的通知\n示政发〔2024〕3号\n各乡镇人民政府：\n现将方案印发给你们，请认真执行。\n示例县人民政府\n2024年3月5日\n示例县公园开放方案\n"
    + plan.joined(separator: "\n") + "\n"
  private static let markdown =
    "# 示例县人民政府关于印发示例县公园开放方案的通知\n\n示政发〔2024〕3号\n\n各乡镇人民政府：\n\n现将方案印发给你们，请认真执行。\n\n示例县人民政府\n\n2024年3月5日\n\n## 示例县公园开放方案\n\n## "
    + plan.joined(separator: "\n\n").replacing("\n\n二", with: "\n\n## 二") + "\n"
  private static let page =
    "<html><body><h1>示例县人民政府关于印发《示例县公园开放方案》的通知</h1><p>示政发〔2024〕3号</p><p>各乡镇人民政府：</p><p>现将方案印发给你们，请认真执行。</p><p>示例县人民政府</p><p>2024年3月5日</p><h2>示例县<br>公园开放方案</h2>"
    + "<h2>\(plan[0])</h2><p>\(plan[1])</p><h2>\(plan[2])</h2><p>\(plan[3])</p></body></html>"

  @Test(
    "its title stands over what it says, whatever form the notice has",
    arguments: [("a.txt", text), ("a.md", markdown), ("a.html", page)])
  func outline(name: String, text: String) throws {
    let (folder, search) = try index([name: text])
    let document = try search.document(named: "a")
    #expect(
      document.sections.dropFirst().map { "\($0.depth) \($0.numberedHeading)" }
        == ["1 示例县公园开放方案", "2 一、总体目标", "2 二、保障措施"])
    #expect(document.sections.map(\.isInstrument) == [false, true, false, false])
    let hits = try search.search("按月报告公园开放情况", limit: 3).hits
    #expect(
      hits.first?.passage.citation.full.hasPrefix("《示例县公园开放方案》，载《示例县人民政府关于印发") == true)
    let cover = try search.search("现将方案印发给你们", limit: 3).hits
    #expect(cover.first?.passage.citation.full.hasPrefix("《示例县人民政府关于印发") == true)
    withExtendedLifetime(folder) {}
  }

  @Test("an English notice and the plan that it issues")
  func english() throws {
    let (folder, search) = try index([
      "a.md": """
      # Notice of the People's Government of Example County on Issuing the Plan of Example County for Opening Parks

      All townships: the plan is issued to you; please carry it out.

      March 5, 2024

      ## Plan of Example County for Opening Parks

      ## I. Aims

      By 2025 every park of the county shall be open to everybody who comes.

      ## II. Safeguards

      Each township shall report once a month on the parks that it keeps open.
      """
    ])
    let hits = try search.search("report once a month", limit: 3).hits
    #expect(
      hits.first?.passage.citation.full.hasPrefix(
        "“Plan of Example County for Opening Parks”, in “Notice of the People's Government") == true
    )
    withExtendedLifetime(folder) {}
  }

  @Test("a name in the list of what is attached opens nothing")
  func list() throws {
    let (folder, search) = try index([
      "a.txt":
        "示例县人民政府关于印发《示例县公园开放方案》的通知\n各乡镇人民政府：\n现将方案印发给你们，请认真执行。\n附件：\n示例县公园开放方案\n示例县人民政府\n2024年3月5日\n"
    ])
    #expect(try search.document(named: "a").sections.allSatisfy { !$0.isInstrument })
    withExtendedLifetime(folder) {}
  }
}
