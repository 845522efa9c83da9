/// Why an entry has its score: a value, and the values that it is made of.
public struct Explanation: Sendable, Hashable {
  /// What kind of query gave the value.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case everything, term, phrase, near, prefix, wildcard, fuzzy, fields, all, any, within
    case excluding, preferring, range, boosted, constant
    case sloppyPhrase = "sloppy-phrase"
    case termRange = "term-range"
    /// What a passage is, beside what it says; no query gives it, but what is built on the engine.
    case standing
    /// A group of entries, by all of them.
    case group
  }

  /// A number that a value was computed from.
  public struct Factor: Sendable, Hashable {
    /// What the number is.
    public enum Name: String, Sendable, Hashable, CaseIterable {
      /// The inverse document frequencies of the terms, added up, times all boosts.
      case weight
      /// How often the term or phrase stands in the field; near and sloppy matches count less than one each.
      case frequency
      /// What the length of the field does to the frequency.
      case norm
      /// The length of the field, in positions, as it is kept.
      case length
      /// The average length of the field.
      case averageLength = "average-length"
      /// In how many entries the term stands.
      case documentFrequency = "document-frequency"
      /// How many entries there are.
      case entryCount = "entry-count"
      /// What one term of several fields adds to the frequency of all.
      case share
      /// What a boost multiplies by.
      case boost
      /// What the strength of the source multiplies by.
      case strength
      /// What the shortness of the passage multiplies by.
      case brevity
      /// The score of the best entry of a group.
      case score
    }

    /// What the number is.
    public let name: Name
    /// The term or field that it belongs to; empty when that is clear.
    public let label: String
    /// The number.
    public let value: Double

    /// Creates a factor.
    package init(name: Name, label: String, value: Double) {
      self.name = name
      self.label = label
      self.value = value
    }
  }

  /// What kind of query gave the value.
  public let kind: Kind
  /// What was looked for, as `field:term`; empty for a combination.
  public let label: String
  /// The score, or the part of it.
  public let value: Double
  /// What the value is the sum of, added one after the other from 0; empty when it is no sum.
  public let parts: [Explanation]
  /// The numbers that a value without parts comes from: `weight − weight / (1 + frequency · norm)` in single precision.
  public let factors: [Factor]

  /// Creates an explanation.
  package init(
    kind: Kind, label: String, value: Double, parts: [Explanation], factors: [Factor]
  ) {
    self.kind = kind
    self.label = label
    self.value = value
    self.parts = parts
    self.factors = factors
  }
}
