internal import GazetteDocument

/// Reads what a document plainly says of itself: number, issuer, dates, source, kind, status, addressee, keywords.
///
/// What a person entered comes first, then labels, then the lines of the paper itself, and last what the form of the file
/// declares of it.
struct MetadataReader: ~Escapable {
  let text: Span<UInt8>
  let blocks: [Block]
  let head: HeadReader.Result
  let entered: [MetadataField: String]
  let declared: [MetadataField: String]
  /// The places of the blocks that are text of the document.
  let own: [Int]
  private let map: TextMap

  @_lifetime(copy text)
  init(
    _ text: Span<UInt8>, blocks: [Block], map: TextMap, head: HeadReader.Result,
    entered: [MetadataField: String], declared: [MetadataField: String]
  ) {
    self.text = text
    self.blocks = blocks
    self.map = map
    self.head = head
    self.entered = entered
    self.declared = declared
    own = blocks.indices.filter { blocks[$0].furniture == nil }
  }

  /// The metadata; every value that the text says has its place.
  func read() -> DocumentMetadata {
    var metadata = DocumentMetadata()
    let signOff = SignOff(text, blocks: blocks, own: own)
    if let title = head.title {
      metadata.title = MetadataValue(
        title, state: head.titleState, evidence: head.titleRange.map { span($0) })
    }
    metadata.number = number()
    metadata.issuer = issuer(signOff, metadata.number)
    metadata.kind = kind()
    metadata.published = date(.published) ?? printed() ?? .notStated
    let dateline = Dateline(text, blocks: blocks, own: own)
    metadata.written = written(signOff, dateline, published: metadata.published.value)
    metadata.effective =
      date(.effective) ?? effective(metadata, signOff) ?? .notStated
    metadata.source = words(.source) ?? source(dateline)
    (metadata.status, metadata.statusAsOf) = status()
    metadata.addressee = words(.addressee) ?? addressee()
    metadata.keywords = keywords()
    declare(&metadata)
    return metadata
  }

  func span(_ range: Range<Int>) -> TextSpan { map.span(of: range) }

  /// The first blocks that are text, as many as asked for.
  func first(_ count: Int) -> ArraySlice<Int> { own.prefix(count) }

  // MARK: Fields that a label or front matter names

  func words(_ field: MetadataField) -> MetadataValue<String>? {
    if let value = entered[field] { return MetadataValue(value, state: .entered) }
    guard let range = head.labels[field] else { return nil }
    return MetadataValue(text.collapsed(in: range), state: .stated, evidence: span(range))
  }

  func date(_ field: MetadataField) -> MetadataValue<CalendarDate>? {
    if let value = entered[field] {
      let found = MetadataReader.date(of: value)
      return MetadataValue(found, state: found == nil ? .notRecognised : .entered)
    }
    guard let range = head.labels[field] else { return nil }
    guard let found = DateReader(text).firstDate(in: range) else {
      return MetadataValue(nil, state: .notRecognised, evidence: span(range))
    }
    return MetadataValue(found.value, state: .stated, evidence: span(found.range))
  }

  private static func date(of value: String) -> CalendarDate? {
    let bytes = Array(value.utf8)
    return DateReader(bytes.span).firstDate(in: 0..<bytes.count)?.value
  }

  /// The status in its normal form, and the day for which it is said.
  private func status() -> (MetadataValue<String>, CalendarDate?) {
    let day = date(.statusDate)
    guard let found = words(.status), let value = found.value else {
      if let ended = titleStatus() { return (ended, day?.value) }
      // 废止日期 with a day says that the paper has ended.
      guard let day, day.value != nil, head.labels[.statusDate] != nil else {
        return (.notStated, nil)
      }
      return (MetadataValue("repealed", state: .inferred, evidence: day.evidence), day.value)
    }
    guard let normal = MetadataReader.status(of: value) else {
      return (MetadataValue(nil, state: .notRecognised, evidence: found.evidence), day?.value)
    }
    return (MetadataValue(normal, state: found.state, evidence: found.evidence), day?.value)
  }

