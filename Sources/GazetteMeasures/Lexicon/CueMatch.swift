/// A word of the lexicon at a place of the text.
struct CueMatch: Sendable {
  /// Bytes of the document's text.
  let start: Int
  let end: Int
  let cue: Cue

  var kinds: CueKinds { cue.kinds }
  var range: Range<Int> { start..<end }
}
