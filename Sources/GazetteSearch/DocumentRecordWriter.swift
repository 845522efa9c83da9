import GazetteConcepts
import GazetteDocument
import GazetteIndex

/// Writes a document in the form that `DocumentRecord` reads.
struct DocumentRecordWriter {
  private var strings: [UInt8] = [0]
  private var stringOffsets: [String: UInt32] = [:]
  private var voices: [Voice] = []
  private var voiceNumbers: [Voice: UInt32] = [:]

  /// The record of a document with the mentions in its passages and headings.
  static func record(of document: PolicyDocument, tags: DocumentMentions<ConceptTag>) -> [UInt8] {
    var writer = DocumentRecordWriter()
    return writer.record(of: document, tags)
  }

  private mutating func record(
    of document: PolicyDocument, _ tags: DocumentMentions<ConceptTag>
  ) -> [UInt8] {
    let summary = SummaryCoding.bytes(of: DocumentSummary(document))
    let sections = sections(of: document)
    let digests = document.sentences.map { document.digest(of: $0.span) }
    let passages = passages(of: document, sentenceDigests: digests)
    let sentences = sentences(of: document, digests: digests)
    let own = sentenceVoices(of: document)
    let tail =
      TailCoding.bytes(
        voices: voices, sentenceVoices: own, repairs: document.repairs, notices: document.notices)
      + RelationCoding.bytes(of: document.relations)
    let parts = [
      summary, sections, passages, sentences, strings, tail, Self.rows(of: tags),
      document.text.utf8,
    ]
    var record: [UInt8] = []
    record.reserveCapacity(
      DocumentRecord.headerSize + parts.reduce(0) { $0 + $1.count })
    DocumentRecordWriter.append(DocumentRecord.version, to: &record)
    for count in [document.passages.count, document.sentences.count, document.sections.count] {
      DocumentRecordWriter.append(UInt32(count), to: &record)
    }
    var start = DocumentRecord.headerSize
    for part in parts {
      DocumentRecordWriter.appendLong(start, to: &record)
      start += part.count
    }
    DocumentRecordWriter.appendLong(document.text.utf8.count, to: &record)
    for part in parts { record += part }
    return record
  }

  private mutating func sections(of document: PolicyDocument) -> [UInt8] {
    var rows: [UInt8] = []
    for (index, section) in document.sections.enumerated() {
      let span = document.titleSpan(ofSection: index)
      let none = DocumentRecord.none
      var row = [section.parent.map(UInt32.init) ?? none, UInt32(section.ordinal)]
      let mark = section.isInstrument ? DocumentRecord.instrument : 0
      row += [UInt32(section.depth) | mark, offset(of: section.heading)]
      row.append(section.number.map { offset(of: $0) } ?? 0)
      if let span {
        row += [UInt32(span.start.byte), UInt32(span.start.scalar)]
        row += [UInt32(span.end.byte), UInt32(span.end.scalar)]
      } else {
        row += [none, none, none, none]
      }
      for word in row { DocumentRecordWriter.append(word, to: &rows) }
    }
    return rows
  }

  private mutating func passages(
    of document: PolicyDocument, sentenceDigests: [UInt32]
  ) -> [UInt8] {
    var rows: [UInt8] = []
    rows.reserveCapacity(document.passages.count * DocumentRecord.passageWords * 4)
    for passage in document.passages {
      DocumentRecordWriter.append(passage.span, to: &rows)
      // A passage of one sentence has the sentence's words.
      let isSentence =
        passage.sentences.count == 1
        && document.sentences[passage.sentences.lowerBound].span == passage.span
      DocumentRecordWriter.append(
        isSentence
          ? sentenceDigests[passage.sentences.lowerBound] : document.digest(of: passage.span),
        to: &rows)
      DocumentRecordWriter.append(UInt32(passage.section), to: &rows)
      DocumentRecordWriter.append(UInt32(passage.ordinal), to: &rows)
      DocumentRecordWriter.append(UInt32(passage.sentences.lowerBound), to: &rows)
      DocumentRecordWriter.append(UInt32(passage.sentences.upperBound), to: &rows)
      DocumentRecordWriter.append(passage.number.map { offset(of: $0) } ?? 0, to: &rows)
      DocumentRecordWriter.append(offset(of: passage.language.tag), to: &rows)
      DocumentRecordWriter.append(number(of: passage.voice), to: &rows)
      DocumentRecordWriter.append(DocumentRecordWriter.bits(passage.flags), to: &rows)
    }
    return rows
  }

