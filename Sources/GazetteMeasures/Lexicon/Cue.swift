/// One word of the lexicon: its kinds, and what goes with them.
struct Cue: Sendable, Hashable {
  var kinds: CueKinds
  /// The strength of a modal, or of a verb that forbids.
  var strength: Int8 = 0
  /// Whether the modal forbids.
  var isNegative = false
  /// The strength that a forbidding verb has of its own.
  var forbidding: Int8 = 0
  /// The group of a verb.
  var group: VerbGroup = .other

  func has(_ kind: CueKinds) -> Bool { !kinds.intersection(kind).isEmpty }

  /// Adds the kinds of another entry for the same word; what stands first wins.
  mutating func merge(_ other: Cue) {
    if other.kinds.contains(.modal), !kinds.contains(.modal) {
      strength = other.strength
      isNegative = other.isNegative
    }
    if forbidding == 0 { forbidding = other.forbidding }
    if group == .other { group = other.group }
    kinds.formUnion(other.kinds)
  }
}
