import GazetteAnalysis
import GazetteConcepts
package import GazetteIndex

extension StoredThesaurus {
  /// The concepts that a name means: the one with that id, else those with that label in any language, script and spelling,
  /// else those of which a Chinese label is read so; with an asterisk before or behind it those of which a label holds that part.
  ///
  /// Pinyin may stand whole (`liangbuchou`, `liang bu chou`, with tones as marks or digits), as initials (`lbc`), or mixed with the
  /// characters; a reading that needs no initials goes before one that does.
  ///
  /// - Parameter name: The name as typed.
  /// - Returns: The numbers of the concepts, rising; none when nothing is named so.
  /// - Throws: `IndexError.corrupt` when the thesaurus is damaged.
  package func lookUp(_ name: String) throws(IndexError) -> [Int] {
    if let number = try number(of: name) { return [number] }
    if let numbers = try numbers(ofPart: name) { return numbers }
    let owners = try owners(ofLabel: name)
    if !owners.isEmpty { return Set(owners.map(\.concept)).sorted() }
    if let number = try number(of: name.lowercased()) { return [number] }
    guard let typed = PinyinPattern(name) else { return [] }
    var whole: Set<Int> = []
    var mixed: Set<Int> = []
    try forEachReading { concept, _, syllables in
      switch typed.match(syllables) {
      case .whole: whole.insert(concept)
      case .mixed: mixed.insert(concept)
      case nil: break
      }
    }
    return (whole.isEmpty ? mixed : whole).sorted()
  }

  /// Up to five ids of concepts whose names resemble one that is not there, the nearest first.
  ///
  /// Counts, in this order: names that begin so or are begun by it, that hold it, that differ in a letter or two, that share
  /// words with it, that are read so up to where it ends. Costs reading the whole thesaurus.
  package func nearest(to name: String) throws(IndexError) -> [String] {
    var text = LabelText()
    let wanted = text.folded(name)
    guard wanted.count > 1 else { return [] }
    let words = Self.words(of: wanted)
    var scores: [(id: String, score: Int)] = []
    var read: Set<Int> = []
    if let typed = PinyinPattern(name) {
      try forEachReading { concept, _, syllables in
        if typed.begins(syllables) { read.insert(concept) }
      }
    }
    for number in 0..<conceptCount {
      let concept = try concept(at: number)
      var best = read.contains(number) ? 2 : 0
      let names = [concept.id] + concept.labels.filter { $0.status != .broken }.map(\.text)
      for own in names {
        best = max(best, Self.likeness(text.folded(own), wanted, words))
      }
      if best > 0 { scores.append((concept.id, best)) }
    }
    return scores.sorted { ($1.score, $0.id) < ($0.score, $1.id) }.prefix(5).map(\.id)
  }

  private static func words(of folded: [UInt8]) -> Set<[UInt8]> {
    Set(folded.split(separator: 0x20).map(Array.init).filter { $0.count > 2 })
  }

  private static func likeness(
    _ name: [UInt8], _ wanted: [UInt8], _ words: Set<[UInt8]>
  ) -> Int {
    guard name.count > 1 else { return 0 }
    if name.starts(with: wanted) || wanted.starts(with: name) && name.count * 2 >= wanted.count {
      return 5
    }
    if name.indices.contains(where: { name[$0...].starts(with: wanted) }) { return 4 }
    if abs(name.count - wanted.count) <= 2, wanted.count > 4, distance(name, wanted) <= 2 {
      return 3
    }
    let shared = words.intersection(Self.words(of: name)).count
    return shared * 2 > words.count ? 2 : shared > 0 ? 1 : 0
  }

  /// How many letters have to be put in, left out or replaced (Wagner and Fischer 1974).
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    guard left.count <= 128, right.count <= 128 else { return Int.max }
    var row = Array(0...right.count)
    for (i, byte) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let kept = diagonal + (byte == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(kept, row[j] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}
