import GazetteAnalysis
import GazetteConcepts
import GazetteDocument
import GazetteIndex
import GazetteQuery

/// Maps the passages of one document onto entries; what they share is made once.
struct DocumentFields {
  private let text: [UInt8]
  private let sentences: [Sentence]
  private let repairs: [Repair]
  private let common: [IndexEntry.FieldText]
  /// What the title mentions: counted for the first passage, lest it bring in the whole document.
  private var titleMentions: [IndexEntry.Mention]
  private let sections: [[IndexEntry.FieldText]]
  private let dates: (document: [Int64?], effective: [Int64?])
  private let strength: Int
  private var languages: [Language: [IndexEntry.FieldText]] = [:]
  private var voices: [Voice: [IndexEntry.FieldText]] = [:]

  /// The ids of the concepts by their numbers.
  private let names: [[UInt8]]

  private static let body = PolicyField.body.id
  private static let raw = PolicyField.raw.id

  /// Prepares the fields of a document whose headings mention concepts.
  init(_ document: PolicyDocument, names: [[UInt8]] = [], headings: [[ConceptTag]] = []) {
    self.names = names
    let mentions = HeadingMentions(headings, in: document)
    text = document.text.utf8
    sentences = document.sentences
    repairs = document.repairs.filter { $0.replacement != nil }
    common = DocumentFields.common(of: document)
    titleMentions = (headings.first ?? []).map {
      IndexEntry.Mention(name: names[$0.concept], start: 0)
    }
    sections = document.sections.indices.map { section in
      DocumentFields.fields(
        of: section, in: document, mentioning: mentions.concepts(over: section).map { names[$0] })
    }
    dates = (
      Self.days(of: document.metadata.date), Self.days(of: document.metadata.effective.value)
    )
    strength = SourceStrength.standard.strength(ofKind: document.metadata.kind.value)
  }

  /// The entry of one passage.
  mutating func entry(for passage: Passage, tags: [ConceptTag] = []) -> IndexEntry {
    var texts = words(of: passage, tags)
    texts += fields(of: tags)
    texts += sections[passage.section]
    texts += common
    if !titleMentions.isEmpty {
      for (index, text) in texts.enumerated() where text.field == PolicyField.title.id {
        texts[index] = IndexEntry.FieldText(
          field: text.field, utf8: text.utf8, mentions: titleMentions)
      }
      titleMentions = []
    }
    texts += fields(of: passage.language)
    texts += fields(of: passage.voice)
    texts += fields(ofSentencesIn: passage)
    let likeness = texts.first.flatMap { TextLikeness.fingerprint(of: $0.utf8) }
    return IndexEntry(
      texts: texts,
      columns: dates.document + [Int64(passage.section)] + dates.effective + [
        Int64(SourceStrength.standard.strength(strength, saidBy: passage.voice.kind)),
        likeness,
      ])
  }

  /// The first and the last day that a date can mean.
  private static func days(of date: CalendarDate?) -> [Int64?] {
    [date.map { Int64($0.firstDayNumber) }, date.map { Int64($0.lastDayNumber) }]
  }

  /// The words of a passage as they are read, and as they stand where that is not the same.
  private func words(of passage: Passage, _ tags: [ConceptTag]) -> [IndexEntry.FieldText] {
    let start = passage.span.start.byte
    // One sentence needs no mark.
    let starts =
      passage.sentences.count < 2
      ? [] : sentences[passage.sentences].map { $0.span.start.byte - start }
    let source = text[passage.span.bytes]
    let repairs = repairs(in: passage.span.bytes)
    let reading =
      repairs.isEmpty ? nil : ReadingText(source, source: passage.span, repairs: Array(repairs))
    guard let reading, reading.isMended else {
      return [
        IndexEntry.FieldText(
          field: DocumentFields.body, utf8: source, sentenceStarts: starts,
          mentions: tags.map {
            IndexEntry.Mention(name: names[$0.concept], start: $0.range.lowerBound - start)
          })
      ]
    }
    let readingStarts =
      starts.isEmpty
      ? []
      : sentences[passage.sentences].map {
        reading.readingSpan(of: $0.span).start.byte
      }
    return [
      IndexEntry.FieldText(
        field: DocumentFields.body, utf8: reading.utf8[...], sentenceStarts: readingStarts,
        mentions: tags.map {
          IndexEntry.Mention(
            name: names[$0.concept], start: Self.start(of: $0, in: reading))
        }),
      IndexEntry.FieldText(field: DocumentFields.raw, utf8: source, sentenceStarts: starts),
    ]
  }

  /// Where the words of a mention begin as they are read.
  private static func start(of tag: ConceptTag, in reading: ReadingText) -> Int {
    let start = TextPosition(byte: tag.range.lowerBound, scalar: 0)
    return reading.readingSpan(of: TextSpan(start: start, end: start)).start.byte
  }

