/// A form of quotation marks.
struct QuoteForm: Hashable {
  /// The mark that opens a quote.
  let opener: Unicode.Scalar
  /// The mark that closes it.
  let closer: Unicode.Scalar
  /// Marks that close it when `closer` does not come.
  var substitutes: [Unicode.Scalar] = []

  /// Whether quotes of this form can stand inside each other.
  var nests: Bool { opener != closer }
  /// Whether the marks double as apostrophes, so that only clear cases are quotes.
  var isSingle: Bool { closer == "'" || closer == "’" }

  /// All forms, in the order in which the formatter prefers them.
  static let all: [QuoteForm] = [
    QuoteForm(opener: "\"", closer: "\"", substitutes: ["”", "＂"]),
    QuoteForm(opener: "“", closer: "”", substitutes: ["\""]),
    QuoteForm(opener: "「", closer: "」"),
    QuoteForm(opener: "『", closer: "』"),
    QuoteForm(opener: "《", closer: "》"),
    QuoteForm(opener: "〈", closer: "〉"),
    QuoteForm(opener: "«", closer: "»"),
    QuoteForm(opener: "＂", closer: "＂", substitutes: ["\""]),
    QuoteForm(opener: "„", closer: "“", substitutes: ["”"]),
    QuoteForm(opener: "‘", closer: "’"),
    QuoteForm(opener: "'", closer: "'"),
  ]

  /// The form that a mark opens.
  static func opened(by scalar: Unicode.Scalar) -> QuoteForm? {
    mayBeMark(scalar) ? all.first { $0.opener == scalar } : nil
  }

  /// Whether a mark can only close a quote, and is no apostrophe.
  static func closesOnly(_ scalar: Unicode.Scalar) -> Bool {
    mayBeMark(scalar) && scalar != "’" && all.contains { $0.closer == scalar }
      && opened(by: scalar) == nil
  }

  /// Whether a scalar lies in a block that has marks; nearly all scalars of a text do not.
  private static func mayBeMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x22, 0x27, 0xAB, 0xBB, 0x2018...0x201E, 0x3008...0x300F, 0xFF02: true
    default: false
    }
  }

  /// Whether a mark may close a quote of this form.
  func isClosed(by scalar: Unicode.Scalar) -> Bool {
    scalar == closer || substitutes.contains(scalar)
  }
}
