package import GazetteDocument
package import GazetteIndex

extension DocumentRecord {
  /// How many scalars of context stand before and after a cited passage.
  static let contextScalars = 32

  /// The document without its text.
  package func summary() throws(IndexError) -> DocumentSummary {
    let summary = try reading(.summary, upTo: .sections) { SummaryCoding.summary(&$0) }
    guard var summary else { throw damaged("the summary") }
    summary.lineage = lineages?[summary.id.name]
    return summary
  }

  /// One passage, ready to be quoted; costs its own length and a walk up the outline.
  ///
  /// - Parameter index: The passage's place in the document, from 0.
  /// - Returns: The passage with its words.
  /// - Throws: `IndexError.corrupt` when the record is damaged or has no such passage.
  package func citedPassage(at index: Int) throws(IndexError) -> CitedPassage {
    let summary = try summary()
    let bytes = try passageBytes(at: index)
    let (voices, own, repairs) = try reading(.tail, upTo: .tags) { reader in
      let voices = TailCoding.voices(&reader)
      let own = TailCoding.sentenceVoices(&reader, voices)
      return (voices, own, TailCoding.repairs(&reader, within: bytes))
    }
    let passage = try passage(at: index, voices: voices)
    let chain = try chain(ofSection: passage.section)
    let path = SectionPath(section: chain.map(\.ordinal), passage: passage.ordinal)
    var sentences: [CitedSentence] = []
    for (place, row) in passage.sentences.enumerated() {
      let sentence = try sentence(at: row, voice: own[row])
      let digest = try self.row(.sentences, row, width: DocumentRecord.sentenceWords)[4]
      var address = path
      address.sentence = place + 1
      sentences.append(
        CitedSentence(
          sentence: sentence, text: try words(sentence.span.bytes), path: address,
          id: MachineID(
            textDigest: summary.textSHA256.prefix, bytes: sentence.span.bytes, digest: digest)))
    }
    let digest = try row(.passages, index, width: DocumentRecord.passageWords)[4]
    return CitedPassage(
      document: summary, passage: passage, index: index,
      id: MachineID(textDigest: summary.textSHA256.prefix, bytes: bytes, digest: digest),
      path: path,
      headings: chain.map(\.numberedHeading),
      instrument: chain.last(where: \.isInstrument)?.heading,
      number: passage.number ?? chain.last(where: { $0.number != nil })?.number,
      text: try words(bytes), sentences: sentences, repairs: repairs,
      prefix: String(
        String.UnicodeScalarView(
          try words(max(0, bytes.lowerBound - 4 * DocumentRecord.contextScalars)..<bytes.lowerBound)
            .unicodeScalars.suffix(DocumentRecord.contextScalars))),
      suffix: String(
        String.UnicodeScalarView(
          try words(
            bytes
              .upperBound..<min(
                textRange.count, bytes.upperBound + 4 * DocumentRecord.contextScalars)
          )
          .unicodeScalars.prefix(DocumentRecord.contextScalars))),
      page: summary.format == .pdf ? try page(of: bytes.lowerBound) : nil)
  }

  /// The page on which a byte stands; costs a walk over what stands before it.
  private func page(of byte: Int) throws(IndexError) -> Int {
    try text(0..<byte).reduce(1) { $1 == 0x0C ? $0 + 1 : $0 }
  }

  /// The whole document; costs its whole length.
  package func document() throws(IndexError) -> PolicyDocument {
    let summary = try summary()
    let text = try text(0..<textRange.count)
    var document = PolicyDocument(
      id: summary.id, file: summary.file, sha256: summary.sha256, textSHA256: summary.textSHA256,
      format: summary.format, encoding: summary.encoding, language: summary.language,
      text: SourceText(validated: text))
    document.metadata = summary.metadata
    let (voices, own, hasFailed) = try reading(.tail, upTo: .tags) { reader in
      let voices = TailCoding.voices(&reader)
      let own = TailCoding.sentenceVoices(&reader, voices)
      document.repairs = TailCoding.repairs(&reader)
      document.notices = TailCoding.notices(&reader)
      document.relations = RelationCoding.relations(&reader)
      return (voices, own, reader.hasFailed)
    }
    guard !hasFailed else { throw damaged("the ledger") }
    document.sections = []
    for row in 0..<sectionCount { document.sections.append(try section(at: row)) }
    // What the record has there is the title's.
    document.sections[0].headingSpan = nil
    for row in 0..<passageCount { document.passages.append(try passage(at: row, voices: voices)) }
    for row in 0..<sentenceCount {
      document.sentences.append(try sentence(at: row, voice: own[row]))
    }
    return document
  }

