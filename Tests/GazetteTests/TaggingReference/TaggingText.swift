import GazetteTestSupport

/// Draws texts in which labels stand as people, printers and machines write them, whole and in pieces, beside words that are none.
struct TaggingText {
  private let labels: [String]
  private(set) var generator: SeededGenerator

  /// Draws from some labels.
  init(labels: [String], seed: UInt64) {
    self.labels = labels
    generator = SeededGenerator(seed: seed)
  }

  private static let traditional: [Character: String] = [
    "两": "兩", "扶": "扶", "贫": "貧", "桥": "橋", "万": "萬", "个": "個", "务": "務", "实": "實", "户": "戶",
    "农": "農", "东": "東", "业": "業", "产": "產", "资": "資", "责": "責", "医": "醫", "学": "學", "项": "項",
  ]
  private static let numerals = [
    ["three", "3", "３", "三", "Three", "叁", "③"], ["two", "2", "两", "二", "兩", "２", "Two"],
    ["four", "4", "四"], ["five", "5", "五"], ["six", "6", "六"], ["eight", "8", "八"],
    ["ten", "10", "十"],
    ["one", "1", "一"], ["twelve", "12"],
  ]
  private static let marks = [
    ". ", "。", ", ", "，", "、", "; ", "：", "! ", "…", "\t", " — ", "\u{3000}", "·", "/", "%", "*",
    "\u{A0}",
  ]
  private static let quotes = [
    ("“", "”"), ("\"", "\""), ("'", "'"), ("‘", "’"), ("「", "」"), ("『", "』"), ("《", "》"),
    ("〈", "〉"),
    ("«", "»"), ("＂", "＂"), ("“", ""), ("", "”"), ("(", ")"), ("（", "）"),
  ]
  /// What broken copies leave between words.
  private static let residue = [
    "u2014", "< p>", "****", "strong>", "&nbsp;", "realu2014u2014", "\u{FFFD}",
  ]

  /// A text of some pieces.
  mutating func text(_ count: Int) -> String {
    (0..<count).map { _ in piece() }.joined()
  }

  /// A number from 0 up to a bound, not included.
  mutating func draw(below bound: Int) -> Int { generator.below(bound) }

  private mutating func pick<Element>(_ from: [Element]) -> Element? {
    from.isEmpty ? nil : from[generator.below(from.count)]
  }

  private mutating func piece() -> String {
    let label = pick(labels) ?? ""
    let gap = generator.once(in: 3) ? "" : " "
    switch generator.below(13) {
    case 0, 1, 2: return disguised(label) + gap
    case 3: return label + gap
    case 4: return String(label.prefix(1 + generator.below(label.count))) + gap
    case 5: return String(label.suffix(1 + generator.below(label.count))) + gap
    // One label goes into the next.
    case 6: return String(label.dropLast(generator.below(label.count))) + gap + (pick(labels) ?? "")
    case 7: return (pick(Self.numerals).flatMap { pick($0) } ?? "") + gap
    case 8: return pick(Self.marks) ?? ""
    case 9: return (pick(TaggingThesaurus.signs) ?? "") + gap
    case 10 where generator.once(in: 3): return (pick(Self.residue) ?? "") + gap
    case 11:
      let marks = pick(Self.quotes) ?? ("", "")
      return marks.0 + label + marks.1 + gap
    default: return (pick(TaggingThesaurus.words) ?? "") + gap
    }
  }

  /// A label in another spelling, some of them such that it is none any more.
  private mutating func disguised(_ label: String) -> String {
    var label = label
    for _ in 0..<1 + generator.below(2) {
      switch generator.below(12) {
      case 0: label = generator.once(in: 2) ? label.uppercased() : label.capitalised
      case 1:
        label = label.replacing(
          " ", with: pick(["-", "\u{2010}", "–", "  ", "\u{3000}", ""]) ?? "")
      case 2: label = label.fullWidth
      case 3: label = plural(label)
      case 4: label = renumbered(label)
      case 5:
        let marks = pick(Self.quotes) ?? ("", "")
        label = marks.0 + label + marks.1
      case 6: label = String(label.map { Self.traditional[$0] ?? String($0) }.joined())
      case 7:
        label = split(
          label, by: pick(["、", "，", ", ", "“", "\u{200B}", "\u{AD}", " ", "-", "’"]) ?? "")
      case 8: label = label.replacing("iz", with: "is").replacing("e", with: "é")
      case 9: label = label.replacing("、", with: generator.once(in: 2) ? "" : ",")
      case 10: label = split(label, by: pick(Self.residue) ?? "")
      default: label = label + (pick(["'s", "s", "es", "ing", "的", "了", "们"]) ?? "")
      }
    }
    return label
  }

  private mutating func split(_ label: String, by mark: String) -> String {
    let place = generator.below(label.count)
    return label.prefix(place) + mark + label.dropFirst(place)
  }

  private mutating func plural(_ label: String) -> String {
    var words = label.split(separator: " ").map(String.init)
    guard !words.isEmpty else { return label }
    let place = generator.below(words.count)
    words[place] =
      words[place].hasSuffix("s")
      ? String(words[place].dropLast())
      : words[place].hasSuffix("y") ? words[place].dropLast() + "ies" : words[place] + "s"
    return words.joined(separator: " ")
  }

  /// Every numeral of one kind in another spelling.
  private mutating func renumbered(_ label: String) -> String {
    var label = label
    for kind in Self.numerals {
      for form in kind where label.contains(form) {
        label = label.replacing(form, with: pick(kind) ?? form)
        break
      }
    }
    return label
  }
}

extension String {
  fileprivate var capitalised: String {
    split(separator: " ", omittingEmptySubsequences: false).map {
      $0.prefix(1).uppercased() + $0.dropFirst()
    }.joined(separator: " ")
  }

  /// The same with the ASCII of another width.
  fileprivate var fullWidth: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map {
          (0x21...0x7E).contains($0.value) ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0
        }))
  }
}