  private static func status(of value: String) -> String? {
    let key = String(decoding: value.lowercased().utf8.filter { !$0.isSpace }, as: UTF8.self)
    return Lexicon.shared.statuses[key]
  }

  /// 某办法（已废止）: the bracket behind the title.
  private func titleStatus() -> MetadataValue<String>? {
    guard let title = head.titleRange, title.count > 6 else { return nil }
    let end = title.upperBound
    let inner: Range<Int>
    if text.triple(at: end - 3, end: end) == 0xEFBC89
      || text.triple(at: end - 3, end: end) == 0xE38091
    {
      inner = title.lowerBound..<end - 3
    } else if text[end - 1] == 0x29 || text[end - 1] == 0x5D {
      inner = title.lowerBound..<end - 1
    } else {
      return nil
    }
    var start = inner.upperBound
    while start > inner.lowerBound, inner.upperBound - start < 30 {
      start -= 1
      while start > inner.lowerBound, text[start].isContinuation { start -= 1 }
      guard let open = NumberReader(text: text).opening(at: start, inner.upperBound) else {
        continue
      }
      let words = text.trimmed(open..<inner.upperBound)
      let normal = MetadataReader.status(of: text.string(in: words))
      // （试行） is no word on whether it is in force.
      guard let normal, normal != "in-force" else { return nil }
      return MetadataValue(normal, state: .stated, evidence: span(words))
    }
    return nil
  }

  // MARK: Number

  private func number() -> MetadataValue<DocumentNumber> {
    if let value = entered[.number] {
      let bytes = Array(value.utf8)
      let found = NumberLine(bytes.span, in: bytes.span.trimmed(0..<bytes.count))
      return MetadataValue(found?.value, state: found == nil ? .notRecognised : .entered)
    }
    if let range = head.labels[.number] {
      let found = NumberLine(text, in: range)
      return MetadataValue(
        found?.value, state: found == nil ? .notRecognised : .stated,
        evidence: span(found?.range ?? range))
    }
    var before: Range<Int>?
    for index in first(15) {
      defer { before = blocks[index].range }
      guard let found = NumberLine(text, in: blocks[index].range, after: before ?? head.titleRange)
      else { continue }
      return MetadataValue(found.value, state: .stated, evidence: span(found.range))
    }
    if let found = issueNote()?.number {
      return MetadataValue(found.value, state: .stated, evidence: span(found.range))
    }
    return declaredNumber()
  }

  /// The number that the file keeps beside its text: in a line of its own for machines, else in its metadata.
  private func declaredNumber() -> MetadataValue<DocumentNumber> {
    for block in blocks.prefix(80) where block.furniture == .machine {
      if let found = LawNumberReader.number(text, in: block.range) {
        return MetadataValue(found, state: .stated, evidence: span(block.range))
      }
    }
    guard let value = declared[.number] else { return .notStated }
    let bytes = Array(value.utf8)
    let found = NumberLine(bytes.span, in: bytes.span.trimmed(0..<bytes.count))?.value
    return MetadataValue(found, state: found == nil ? .notRecognised : .entered)
  }

  /// The bracket under the title that tells who issued the paper.
  func issueNote() -> IssueNote? {
    for index in first(6) {
      if let note = IssueNote(text, in: text.trimmed(blocks[index].range)) { return note }
    }
    return nil
  }

  // MARK: Kind

  private func kind() -> MetadataValue<String> {
    if let found = words(.kind) { return found }
    guard let title = head.title else { return greeting() ?? .notStated }
    let state = head.titleState == .entered ? FieldState.entered : .stated
    if let range = head.titleRange, let noun = TitlePattern(text: text).kindNoun(closing: range) {
      return MetadataValue(kind(named: text.solid(in: noun)), state: state, evidence: span(noun))
    }
    let bytes = Array(title.utf8)
    if let noun = TitlePattern(text: bytes.span).kindNoun(closing: 0..<bytes.count) {
      return MetadataValue(kind(named: bytes.span.solid(in: noun)), state: state)
    }
    // Where no letter of ASCII stands, none of the nouns does.
    guard title.utf8.contains(where: \.isLetter), let named = EnglishTitle(title).kind else {
      return greeting() ?? .notStated
    }
    return MetadataValue(named, state: state, evidence: head.titleRange.map { span($0) })
  }

