/// A paragraph of a draft as it is read, with the way back to the draft's source text.
struct DraftParagraph {
  /// How many block quotations it lies in.
  var depth = 0
  /// Which block quotation of the form it belongs to; `nil` where the text itself shows them.
  var block: Int?
  /// The stretches of its words that the form sets apart as quotations without a mark.
  var quoted: [Range<Int>] = []
  /// Its words: lines joined, marks of Markdown taken out.
  private(set) var utf8: [UInt8] = []
  /// The byte of the source text for each byte of the words.
  private(set) var places: [Int] = []
  /// Links and notes: where in the words they stand, and where they lead.
  private(set) var references: [(place: Int, target: String)] = []

  /// Adds a byte that stands at a place of the source text.
  mutating func append(_ byte: UInt8, at place: Int) {
    utf8.append(byte)
    places.append(place)
  }

  /// Notes a link or a note.
  mutating func refer(to target: String) { references.append((utf8.count, target)) }

  /// Joins the next line to the words so far: with a blank, but for lines of Han, which know none.
  mutating func joinLine(beginning byte: UInt8?, at place: Int) {
    guard let last = utf8.last, let byte, last != 0x20 else { return }
    if last < 0x80 || byte < 0x80 { append(0x20, at: place) }
  }

  /// The source bytes of a range of the words.
  func source(of range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    return places[first]..<places[last] + 1
  }

  /// The words of a range.
  func text(_ range: Range<Int>) -> String { String(decoding: utf8[range], as: UTF8.self) }
}
