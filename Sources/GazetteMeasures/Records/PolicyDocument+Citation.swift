import GazetteDocument

extension PolicyDocument {
  /// How a sentence is named in print.
  func citation(ofSentence sentence: Int, in passage: Int, summary: DocumentSummary) -> Citation {
    let found = passages[passage]
    var path = path(ofPassage: passage)
    path.sentence = sentence - found.sentences.lowerBound + 1
    let span = sentences[sentence].span
    return Citation(
      document: summary, path: path,
      number: found.number ?? number(ofSection: found.section),
      headings: headings(ofSection: found.section),
      instrument: instrument(ofSection: found.section),
      id: MachineID(textDigest: textSHA256.prefix, bytes: span.bytes, digest: digest(of: span)),
      voice: voice(ofSentence: sentence, in: passage), flags: found.flags)
  }

  /// The number that the source prints for a section, else for the nearest above it.
  private func number(ofSection section: Int) -> String? {
    var current = section
    while let parent = sections[current].parent {
      if let number = sections[current].number { return number }
      current = parent
    }
    return nil
  }
}
