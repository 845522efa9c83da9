internal import GazetteDocument

/// A place where a text says that somebody says something.
struct Attribution {
  /// Who.
  var speaker: Speaker
  /// Subject and verb in the source text.
  var evidence: Range<Int>
  /// The bytes behind the verb.
  var contentStart: Int
  /// The words in front, in which a date and an occasion may stand.
  var lead: Range<Int>
  /// Whether what is said was quoted in front of the verb: `“…”，他说`.
  var isBehind = false
}
