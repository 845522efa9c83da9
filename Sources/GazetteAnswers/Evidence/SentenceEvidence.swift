import GazetteDocument
import GazetteMeasures
import GazetteSearch

/// A sentence that may answer, with all that is weighed when answers are chosen.
struct SentenceEvidence: Sendable {
  /// The document.
  let document: DocumentSummary
  /// The passage, by its place in the document.
  let passage: Int
  /// The sentence, by its place in the passage, from 0.
  let place: Int
  /// Its human address.
  let path: SectionPath
  /// Its words as they stand in the source.
  let text: String
  /// Who speaks.
  let voice: Voice
  /// Whether a warning goes with it.
  let isFlagged: Bool
  /// Whether its document has ended, or a newer version of it is known.
  let isEnded: Bool
  /// How far it is about the topic.
  let fit: TopicFit
  /// How far it says what the topic is, 0 to 1.
  let definition: Double
  /// The measures in it.
  let records: [MeasureRecord]
  /// The concepts that it mentions.
  let concepts: Set<String>

  /// How much its voice weighs: policy text before speech before the rest.
  var tier: Int {
    switch voice.kind {
    case .policy: 3
    case .leaderSpeech: 2
    case .expert, .narration, .unknown: 1
    case .caption, .sourceLine: 0
    }
  }

  /// What the voice leaves of a score.
  var tierShare: Double { [0.4, 0.75, 0.85, 1][tier] }

  /// What a paper gains for each step of its strength as a source.
  private static let strengthGain = 0.03

  /// What voice, warnings and the end of its document leave of a score.
  var standing: Double {
    tierShare * (isFlagged ? 0.5 : 1) * (isEnded ? 0.7 : 1)
      * (1 + Self.strengthGain * Double(document.sourceStrength))
  }

  /// The requirements in it.
  var requirements: [MeasureRecord] { records.filter { MeasureFilter.isRow($0.measure) } }
}
