package import GazetteQuery

/// Random trees and texts from a seed.
package struct QueryGenerator {
  private var generator: SeededGenerator

  package init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  package mutating func next(_ bound: Int) -> Int { generator.below(bound) }

  package mutating func pick<Element>(_ list: [Element]) -> Element { list[next(list.count)] }

  package static let words = [
    "a", "policy", "don't", "well-being", "G20", "12.8", "三保障", "国发〔2018〕43号", "国发(2018)43号",
    "foo:bar",
    "é", "㎡", "and", "与", "titles", "x/y", "a*b", "AND", "NEAR/5", "title:x", "a(b", "b^2",
  ]
  package static let phrases = [
    "small business", "三保障", "a (b OR c)", "title:x -y", "he said “no”", "甲《乙》丙", "say \"x\" now",
    "「甲",
    "a\nb", "5\" pipe", "don't", "a”b「c」",
  ]

  package mutating func tree(depth: Int) -> QuerySyntax {
    switch next(depth > 0 ? 12 : 8) {
    case 0, 1: return QuerySyntax(.word(pick(Self.words)))
    case 2: return QuerySyntax(.phrase(pick(Self.phrases)))
    case 3: return QuerySyntax(.prefix(pick(["pov", "三", "g2"])))
    case 4: return field()
    case 5: return dates()
    case 6: return QuerySyntax(.near(side(), side(), next(12)))
    case 7: return loose()
    case 8: return QuerySyntax(.not(tree(depth: depth - 1)))
    case 9: return boosted(depth)
    case 10: return .all(of: list(depth))
    default: return .any(of: list(depth))
    }
  }

  private mutating func loose() -> QuerySyntax {
    switch next(4) {
    case 0: return QuerySyntax(.pattern(pick(["wom?n", "两*愁", "a*b*c"])))
    case 1: return QuerySyntax(.fuzzy(pick(["farm", "三保障", "don't", "a*b"]), 1 + next(2)))
    case 2: return QuerySyntax(.sloppy(pick(Self.phrases), next(9)))
    default:
      let parts = (0..<1 + next(3)).map { _ in
        next(2) == 0 ? side() : QuerySyntax(.any([side(), side()]))
      }
      return QuerySyntax(.within(pick(QueryScope.allCases), parts))
    }
  }

  private mutating func boosted(_ depth: Int) -> QuerySyntax {
    let inner = tree(depth: depth - 1)
    if case .not = inner.kind { return inner }
    return QuerySyntax(.boosted(inner, pick([0.5, 2, 3, 1.25, 1000])))
  }

  /// What may stand beside NEAR.
  private mutating func side() -> QuerySyntax {
    switch next(3) {
    case 0: QuerySyntax(.word(pick(Self.words)))
    case 1: QuerySyntax(.phrase(pick(Self.phrases)))
    default:
      QuerySyntax(
        .field(
          .concept, QuerySyntax(.word(pick(["three-guarantees", "=x", "三保障", "= a b", "=a b"])))))
    }
  }

  private mutating func list(_ depth: Int) -> [QuerySyntax] {
    (0..<2 + next(3)).map { _ in tree(depth: depth - 1) }
  }

  private mutating func field() -> QuerySyntax {
    let field = pick(PolicyField.allCases)
    switch field {
    case .body, .heading, .title, .issuer, .speaker, .raw:
      let value: QuerySyntax.Kind =
        next(2) == 0 ? .word(pick(Self.words)) : .phrase(pick(Self.phrases))
      return QuerySyntax(.field(field, QuerySyntax(value)))
    default:
      let value = pick(["zh", "a/b(1)", "a b", "(", "x\"y", "“z", "国发(2018)43号", "a\"b”c」 d"])
      return QuerySyntax(.field(field, QuerySyntax(.word(value))))
    }
  }

  private mutating func dates() -> QuerySyntax {
    let text = pick([
      "date:2018..2020", "date:2019", "date:2019-05..", "before:2019-03-01", "after:2020-02",
      "date:..2019-02-28", "effective:2018..2020", "effective:2019-05-03", "effective:..2019",
    ])
    return ParsedQuery(text).syntax
  }

  package static let pieces =
    words + phrases + [
      " ", " ", " ", "\"", "“", "”", "„", "'", "‘", "’", "「", "」", "『", "』", "《", "》", "〈", "〉",
      "＂", "«", "»",
      "(", ")", "（", "）", "-", "－", "*", "＊", ":", "：", "AND", " AND ", " OR ", " NOT ", "OR",
      "title:", "date:", " NEAR/5 ", "NEAR/", "tag:", "=",
      "before:2019", "effective:", "2018年7月", "二〇一八年", "至", "lang:", "doc:", "in:", "number:",
      "\u{3000}", "\n", "\t", "\0", "\u{200B}",
      "\u{FEFF}", "😀",
      "👨‍👩‍👧", "\u{301}", "\u{202E}", "\u{7F}", "\u{FFFD}", "。", "，", "…", "——", "**", "[", "]", "〔",
      "〕",
      "2018", "号", "第", "国", "兩", "𠮷", "①", "ﷺ", "..", "~", "~3", "^2", "^", "\\", "\r\n", "?",
      "sentence:(", "document:(", "section:", "x*y",
    ]

  /// Any scalars, signs and spaces more often than others.
  package mutating func scalars(_ count: Int) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<next(count) + 1 {
      let value =
        switch next(4) {
        case 0: next(0x80)
        case 1: 0x2000 + next(0x70)
        case 2: 0x3000 + next(0x40)
        default: next(0x110000)
        }
      if let scalar = Unicode.Scalar(UInt32(value)) { text.append(scalar) }
    }
    return String(text)
  }

  package mutating func text(pieces count: Int) -> String {
    (0..<next(count) + 1).map { _ in pick(Self.pieces) }.joined(separator: next(3) == 0 ? " " : "")
  }
}
