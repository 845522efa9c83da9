private import CGazetteData

/// How common Han characters are read, without tones: to name labels by what people type on a Latin keyboard.
///
/// Readings are those of the Unihan database, the usual one first; ü stands as `v`. Never used on body text.
package struct PinyinTable: Sendable {
  private var readings: [UInt32: [String]] = [:]

  /// The table that was compiled into the program, read once: some milliseconds.
  package static let standard = PinyinTable()

  private init() {
    let table = unsafe gazette_table_pinyin()
    let bytes = unsafe UnsafeBufferPointer(start: table.bytes, count: table.count)
    var lines = unsafe TableLines(bytes)
    while lines.next() {
      guard let scalar = lines.scalar(), lines.skipTab() else { continue }
      var syllables: [String] = [""]
      while let letter = lines.scalar() {
        if letter == 0x20 {
          syllables.append("")
        } else if let letter = Unicode.Scalar(letter) {
          syllables[syllables.count - 1].unicodeScalars.append(letter)
        }
      }
      readings[scalar] = syllables
    }
  }

  /// The readings of a Simplified character, the usual one first; none for a character that is rare or no Han.
  package func readings(of scalar: Unicode.Scalar) -> [String] { readings[scalar.value] ?? [] }
}