  private func sentences(of document: PolicyDocument, digests: [UInt32]) -> [UInt8] {
    var rows: [UInt8] = []
    rows.reserveCapacity(document.sentences.count * DocumentRecord.sentenceWords * 4)
    for (sentence, digest) in zip(document.sentences, digests) {
      DocumentRecordWriter.append(sentence.span, to: &rows)
      DocumentRecordWriter.append(digest, to: &rows)
    }
    return rows
  }

  /// The mentions by rising start, as they are looked for; of one start in the order of the matcher.
  private static func rows(of tags: DocumentMentions<ConceptTag>) -> [UInt8] {
    var all = tags.all
    if tags.headings.contains(where: { !$0.isEmpty }) {
      all = all.enumerated().sorted {
        ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
      }.map(\.element)
    }
    var rows: [UInt8] = []
    for tag in all {
      append(UInt32(tag.range.lowerBound), to: &rows)
      append(UInt32(tag.range.upperBound), to: &rows)
      append(UInt32(tag.concept), to: &rows)
      append(UInt32(tag.label) << 1 | (tag.isPart ? 1 : 0), to: &rows)
    }
    return rows
  }

  private mutating func sentenceVoices(
    of document: PolicyDocument
  ) -> [TailCoding.SentenceVoice] {
    document.sentences.indices.compactMap { index in
      document.sentences[index].voice.map { (index, Int(number(of: $0))) }
    }
  }

  /// One bit a flag, in the order of the enumeration.
  private static func bits(_ flags: Set<PassageFlag>) -> UInt32 {
    guard !flags.isEmpty else { return 0 }
    return PassageFlag.allCases.enumerated().reduce(0) {
      flags.contains($1.element) ? $0 | 1 << UInt32($1.offset) : $0
    }
  }

  private mutating func offset(of text: String) -> UInt32 {
    if let known = stringOffsets[text] { return known }
    let offset = UInt32(strings.count)
    var writer = ByteWriter()
    writer.string(text)
    strings += writer.bytes
    stringOffsets[text] = offset
    return offset
  }

  private mutating func number(of voice: Voice) -> UInt32 {
    if let known = voiceNumbers[voice] { return known }
    let number = UInt32(voices.count)
    voices.append(voice)
    voiceNumbers[voice] = number
    return number
  }

  private static func append(_ span: TextSpan, to bytes: inout [UInt8]) {
    append(UInt32(span.start.byte), to: &bytes)
    append(UInt32(span.start.scalar), to: &bytes)
    append(UInt32(span.end.byte), to: &bytes)
    append(UInt32(span.end.scalar), to: &bytes)
  }

  private static func append(_ word: UInt32, to bytes: inout [UInt8]) {
    bytes.append(UInt8(truncatingIfNeeded: word))
    bytes.append(UInt8(truncatingIfNeeded: word >> 8))
    bytes.append(UInt8(truncatingIfNeeded: word >> 16))
    bytes.append(UInt8(truncatingIfNeeded: word >> 24))
  }

  private static func appendLong(_ number: Int, to bytes: inout [UInt8]) {
    append(UInt32(truncatingIfNeeded: number), to: &bytes)
    append(UInt32(truncatingIfNeeded: number >> 32), to: &bytes)
  }
}
