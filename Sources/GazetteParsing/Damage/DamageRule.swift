internal import GazetteDocument

/// One kind of damage that copies and machine translations show: how it is recognised, and what becomes of it.
struct DamageRule: Sendable {
  /// A look at the places where three bytes open the gate; says what is damaged there.
  struct PlaceLook: Sendable {
    let windows: [WindowGate.Window]
    let detect: @Sendable (DamageText, Int) -> DamageFinding?
  }

  /// A look at each sentence that is short enough and begins with one of some bytes; where a length is set, it comes with
  /// the sentence before it in its passage.
  struct SentenceLook: Sendable {
    let longest: Int
    let starts: [Bool]
    let detect: @Sendable (DamageText, Range<Int>, Range<Int>?) -> DamageFinding?
  }

  /// Where a rule looks.
  enum Detector: Sendable {
    /// At places with some bytes.
    case places(PlaceLook)
    /// At sentences.
    case sentences(SentenceLook)
    /// At the words of a passage, in a text that shows other signs of a careless machine.
    case words(@Sendable (DamageText, [DamageWord], inout [DamageFinding]) -> Void)
    /// At the passages, seen together.
    case passages(@Sendable (DamageText, DamagePassages, inout [DamageFinding]) -> Void)

    static func windows(
      _ windows: [WindowGate.Window],
      _ detect: @escaping @Sendable (DamageText, Int) -> DamageFinding?
    ) -> Detector {
      .places(PlaceLook(windows: windows, detect: detect))
    }

    static func sentences(
      upTo longest: Int = .max, from starts: [ClosedRange<UInt8>],
      _ detect: @escaping @Sendable (DamageText, Range<Int>, Range<Int>?) -> DamageFinding?
    ) -> Detector {
      .sentences(
        SentenceLook(
          longest: longest,
          starts: (UInt8.min...UInt8.max).map { byte in starts.contains { $0.contains(byte) } },
          detect: detect))
    }
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
    .wrongDecoding, .wrongHan, .fillerMarker, .gluedNumber, .gluedHan, .gluedHeading,
    .gluedSentence,
    .gluedParagraph,
    .brokenParagraph, .unbalancedQuote, .pinyinInsertion, .spunNumeral, .spunWord, .confetti,
    .doubledPunctuation,
    .spaceBeforeComma, .zeroWidth, .strayLetter, .strayHanLetter, .lostApostrophe,
    .invertedMeaning, .doubledDenial, .inventedSentence, .wrongOrderDate, .shuffledDate,
    .repeatedWords, .repeatedHan, .straySentence, .doubleTitle,
    .trailingSource, .advertisement, .navigation, .cutText, .fillerLine, .repeatedPhrase,
    .lostGenitive,
  ]
}
