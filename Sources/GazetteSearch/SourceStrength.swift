import CGazetteData
import GazetteDocument

/// How much a passage weighs as a source: a law more than a notice, a notice more than a letter, a caption nothing.
///
/// The table is `strengths.txt`. The strength goes into a column of the index; `Standing` puts it to use.
struct SourceStrength {
  /// The greatest strength.
  static let greatest = 9
  /// The table that was compiled into the program, read once.
  static let standard = SourceStrength()

  private var kinds: [String: Int] = [:]
  private var voices: [String: Int] = [:]
  private var other = 0

  private init() {
    let table = gazette_table_strengths()
    let text = String(
      decoding: UnsafeBufferPointer(start: table.bytes, count: table.count), as: UTF8.self)
    var isOfVoices = false
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t")
      guard let strength = Int(cells[0]) else {
        isOfVoices = cells[0] == "[voices]"
        continue
      }
      for name in cells.dropFirst() {
        if name == "*" {
          other = strength
        } else if isOfVoices {
          voices[String(name)] = strength
        } else {
          kinds[String(name)] = strength
        }
      }
    }
  }

  /// The strength of a kind of document, in whatever case it is written, from 0 to 9; `nil` is a kind that is not stated.
  func strength(ofKind kind: String?) -> Int {
    kind.flatMap { kinds[$0.lowercased()] } ?? other
  }

  /// What a voice leaves of the strength of its document.
  func strength(_ strength: Int, saidBy voice: Voice.Kind) -> Int {
    strength * (voices[voice.rawValue] ?? Self.greatest) / Self.greatest
  }
}
