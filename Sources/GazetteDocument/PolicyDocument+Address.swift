extension PolicyDocument {
  /// The positions of a section and those around it, outermost first; empty for the root.
  ///
  /// - Parameter section: An index into `sections`.
  /// - Returns: One position a level, each from 1.
  public func ordinals(ofSection section: Int) -> [Int] {
    chain(ofSection: section).map { sections[$0].ordinal }
  }

  /// The headings of a section and those around it, outermost first; empty for the root.
  ///
  /// - Parameter section: An index into `sections`.
  /// - Returns: One heading a level, its number in front where the source prints one.
  public func headings(ofSection section: Int) -> [String] {
    chain(ofSection: section).map { sections[$0].numberedHeading }
  }

  /// The title of the instrument inside the document that holds a section; `nil` for the document's own text.
  ///
  /// - Parameter section: An index into `sections`.
  /// - Returns: The heading of the innermost such section.
  public func instrument(ofSection section: Int) -> String? {
    chain(ofSection: section).last { sections[$0].isInstrument }.map { sections[$0].heading }
  }

  /// The path of a passage.
  ///
  /// - Parameter passage: An index into `passages`.
  /// - Returns: The path, such as `s2.1.p3`.
  public func path(ofPassage passage: Int) -> SectionPath {
    let found = passages[passage]
    return SectionPath(section: ordinals(ofSection: found.section), passage: found.ordinal)
  }

  /// The machine id of a passage; hashes its words.
  ///
  /// - Parameter passage: An index into `passages`.
  /// - Returns: The id.
  public func machineID(ofPassage passage: Int) -> MachineID {
    let span = passages[passage].span
    return MachineID(
      textDigest: textSHA256.prefix, bytes: span.bytes, digest: digest(of: span))
  }

  /// The first 32 bits of the SHA-256 of the words of a span, big-endian: the last part of its machine id.
  ///
  /// The span must lie within the text. Costs a hash of the words, for which reason documents do not keep what few of
  /// their readers ask for.
  public func digest(of span: TextSpan) -> UInt32 {
    ContentHash.prefix(of: text.utf8.span, in: span.bytes)
  }

  /// Who speaks in a sentence: its own voice, else that of its passage.
  ///
  /// - Parameters:
  ///   - sentence: An index into `sentences`.
  ///   - passage: The passage that holds it, as an index into `passages`.
  /// - Returns: The voice.
  public func voice(ofSentence sentence: Int, in passage: Int) -> Voice {
    sentences[sentence].voice ?? passages[passage].voice
  }

  private func chain(ofSection section: Int) -> [Int] {
    var chain: [Int] = []
    var current = section
    while let parent = sections[current].parent {
      chain.append(current)
      current = parent
    }
    return chain.reversed()
  }
}
