/// One sentence of a passage.
public struct Sentence: Sendable, Hashable {
  /// Where the sentence stands in the source text, without the white space around it.
  public var span: TextSpan
  private var own: OwnVoice?

  /// Who speaks, where it is not who speaks in the passage; `nil` for nearly all sentences.
  ///
  /// `PolicyDocument.voice(ofSentence:in:)` says who speaks in any sentence.
  public var voice: Voice? {
    get { own?.voice }
    set { own = newValue.map(OwnVoice.init) }
  }

  /// A voice apart, so that a sentence without one is small.
  private final class OwnVoice: Sendable, Hashable {
    let voice: Voice

    init(_ voice: Voice) { self.voice = voice }

    static func == (left: OwnVoice, right: OwnVoice) -> Bool { left.voice == right.voice }

    func hash(into hasher: inout Hasher) { hasher.combine(voice) }
  }

  /// Creates a sentence.
  public init(span: TextSpan, voice: Voice? = nil) {
    self.span = span
    own = voice.map(OwnVoice.init)
  }

  /// Creates a sentence that the passage's voice speaks: what a parser makes thousands of.
  package init(unvoiced span: TextSpan) {
    self.span = span
    own = nil
  }
}
