import Gazette
import GazetteTestSupport
import Testing

/// Who must do what, and at which level.
@Suite struct ResponsibilityTests {
  @Test("a body's name tells its levels, in both languages and both scripts")
  func levels() {
    let levels = BodyLevels.standard
    let cases: [(String, [AdministrativeLevel])] = [
      ("国务院", [.centre]), ("财政部", [.centre]), ("省、市", [.province, .city]),
      ("各省（区、市）人民政府", [.province]), ("省市县", [.province, .city, .county]),
      ("广西壮族自治区", [.province]), ("县級人民政府", [.county]), ("乡镇和村", [.township, .village]),
      ("驻村工作队", [.village]), ("社区", [.village]), ("市场监管部门", [.department]),
      ("各有关部门", [.department]), ("龙头企业", [.other]), ("county governments", [.county]),
      ("The Secretary of State", [.centre]), ("village committees", [.village]),
      ("Provinces and counties", [.province, .county]), ("the Housing Bureau", [.department]),
      ("Leading enterprises", [.other]), ("marketing firms", [.other]),
    ]
    for (name, expected) in cases { #expect(levels.levels(of: name) == expected, "\(name)") }
  }

  @Test("every stated body has its measures with its role; what has none is listed")
  func map() throws {
    let corpus = try MeasureCorpus()
    let records = try corpus.measures("city")
    let map = ResponsibilityMap(records)
    let lead = try #require(map.bodies.first { $0.name == "市水利局" })
    #expect(lead.levels == [.city] && lead.tasks.map(\.role) == [.lead])
    #expect(records[lead.tasks[0].record].words.text.contains("台账"))
    #expect(map.bodies.first { $0.name == "市财政局" }?.tasks.map(\.role) == [.supporting])
    let named = Set(map.bodies.flatMap(\.tasks).map(\.record))
    #expect(named.isDisjoint(with: map.withoutBody))
    #expect(named.union(map.withoutBody) == Set(records.indices))
    let order = map.bodies.map { AdministrativeLevel.allCases.firstIndex(of: $0.levels[0])! }
    #expect(order == order.sorted())
  }
}
