/// The kinds of word that a lexicon knows, as a set: a word may be of several kinds.
struct CueKinds: OptionSet, Sendable, Hashable {
  let rawValue: UInt64

  static let names = [
    "modal", "verb", "encourage", "forbid-verb", "chain", "pair", "light", "intensifier", "glued",
    "connector", "object-preposition", "agent", "preposition", "joint", "supporting", "conditional",
    "purpose", "done", "past-year", "copula", "definition", "effect", "formal", "principle",
    "result", "quantified", "statement", "demand", "speaker", "expert", "actor", "actor-whole",
    "block", "unit", "comparator-before", "comparator-after", "deadline-tail", "deadline-whole",
    "deadline-soft", "nominal", "voice-lead", "voice-responsible", "voice-supporting",
    "voice-label", "time-when", "achievement", "subordinator", "relative", "cut", "been", "month",
    "number-word", "determiner", "noun-head", "soft-verb", "gerund",
    "pivot", "collective",
  ]

  private static func bit(_ name: String) -> CueKinds {
    guard let index = names.firstIndex(of: name) else { return [] }
    return CueKinds(rawValue: 1 << UInt64(index))
  }

  /// The kind of a name; empty for an unknown one.
  init(name: String) { self = CueKinds.bit(name) }

  init(rawValue: UInt64) { self.rawValue = rawValue }

  static let modal = CueKinds(rawValue: 1 << 0)
  static let verb = CueKinds(rawValue: 1 << 1)
  static let encourage = CueKinds(rawValue: 1 << 2)
  static let forbidVerb = CueKinds(rawValue: 1 << 3)
  static let chain = CueKinds(rawValue: 1 << 4)
  static let pair = CueKinds(rawValue: 1 << 5)
  static let light = CueKinds(rawValue: 1 << 6)
  static let intensifier = CueKinds(rawValue: 1 << 7)
  static let glued = CueKinds(rawValue: 1 << 8)
  static let connector = CueKinds(rawValue: 1 << 9)
  static let objectPreposition = CueKinds(rawValue: 1 << 10)
  static let agent = CueKinds(rawValue: 1 << 11)
  static let preposition = CueKinds(rawValue: 1 << 12)
  static let joint = CueKinds(rawValue: 1 << 13)
  static let supporting = CueKinds(rawValue: 1 << 14)
  static let conditional = CueKinds(rawValue: 1 << 15)
  static let purpose = CueKinds(rawValue: 1 << 16)
  static let done = CueKinds(rawValue: 1 << 17)
  static let pastYear = CueKinds(rawValue: 1 << 18)
  static let copula = CueKinds(rawValue: 1 << 19)
  static let definition = CueKinds(rawValue: 1 << 20)
  static let effect = CueKinds(rawValue: 1 << 21)
  static let formal = CueKinds(rawValue: 1 << 22)
  static let principle = CueKinds(rawValue: 1 << 23)
  static let result = CueKinds(rawValue: 1 << 24)
  static let quantified = CueKinds(rawValue: 1 << 25)
  static let statement = CueKinds(rawValue: 1 << 26)
  static let demand = CueKinds(rawValue: 1 << 27)
  static let speaker = CueKinds(rawValue: 1 << 28)
  static let expert = CueKinds(rawValue: 1 << 29)
  static let actor = CueKinds(rawValue: 1 << 30)
  static let actorWhole = CueKinds(rawValue: 1 << 31)
  static let block = CueKinds(rawValue: 1 << 32)
  static let unit = CueKinds(rawValue: 1 << 33)
  static let comparatorBefore = CueKinds(rawValue: 1 << 34)
  static let comparatorAfter = CueKinds(rawValue: 1 << 35)
  static let deadlineTail = CueKinds(rawValue: 1 << 36)
  static let deadlineWhole = CueKinds(rawValue: 1 << 37)
  static let deadlineSoft = CueKinds(rawValue: 1 << 38)
  static let nominal = CueKinds(rawValue: 1 << 39)
  static let voiceLead = CueKinds(rawValue: 1 << 40)
  static let voiceResponsible = CueKinds(rawValue: 1 << 41)
  static let voiceSupporting = CueKinds(rawValue: 1 << 42)
  static let voiceLabel = CueKinds(rawValue: 1 << 43)
  static let timeWhen = CueKinds(rawValue: 1 << 44)
  static let achievement = CueKinds(rawValue: 1 << 45)
  static let subordinator = CueKinds(rawValue: 1 << 46)
  static let relative = CueKinds(rawValue: 1 << 47)
  static let cut = CueKinds(rawValue: 1 << 48)
  static let been = CueKinds(rawValue: 1 << 49)
  static let month = CueKinds(rawValue: 1 << 50)
  static let numberWord = CueKinds(rawValue: 1 << 51)
  static let determiner = CueKinds(rawValue: 1 << 52)
  static let nounHead = CueKinds(rawValue: 1 << 53)
  static let softVerb = CueKinds(rawValue: 1 << 54)
  static let gerund = CueKinds(rawValue: 1 << 55)
  static let pivot = CueKinds(rawValue: 1 << 56)
  static let collective = CueKinds(rawValue: 1 << 57)
}
