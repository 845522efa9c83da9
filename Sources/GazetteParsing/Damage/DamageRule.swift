internal import GazetteDocument

/// One kind of damage that copies and machine translations show: how it is recognised, and what becomes of it.
struct DamageRule: Sendable {
  /// Where a rule looks.
  enum Detector: Sendable {
    /// At the places where three bytes open the gate; returns what is damaged there.
    case windows([WindowGate.Window], @Sendable (DamageText, Int) -> DamageFinding?)
    /// At each sentence, given with the one before it in its passage.
    case sentences(@Sendable (DamageText, Range<Int>, Range<Int>?) -> DamageFinding?)
    /// At the words of a text that shows other signs of a careless machine.
    case words(@Sendable (DamageText, Range<Int>, inout [DamageFinding]) -> Void)
    /// At the passages, seen together.
    case passages(@Sendable (DamageText, DamagePassages, inout [DamageFinding]) -> Void)
  }

  /// The name by which the ledger calls it.
  let name: String
  /// How it is found.
  let detector: Detector
}

extension DamageRule {
  /// The catalogue.
  ///
  /// Where two rules claim the same words the earlier one has them; what is mended goes before what is kept.
  static let catalogue: [DamageRule] = [
    .strippedEscape, .brokenTag, .brokenEntity, .maskedCharacters, .lostCharacters,
    .wrongDecoding, .fillerMarker, .gluedNumber, .gluedSentence, .gluedParagraph,
    .brokenParagraph, .unbalancedQuote, .pinyinInsertion, .spunNumeral, .spunWord, .confetti,
    .doubledPunctuation,
    .spaceBeforeComma, .zeroWidth, .strayLetter, .lostApostrophe, .invertedMeaning,
    .inventedSentence, .wrongOrderDate, .repeatedWords, .straySentence, .doubleTitle,
    .trailingSource, .advertisement, .navigation, .cutText, .fillerLine, .repeatedPhrase,
    .lostGenitive,
  ]
}
