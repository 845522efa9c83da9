import CGazetteData
import GazetteDocument

/// What bibliographies call a paper.
public struct CitationType: Sendable, Hashable {
  /// The type of an item in the Citation Style Language.
  public let csl: String
  /// The mark of GB/T 7714-2015, without that of the carrier.
  public let gbt7714: String
  /// The type of reference in RIS.
  public let ris: String

  /// The type of what is cited: by the kind that the document gives itself, else by who speaks and where it was printed.
  ///
  /// - Parameter excerpt: The words.
  public init(of excerpt: CitedExcerpt) {
    let metadata = excerpt.document.metadata
    let fallback: String
    if excerpt.voice.kind == .leaderSpeech {
      fallback = "*speech"
    } else if excerpt.newspaper != nil {
      fallback = "*newspaper"
    } else if excerpt.sourceURL != nil {
      fallback = "*web"
    } else {
      fallback = excerpt.voice.kind == .policy ? "*policy" : "*other"
    }
    let types = CitationType.standard
    self =
      metadata.kind.value.flatMap { types[kind: $0] } ?? types.rows[fallback]
      ?? CitationType(csl: "document", gbt7714: "Z", ris: "GEN")
  }

  private init(csl: String, gbt7714: String, ris: String) {
    self.csl = csl
    self.gbt7714 = gbt7714
    self.ris = ris
  }

  /// The table that was compiled into the program, read once.
  private static let standard = Table()

  private struct Table: Sendable {
    var rows: [String: CitationType] = [:]

    init() {
      let table = gazette_table_citation_types()
      let bytes = UnsafeBufferPointer(start: table.bytes, count: table.count)
      for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
        let cells = line.split(separator: UInt8(ascii: "\t")).map {
          String(decoding: $0, as: UTF8.self)
        }
        guard cells.count == 4 else { continue }
        rows[cells[0]] = CitationType(csl: cells[1], gbt7714: cells[2], ris: cells[3])
      }
    }

    /// The row of a kind: the whole in lower case, else the longest end of it that is Chinese.
    subscript(kind kind: String) -> CitationType? {
      if let row = rows[kind.lowercased()] { return row }
      let scalars = kind.unicodeScalars
      guard scalars.contains(where: { $0.value >= 0x3400 }) else { return nil }
      for count in stride(from: min(4, scalars.count), to: 0, by: -1) {
        if let row = rows[String(String.UnicodeScalarView(scalars.suffix(count)))] { return row }
      }
      return nil
    }
  }
}
