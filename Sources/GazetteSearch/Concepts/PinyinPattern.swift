import GazetteAnalysis

/// What somebody typed to name a Chinese label by how it is read.
///
/// The characters of a label are met one after the other, each by the character itself, by a syllable, or by the initial of
/// one; the ways are followed side by side, so that a text without blanks need not be cut into syllables first.
struct PinyinPattern {
  /// How a label is met.
  enum Match {
    /// By whole syllables and characters.
    case whole
    /// By initials somewhere.
    case mixed
  }

  private let typed: [UInt8]

  /// Takes a text for pinyin; `nil` when it has no Latin letter, or too many.
  init?(_ text: String) {
    var typed: [UInt8] = []
    // ü and v are u in the fold and in the readings, so that neither has to be typed.
    for byte in TextFolding.fold(Array(text.utf8)).utf8 {
      switch byte {
      // Blanks, apostrophes and hyphens between syllables, tones as digits.
      case 0x20, 0x27, 0x2D, 0x31...0x35: continue
      case UInt8(ascii: "v"): typed.append(UInt8(ascii: "u"))
      default: typed.append(byte)
      }
    }
    guard (2...128).contains(typed.count), typed.contains(where: { $0 &- 0x61 < 26 }) else {
      return nil
    }
    self.typed = typed
  }

  /// How the whole text meets a whole label; `nil` when it does not.
  func match(_ syllables: String) -> Match? {
    let ends = follow(syllables) { _ in false }
    if ends.whole.contains(typed.count) { return .whole }
    return ends.mixed.contains(typed.count) && typed.count > 1 ? .mixed : nil
  }

  /// Whether the text meets the beginning of a label, at least two characters of it.
  func begins(_ syllables: String) -> Bool {
    var count = 0
    var isMet = false
    _ = follow(syllables) { ends in
      count += 1
      if count > 1, ends.whole.contains(typed.count) || ends.mixed.contains(typed.count) {
        isMet = true
      }
      return isMet
    }
    return isMet
  }

  private typealias Ends = (whole: Set<Int>, mixed: Set<Int>)

  /// The places of the typed text that can be reached by a label; asked after each character whether that is enough.
  private func follow(_ syllables: String, _ isEnough: (Ends) -> Bool) -> Ends {
    var ends: Ends = ([0], [])
    for unit in Array(syllables.utf8).split(separator: 0x20) {
      var next: Ends = ([], [])
      for form in unit.split(separator: 0x2C) {
        advance(ends.whole, by: form, to: &next.whole)
        advance(ends.mixed, by: form, to: &next.mixed)
        guard let initial = form.first, initial < 0x80 else { continue }
        let initials = [form.prefix(1)] + (form.dropFirst().first == 0x68 ? [form.prefix(2)] : [])
        for initial in initials {
          advance(ends.whole.union(ends.mixed), by: initial, to: &next.mixed)
        }
      }
      ends = next
      if ends.whole.isEmpty && ends.mixed.isEmpty || isEnough(ends) { break }
    }
    return ends
  }

  private func advance(_ places: Set<Int>, by form: ArraySlice<UInt8>, to next: inout Set<Int>) {
    for place in places where typed[place...].starts(with: form) {
      next.insert(place + form.count)
    }
  }
}
