import Gazette
import GazetteConcepts
import GazetteDocument
import GazetteFormulas
import GazetteTestSupport
import Testing

/// What a careful reader of `corpus/` wants proposed, against what is proposed.
///
/// The key was made by reading the documents for numbered formulas and quoted terms that come again, with the thesaurus at hand.
@Suite struct DiscoveryKeyTests {
  private struct Score {
    var right = 0
    var proposed = 0
    var wanted = 0
    var rightMembers = 0
    var proposedMembers = 0

    var precision: Double { Double(right) / Double(max(1, proposed)) }
    var recall: Double { Double(right) / Double(max(1, wanted)) }
    var memberPrecision: Double { Double(rightMembers) / Double(max(1, proposedMembers)) }
  }

  /// Formulas with what they consist of, as far as the texts list it.
  private static let corpusKey: [String: [String]] = [
    "三看三问三对": ["看房", "看水", "看衣被", "问上学", "问看病", "问收入", "对证件", "对系统", "对流水"],
    "three looks, three questions, three comparisons": [
      "look at the house", "ask about school", "compare with the papers",
    ],
    "双线四包": [], "two-line, four-level": [], "三日报到制": [],
    "一老一小": [], "一户一档、一档到底": [], "三关": ["市场关", "技术关", "群众关"],
  ]

  /// Texts written for the purpose: as many formulas as traps, in both languages and scripts.
  private static let written: [(text: String, key: [String: [String]])] = [
    ("全面推行“两查三改”工作法：查底数、查原因、改作风、改流程、改台账。", ["两查三改": ["查底数", "查原因", "改作风", "改流程", "改台账"]]),
    ("落实“四必访”：新生必访、病户必访、独居必访、返乡必访。", ["四必访": ["新生必访", "病户必访", "独居必访", "返乡必访"]]),
    ("要立起三梁六柱。三梁六柱不牢，房子就不稳。", ["三梁六柱": []]),
    ("「三梁」是制度、隊伍、經費；「六柱」是六張表。\n\n# 立起「三梁六柱」\n\n好。", ["三梁六柱": ["三梁", "六柱"]]),
    (
      "坚持五个不让：不让一户住危房、不让一人断药、不让一个孩子失学、不让一村断水、不让一条路断头。",
      ["五个不让": ["不让一户住危房", "不让一人断药", "不让一个孩子失学", "不让一村断水", "不让一条路断头"]]
    ),
    ("推行“双岗双责”。", ["双岗双责": []]),
    (
      "Keep to the “three visits and two calls” in the wet season.",
      ["three visits and two calls": []]
    ),
    (
      "We follow the four doors: the school door, the clinic door, the bank door and the office door.",
      ["four doors": ["the school door", "the clinic door", "the bank door", "the office door"]]
    ),
    ("“三清一改”，即清垃圾、清塘沟、清粪污，改习惯。", ["三清一改": ["清垃圾", "清塘沟", "清粪污", "改习惯"]]),
    ("“五心服务”就是贴心、细心、耐心、热心、恒心。", ["五心服务": ["贴心", "细心", "耐心", "热心", "恒心"]]),
    ("凭“一卡通”领取，办“一站式”结算，走“一体化”路子。“一卡通”。", [:]),
    ("商家实行“三包”，即包修、包换、包退。", [:]),
    ("名称中使用“样本”、“示例”、“全样”等字样的，应当改正。名称中的“样本”等字样。“样本”字样。", [:]),
    ("两个以上村共用的，三个以下的除外；两个以上乡镇。两个以上单位。", [:]),
    ("落实「六穩六保」。", [:]),
    ("“一法两规”是全镇必须长期坚持的，是大家的事，必须守住。", ["一法两规": []]),
    (
      "The two methods agree. The two methods differ. The two models, of which the two sets are parts.",
      [:]
    ),
    (
      "In this Code “recording media” means discs; “recording media” includes tapes. References to “recording media” stand.",
      [:]
    ),
    ("Sums for “Office of Sample” and “Office of Sample”; the “Office of Sample” pays.", [:]),
    ("In the sample rules (“the Rules”) stand; see (“the Rules”) and (“the Rules”).", [:]),
    ("Solved for three Reynolds numbers and five Prandtl numbers.", [:]),
    ("全镇共有三条路、五座桥、十二个组，走四條路，分三步。", [:]),
  ]

  private func discovery(_ documents: [PolicyDocument], _ matcher: ConceptMatcher)
    -> [FormulaProposal]
  {
    var discovery = FormulaDiscovery(lackingIn: matcher)
    for document in documents { discovery.add(TaggedDocument(document, by: matcher)) }
    return discovery.proposals()
  }

  private func count(
    _ proposals: [FormulaProposal], _ key: [String: [String]], _ score: inout Score
  ) -> [String] {
    score.wanted += key.count
    score.proposed += proposals.count
    var faults = key.keys.filter { word in !proposals.contains { $0.words == word } }
    for proposal in proposals {
      score.proposedMembers += proposal.members.count
      guard let members = key[proposal.words] else {
        faults.append("+" + proposal.words)
        continue
      }
      score.right += 1
      let right = proposal.members.count { members.contains($0) }
      score.rightMembers += right
      if right < max(members.count, proposal.members.count) {
        faults.append("\(proposal.words): \(proposal.members)")
      }
    }
    return faults.sorted()
  }

  @Test("of corpus/ nine in ten proposals, and nine in ten of what is wanted, are right")
  func corpus() throws {
    let corpus = try Corpus(at: ProjectFolder.top + "/corpus")
    let matcher = ConceptMatcher(try Thesaurus.builtIn())
    // One file is a packed file within another, which is not read.
    let documents = corpus.sources.compactMap { try? corpus.document($0) }
    #expect(documents.count > 90)
    var score = Score()
    let faults = count(discovery(documents, matcher), Self.corpusKey, &score)
    #expect(score.precision >= 0.9, "\(score) \(faults)")
    #expect(score.recall >= 0.9, "\(score) \(faults)")
    #expect(score.memberPrecision >= 0.9, "\(score) \(faults)")
  }

  @Test("the same of passages written for the purpose, half of them traps")
  func passages() throws {
    let matcher = ConceptMatcher(try Thesaurus.builtIn())
    var score = Score()
    var faults: [String] = []
    for (text, key) in Self.written {
      // Whatever is wanted or not must hold in two documents as in one.
      for copies in 1...2 {
        let documents = try (0..<copies).map { try SamplePaper.document("d\($0)", text) }
        faults += count(discovery(documents, matcher), key, &score)
      }
    }
    #expect(score.precision >= 0.9, "\(score) \(faults)")
    #expect(score.recall >= 0.9, "\(score) \(faults)")
    #expect(score.memberPrecision >= 0.9, "\(score) \(faults)")
  }
}
