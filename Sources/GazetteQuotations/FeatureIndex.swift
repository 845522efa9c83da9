/// Which units have a feature in common: two rare words close together in either order, or a concept.
///
/// An inverted index of shingles with holes (A. Broder, "On the resemblance and containment of documents", 1997), from which
/// the features are left out that many units or documents have: what stands everywhere shows no kinship, and without it the
/// work is in proportion to the text. Takes sixteen bytes for a feature of a unit while it is built.
struct FeatureIndex {
  /// One feature of one unit.
  private struct Entry {
    /// The feature's hash, and below it the unit: sorted, the units of a feature come together.
    let key: UInt64
    let one: UInt32
    let other: UInt32
  }

  /// Two words, or one concept twice.
  struct Feature {
    let one: UInt32
    let other: UInt32
  }

  /// The features that several units have.
  private(set) var features: [Feature] = []
  /// The units of each feature, feature by feature.
  private var members: [UInt32] = []
  /// Where the features' members begin, and the end.
  private var starts: [Int32] = [0]
  /// The features of each unit, rising.
  private var own: [UInt32] = []
  private var ownStarts: [Int32] = []

  /// A feature that more units have is left out.
  private static let mostUnits = 40
  /// A feature that more documents have is left out.
  private static let mostDocuments = 8
  /// How many bits of a key are the unit.
  private static let unitBits: UInt64 = 24
  /// Words this far apart are one feature, those in between that stand everywhere left out.
  private static let reach = 2

  /// Indexes the units, `documents` being the document of each.
  init(_ texts: TextUnits, _ rarity: TermRarity, documents: [Int32]) {
    let entries = FeatureIndex.entries(texts, rarity)
    let mask: UInt64 = 1 << Self.unitBits - 1
    var counts = [Int32](repeating: 0, count: texts.units.count + 1)
    var at = 0
    while at < entries.count {
      let feature = entries[at].key >> Self.unitBits
      var end = at + 1
      while end < entries.count, entries[end].key >> Self.unitBits == feature { end += 1 }
      // Units rise, and with them their documents.
      var documentCount = 1
      for place in at + 1..<max(end, at + 1) {
        let pair = (entries[place - 1].key & mask, entries[place].key & mask)
        if documents[Int(pair.0)] != documents[Int(pair.1)] { documentCount += 1 }
      }
      if end - at <= Self.mostUnits, documentCount > 1, documentCount <= Self.mostDocuments {
        features.append(Feature(one: entries[at].one, other: entries[at].other))
        for entry in entries[at..<end] {
          let unit = UInt32(truncatingIfNeeded: entry.key & mask)
          members.append(unit)
          counts[Int(unit) + 1] += 1
        }
        starts.append(Int32(truncatingIfNeeded: members.count))
      }
      at = end
    }
    for unit in 1..<counts.count { counts[unit] += counts[unit - 1] }
    ownStarts = counts
    own = [UInt32](repeating: 0, count: members.count)
    for feature in features.indices {
      for place in Int(starts[feature])..<Int(starts[feature + 1]) {
        let unit = Int(members[place])
        own[Int(counts[unit])] = UInt32(truncatingIfNeeded: feature)
        counts[unit] += 1
      }
    }
  }

  /// The features of all units, sorted.
  private static func entries(_ texts: TextUnits, _ rarity: TermRarity) -> [Entry] {
    var entries: [Entry] = []
    var kept: [UInt32] = []
    var seen: Set<UInt64> = []
    for unit in 0..<min(texts.units.count, 1 << Int(unitBits)) {
      kept.removeAll(keepingCapacity: true)
      seen.removeAll(keepingCapacity: true)
      for word in texts.words(of: unit) where !rarity.isFrequent(word) { kept.append(word) }
      for (place, word) in kept.enumerated() {
        for step in 1...reach where place + step < kept.count {
          let other = kept[place + step]
          guard other != word else { continue }
          let entry = entry(min(word, other), max(word, other), unit)
          if seen.insert(entry.key).inserted { entries.append(entry) }
        }
      }
      for concept in texts.concepts(of: unit) {
        let entry = entry(concept, concept, unit)
        if seen.insert(entry.key).inserted { entries.append(entry) }
      }
    }
    entries.sort { $0.key < $1.key }
    return entries
  }

  private static func entry(_ one: UInt32, _ other: UInt32, _ unit: Int) -> Entry {
    var hash = (UInt64(one) << 32 | UInt64(other)) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 29
    hash = hash &* 0xBF58_476D_1CE4_E5B9
    return Entry(
      key: (hash >> unitBits) << unitBits | UInt64(unit), one: one, other: other)
  }

  /// The features of a unit that others have too, rising.
  func features(of unit: Int) -> ArraySlice<UInt32> {
    own[Int(ownStarts[unit])..<Int(ownStarts[unit + 1])]
  }

  /// Calls a closure with the other units that share a feature with a unit, once for each feature.
  @inline(__always)
  func forEachNeighbour(of unit: Int, _ body: (Int) -> Void) {
    for place in Int(ownStarts[unit])..<Int(ownStarts[unit + 1]) {
      let feature = Int(own[place])
      for member in Int(starts[feature])..<Int(starts[feature + 1]) { body(Int(members[member])) }
    }
  }
}