  /// A section and those around it, outermost first; empty for the root.
  func chain(ofSection row: Int) throws(IndexError) -> [Section] {
    var chain: [Section] = []
    var current = try section(at: row)
    while let parent = current.parent {
      chain.append(current)
      current = try section(at: parent)
    }
    return chain.reversed()
  }

  func section(at row: Int) throws(IndexError) -> Section {
    guard row >= 0, row < sectionCount else { throw damaged("a section's place") }
    let words = try self.row(.sections, row, width: DocumentRecord.sectionWords)
    let parent = words[0] == DocumentRecord.none ? nil : Int(words[0])
    // A parent stands before its children, so a walk upwards always ends.
    if let parent, parent >= row { throw damaged("the outline") }
    var span: TextSpan?
    if words[5] != DocumentRecord.none { span = try self.span(words[5...8]) }
    return Section(
      parent: parent, ordinal: Int(words[1]), depth: Int(words[2] & ~DocumentRecord.instrument),
      heading: try string(words[3]) ?? "", number: try string(words[4]), headingSpan: span,
      isInstrument: words[2] & DocumentRecord.instrument != 0)
  }

  func passageBytes(at row: Int) throws(IndexError) -> Range<Int> {
    guard row >= 0, row < passageCount else { throw damaged("a passage's place") }
    return try span(self.row(.passages, row, width: DocumentRecord.passageWords)[0...3]).bytes
  }

  /// The passages with mended places, in their order; costs a walk over the ledger and over the passages that it names.
  func mendedPassages() throws(IndexError) -> [Int] {
    let repairs = try reading(.tail, upTo: .tags) { reader in
      let voices = TailCoding.voices(&reader)
      _ = TailCoding.sentenceVoices(&reader, voices)
      return TailCoding.repairs(&reader)
    }
    var found: [Int] = []
    for repair in repairs where repair.replacement != nil {
      guard let passage = try self.passage(holding: repair.span.start.byte),
        passage != found.last
      else { continue }
      found.append(passage)
    }
    return found
  }

  /// The passage that holds a byte of the source text, else the first one behind it; `nil` behind the last.
  ///
  /// Costs a binary search.
  func passage(holding byte: Int) throws(IndexError) -> Int? {
    var (low, high) = (0, passageCount)
    while low < high {
      let middle = (low + high) / 2
      if try passageBytes(at: middle).upperBound <= byte { low = middle + 1 } else { high = middle }
    }
    return low < passageCount ? low : nil
  }

  /// Where a passage begins in the source text.
  func passageStart(at row: Int) throws(IndexError) -> TextPosition {
    _ = try passageBytes(at: row)
    return try span(self.row(.passages, row, width: DocumentRecord.passageWords)[0...3]).start
  }

  func passage(at row: Int, voices: [Voice]) throws(IndexError) -> Passage {
    guard row >= 0, row < passageCount else { throw damaged("a passage's place") }
    let words = try self.row(.passages, row, width: DocumentRecord.passageWords)
    let sentences = (Int(words[7]), Int(words[8]))
    guard sentences.0 <= sentences.1, sentences.1 <= sentenceCount, Int(words[5]) < sectionCount,
      voices.indices.contains(Int(words[11]))
    else { throw damaged("a passage") }
    let flags = PassageFlag.allCases.enumerated().filter { words[12] >> UInt32($0.offset) & 1 == 1 }
    return Passage(
      span: try span(words[0...3]), section: Int(words[5]),
      ordinal: Int(words[6]), number: try string(words[9]),
      sentences: sentences.0..<sentences.1,
      language: Language(tag: try string(words[10]) ?? "und"), voice: voices[Int(words[11])],
      flags: Set(flags.map(\.element)))
  }

  private func sentence(at row: Int, voice: Voice?) throws(IndexError) -> Sentence {
    guard row >= 0, row < sentenceCount else { throw damaged("a sentence's place") }
    let words = try self.row(.sentences, row, width: DocumentRecord.sentenceWords)
    return Sentence(span: try span(words[0...3]), voice: voice)
  }

  private func span(_ words: ArraySlice<UInt32>) throws(IndexError) -> TextSpan {
    let first = words.startIndex
    let start = TextPosition(byte: Int(words[first]), scalar: Int(words[first + 1]))
    let end = TextPosition(byte: Int(words[first + 2]), scalar: Int(words[first + 3]))
    guard start.byte <= end.byte, end.byte <= textRange.count, start.scalar <= end.scalar else {
      throw damaged("a span")
    }
    return TextSpan(start: start, end: end)
  }
}