  /// The concepts that a passage mentions, each once, to be counted.
  private func fields(of tags: [ConceptTag]) -> [IndexEntry.FieldText] {
    var seen: Set<Int> = []
    return tags.filter { seen.insert($0.concept).inserted }.map {
      IndexEntry.FieldText(field: PolicyField.concept.id, utf8: names[$0.concept][...])
    }
  }

  /// The mended places within a range of bytes.
  private func repairs(in bytes: Range<Int>) -> ArraySlice<Repair> {
    guard !repairs.isEmpty else { return [] }
    var (low, high) = (0, repairs.count)
    while low < high {
      let middle = (low + high) / 2
      if repairs[middle].span.start.byte < bytes.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return repairs[low...].prefix { $0.span.end.byte <= bytes.upperBound }
  }

  private mutating func fields(of language: Language) -> [IndexEntry.FieldText] {
    if let known = languages[language] { return known }
    let tag = language.tag
    // zh-Hans answers to zh too.
    let parts = tag.contains("-") ? [tag, String(tag.prefix { $0 != "-" })] : [tag]
    let fields = parts.map { DocumentFields.text(.language, $0.lowercased()) }
    languages[language] = fields
    return fields
  }

  private mutating func fields(of voice: Voice) -> [IndexEntry.FieldText] {
    if let known = voices[voice] { return known }
    var fields = [DocumentFields.text(.voice, voice.kind.rawValue)]
    if let speaker = voice.speaker { fields.append(DocumentFields.text(.speaker, speaker)) }
    voices[voice] = fields
    return fields
  }

  /// What sentences with a voice of their own add, so that a passage is found by each of its voices.
  private mutating func fields(ofSentencesIn passage: Passage) -> [IndexEntry.FieldText] {
    var kinds: Set<Voice.Kind> = [passage.voice.kind]
    var speakers: Set<String?> = [passage.voice.speaker, nil]
    var fields: [IndexEntry.FieldText] = []
    for index in passage.sentences {
      guard let voice = sentences[index].voice else { continue }
      if kinds.insert(voice.kind).inserted {
        fields.append(DocumentFields.text(.voice, voice.kind.rawValue))
      }
      if let speaker = voice.speaker, speakers.insert(speaker).inserted {
        fields.append(DocumentFields.text(.speaker, speaker))
      }
    }
    return fields
  }

  private static func text(_ field: PolicyField, _ value: String) -> IndexEntry.FieldText {
    IndexEntry.FieldText(field: field.id, utf8: Array(value.utf8)[...])
  }

  /// What every passage of the document has.
  private static func common(of document: PolicyDocument) -> [IndexEntry.FieldText] {
    let metadata = document.metadata
    var fields: [IndexEntry.FieldText] = []
    if let title = metadata.title.value { fields.append(text(.title, title)) }
    if let issuer = metadata.issuer.value {
      fields.append(text(.issuer, issuer))
      if let field = Schema.policy.field(Schema.issuerName) {
        fields.append(IndexEntry.FieldText(field: field, utf8: Array(issuer.utf8)[...]))
      }
    }
    if let number = metadata.number.value { fields.append(text(.number, number.description)) }
    if let kind = metadata.kind.value { fields.append(text(.kind, kind.lowercased())) }
    if let status = metadata.status.value { fields.append(text(.status, status.lowercased())) }
    var name = Substring(document.id.name)
    fields.append(text(.document, String(name)))
    while let slash = name.lastIndex(of: "/") {
      name = name[..<slash]
      if !name.isEmpty { fields.append(text(.document, String(name))) }
    }
    return fields
  }

  /// The headings around a section, with the concepts that count for it, and the paths of the sections around it.
  private static func fields(
    of section: Int, in document: PolicyDocument, mentioning concepts: [[UInt8]]
  ) -> [IndexEntry.FieldText] {
    let ordinals = document.ordinals(ofSection: section)
    guard !ordinals.isEmpty else {
      return [text(.section, SectionPath(section: []).description)]
    }
    let headings = document.headings(ofSection: section)
    let utf8 = Array(headings.joined(separator: "\n").utf8)
    var fields: [IndexEntry.FieldText] = []
    if !utf8.isEmpty {
      // Where in a heading nobody asks: a mention stands at the beginning of the last one.
      let start = utf8.count - (headings.last?.utf8.count ?? 0)
      fields.append(
        IndexEntry.FieldText(
          field: PolicyField.heading.id, utf8: utf8[...],
          mentions: concepts.map { IndexEntry.Mention(name: $0, start: start) }))
    }
    for depth in 1...ordinals.count {
      let path = SectionPath(section: Array(ordinals.prefix(depth)))
      fields.append(text(.section, path.description))
    }
    return fields
  }
}