  /// The kind that the noun of a title names, without 实施, 暂行 and the like.
  private func kind(named noun: [UInt8]) -> String {
    Lexicon.shared.kindNames[noun] ?? String(decoding: noun, as: UTF8.self)
  }

  /// A paper that greets its hearers at the top is a speech, whatever its title says.
  private func greeting() -> MetadataValue<String>? {
    for index in first(6) {
      let range = blocks[index].range
      guard let end = greetingEnd(range) else { continue }
      let isChinese = text[range.lowerBound] >= 0x80
      return MetadataValue(
        isChinese ? "讲话" : "speech", state: .inferred, evidence: span(range.lowerBound..<end))
    }
    return nil
  }

  /// Where the greeting ends with which a line begins: 同志们： `Comrades:`; `nil` for any other line.
  func greetingEnd(_ range: Range<Int>) -> Int? {
    let head = range.lowerBound..<min(range.upperBound, range.lowerBound + 90)
    var key: [UInt8] = []
    for index in head { key.append(text[index].isUppercase ? text[index] | 0x20 : text[index]) }
    guard CitationLexicon.shared.greetings.contains(where: { key.starts(with: $0) }) else {
      return nil
    }
    var position = head.lowerBound
    while position < head.upperBound {
      if text[position] == 0x3A { return position + 1 }
      let sign = text.triple(at: position, end: head.upperBound)
      if sign == 0xEFBC9A || sign == 0xEFBC81 { return position + 3 }
      position += 1
    }
    return nil
  }

  // MARK: Keywords, and what the form declares

  private func keywords() -> MetadataValue<[String]> {
    if let value = entered[.keywords] {
      let list = Keywords.list(of: value)
      return MetadataValue(
        list.isEmpty ? nil : list, state: list.isEmpty ? .notRecognised : .entered)
    }
    guard let range = head.labels[.keywords] ?? tailValue(of: ["主题词", "关键词"]) else {
      return .notStated
    }
    let list = Keywords.list(of: text.string(in: range))
    return MetadataValue(
      list.isEmpty ? nil : list, state: list.isEmpty ? .notRecognised : .stated,
      evidence: span(range))
  }

  /// The value of a label among the last lines.
  private func tailValue(of labels: [StaticString]) -> Range<Int>? {
    for index in own.suffix(12) {
      let range = blocks[index].range
      for label in labels
      where text.starts(with: label, at: range.lowerBound, end: range.upperBound) {
        let colon = text.skippingSpace(
          from: range.lowerBound + label.utf8CodeUnitCount, to: range.upperBound)
        let isWide = text.triple(at: colon, end: range.upperBound) == 0xEFBC9A
        guard isWide || colon < range.upperBound && text[colon] == 0x3A else { continue }
        let value = text.trimmed(colon + (isWide ? 3 : 1)..<range.upperBound)
        if !value.isEmpty { return value }
      }
    }
    return nil
  }

  /// Fills what nothing in the text says with what the form of the file declares of the document.
  private func declare(_ metadata: inout DocumentMetadata) {
    guard !declared.isEmpty else { return }
    func fill(_ field: MetadataField, _ value: inout MetadataValue<String>) {
      guard value.state == .notStated, let words = declared[field] else { return }
      value = MetadataValue(words, state: .entered)
    }
    func fill(_ field: MetadataField, _ value: inout MetadataValue<CalendarDate>) {
      guard value.state == .notStated, let words = declared[field],
        let day = MetadataReader.date(of: words)
      else { return }
      value = MetadataValue(day, state: .entered)
    }
    fill(.title, &metadata.title)
    fill(.issuer, &metadata.issuer)
    fill(.source, &metadata.source)
    fill(.published, &metadata.published)
    fill(.effective, &metadata.effective)
    if metadata.keywords.state == .notStated, let words = declared[.keywords] {
      let list = Keywords.list(of: words)
      if !list.isEmpty { metadata.keywords = MetadataValue(list, state: .entered) }
    }
  }
}
