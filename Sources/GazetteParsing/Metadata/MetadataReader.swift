internal import GazetteDocument

/// Reads what a document plainly says of itself: number, issuer, dates, source, kind, status.
struct MetadataReader: ~Escapable {
  private let text: Span<UInt8>
  private let blocks: [Block]
  private let map: TextMap
  private let head: HeadReader.Result
  private let entered: [MetadataField: String]

  @_lifetime(copy text)
  init(
    _ text: Span<UInt8>, blocks: [Block], map: TextMap, head: HeadReader.Result,
    entered: [MetadataField: String]
  ) {
    self.text = text
    self.blocks = blocks
    self.map = map
    self.head = head
    self.entered = entered
  }

  /// The metadata; every value that the text says has its place.
  func read() -> DocumentMetadata {
    var metadata = DocumentMetadata()
    let signOff = signOff()
    if let title = head.title {
      metadata.title = MetadataValue(
        title, state: head.titleState, evidence: titleSpan)
    }
    metadata.number = number()
    metadata.issuer = issuer(signOff)
    metadata.kind = kind()
    metadata.written = written(signOff)
    metadata.published = date(.published) ?? .notStated
    metadata.effective = date(.effective) ?? effective()
    metadata.source = words(.source) ?? trailingSource()
    metadata.status = status()
    return metadata
  }

  private func span(_ range: Range<Int>) -> TextSpan { map.span(of: range) }

  private var titleSpan: TextSpan? {
    guard let range = head.titleRange else { return nil }
    return span(range)
  }

  // MARK: Fields that a label or front matter names

  private func words(_ field: MetadataField) -> MetadataValue<String>? {
    if let value = entered[field] { return MetadataValue(value, state: .entered) }
    guard let range = head.labels[field] else { return nil }
    return MetadataValue(text.collapsed(in: range), state: .stated, evidence: span(range))
  }

  private func date(_ field: MetadataField) -> MetadataValue<CalendarDate>? {
    if let value = entered[field] {
      let bytes = Array(value.utf8)
      let found = DateReader(bytes.span).firstDate(in: 0..<bytes.count)
      return MetadataValue(found?.value, state: found == nil ? .notRecognised : .entered)
    }
    guard let range = head.labels[field] else { return nil }
    guard let found = DateReader(text).firstDate(in: range) else {
      return MetadataValue(nil, state: .notRecognised, evidence: span(range))
    }
    return MetadataValue(found.value, state: .stated, evidence: span(found.range))
  }

  private func status() -> MetadataValue<String> {
    guard let found = words(.status), let value = found.value else { return .notStated }
    let key = String(decoding: value.lowercased().utf8.filter { !$0.isSpace }, as: UTF8.self)
    guard let normal = Lexicon.shared.statuses[key] else {
      return MetadataValue(nil, state: .notRecognised, evidence: found.evidence)
    }
    return MetadataValue(normal, state: found.state, evidence: found.evidence)
  }

  // MARK: Number, issuer, kind

  private func number() -> MetadataValue<DocumentNumber> {
    if let value = entered[.number] {
      let bytes = Array(value.utf8)
      let found = NumberReader(text: bytes.span).wholeLine(0..<bytes.count)
      return MetadataValue(found, state: found == nil ? .notRecognised : .entered)
    }
    let reader = NumberReader(text: text)
    if let range = head.labels[.number] {
      let found = reader.wholeLine(range)
      return MetadataValue(
        found, state: found == nil ? .notRecognised : .stated, evidence: span(range))
    }
    for block in blocks.lazy.filter({ $0.furniture == nil }).prefix(15) {
      if let found = reader.wholeLine(block.range), found.year != nil || !found.code.isEmpty {
        return MetadataValue(found, state: .stated, evidence: span(block.range))
      }
    }
    return .notStated
  }

  private func issuer(_ signOff: SignOff?) -> MetadataValue<String> {
    if let found = words(.issuer) { return found }
    if let name = signOff?.issuer {
      return MetadataValue(text.collapsed(in: name), state: .stated, evidence: span(name))
    }
    if let title = head.titleRange, let name = TitlePattern(text: text).issuer(opening: title) {
      return MetadataValue(text.collapsed(in: name), state: .stated, evidence: span(name))
    }
    return .notStated
  }

  private func kind() -> MetadataValue<String> {
    if let found = words(.kind) { return found }
    guard let title = head.title else { return .notStated }
    let state = head.titleState == .entered ? FieldState.entered : .stated
    if let range = head.titleRange, let noun = TitlePattern(text: text).kindNoun(closing: range) {
      return MetadataValue(text.string(in: noun), state: state, evidence: span(noun))
    }
    let bytes = Array(title.utf8)
    if let noun = TitlePattern(text: bytes.span).kindNoun(closing: 0..<bytes.count) {
      return MetadataValue(bytes.span.string(in: noun), state: state)
    }
    // Where no letter of ASCII stands, none of the nouns does.
    guard title.utf8.contains(where: \.isLetter) else { return .notStated }
    let words = TitlePattern.englishWords(of: title)
    let named =
      words.first.flatMap { Lexicon.shared.englishKinds.contains($0) ? $0 : nil }
      ?? words.last.flatMap { Lexicon.shared.englishKinds.contains($0) ? $0 : nil }
    guard let named else { return .notStated }
    return MetadataValue(named, state: state, evidence: titleSpan)
  }
}

extension MetadataReader {
  /// The lines that close an official paper: who issued it and when.
  private struct SignOff {
    var issuer: Range<Int>?
    var date: DateLine
  }

  /// The first line below the head that is a date with the name of a body above it, else the last date line of all.
  private func signOff() -> SignOff? {
    var last: SignOff?
    var previous: Block?
    var seen = 0
    for block in blocks where block.furniture == nil {
      seen += 1
      defer { previous = block }
      guard seen > 2, let date = DateLine(text, in: block.range) else { continue }
      if let previous, seen > 3, TitlePattern(text: text).isBody(previous.range) {
        return SignOff(issuer: previous.range, date: date)
      }
      last = SignOff(issuer: nil, date: date)
    }
    guard let last, let end = blocks.last?.range.upperBound else { return nil }
    // A date line in the middle of a text signs nothing.
    return last.date.range.lowerBound > end - 600 ? last : nil
  }

  private func written(_ signOff: SignOff?) -> MetadataValue<CalendarDate> {
    if let found = date(.written) { return found }
    // （2024年3月5日） under the title.
    for block in blocks.lazy.filter({ $0.furniture == nil }).prefix(8) {
      if let line = DateLine(text, in: block.range) {
        return MetadataValue(line.value, state: .stated, evidence: span(line.range))
      }
    }
    if let signOff {
      return MetadataValue(signOff.date.value, state: .stated, evidence: span(signOff.date.range))
    }
    if let found = historyDate() {
      return MetadataValue(found.value, state: .inferred, evidence: span(found.range))
    }
    if let title = head.titleRange, title.upperBound + 3 < text.count,
      text.triple(at: title.upperBound, end: text.count) == 0xEFBC88,
      let found = DateReader(text).date(
        in: title.upperBound + 3..<min(text.count, title.upperBound + 60)),
      found.value.day != nil
    {
      return MetadataValue(
        found.value, state: .stated, evidence: span(title.upperBound + 3..<found.end))
    }
    return .notStated
  }

  /// When this version of a law was adopted, by the history in its head.
  ///
  /// A line a step (`2018年12月18日 …第四次修订`), or all of them in brackets (`（2016年3月16日…通过　根据2023年12月29日…修正）`).
  private func historyDate() -> (value: CalendarDate, range: Range<Int>)? {
    var found: (CalendarDate, Range<Int>)?
    let reader = DateReader(text)
    for block in blocks.lazy.filter({ $0.furniture == nil }).prefix(12)
    where block.range.count < 900 {
      let isBracket =
        text.triple(at: block.range.lowerBound, end: block.range.upperBound) == 0xEFBC88
      var rest = block.range.lowerBound + (isBracket ? 3 : 0)..<block.range.upperBound
      // The first line that is no step of the history ends it.
      guard let first = reader.date(in: rest), first.value.day != nil, adopts(rest) else {
        if found != nil { break }
        continue
      }
      found = (first.value, rest.lowerBound..<first.end)
      rest = first.end..<rest.upperBound
      while isBracket, let next = reader.firstDate(in: rest) {
        if next.value.day != nil { found = (next.value, next.range) }
        rest = next.range.upperBound..<rest.upperBound
      }
    }
    return found
  }

  /// Whether a line says that a law was adopted, made public or amended.
  private func adopts(_ range: Range<Int>) -> Bool {
    for verb in ["通过", "公布", "发布", "修订", "修正", "批准"] as [StaticString]
    where text.firstPlace(of: verb, in: range) != nil {
      return true
    }
    // 2005年12月19日 《…的决定》第一次 — copies cut the verb off.
    return text.firstPlace(of: "次", in: range) != nil && text.firstPlace(of: "《", in: range) != nil
  }

  /// `本办法自2019年1月1日起施行`, or a line of a law's history `2019年1月1日 施行`.
  private func effective() -> MetadataValue<CalendarDate> {
    for block in blocks.lazy.filter({ $0.furniture == nil }).prefix(12) {
      if let date = DateReader(text).date(in: block.range), date.value.day != nil,
        text.triple(
          at: text.skippingSpace(from: date.end, to: block.range.upperBound),
          end: block.range.upperBound) == 0xE696BD,
        text.collapsed(in: date.end..<block.range.upperBound) == "施行"
      {
        return MetadataValue(
          date.value, state: .stated, evidence: span(block.range.lowerBound..<date.end))
      }
    }
    for block in blocks.reversed().lazy.filter({ $0.furniture == nil }).prefix(15) {
      var rest = block.range
      while let start = text.firstPlace(of: "自", in: rest) {
        rest = start + 3..<rest.upperBound
        guard let date = DateReader(text).date(in: rest), date.value.day != nil,
          text.starts(with: "起", at: date.end, end: rest.upperBound)
        else { continue }
        for word in ["施行", "实施", "执行", "生效"] as [StaticString]
        where text.starts(with: word, at: date.end + 3, end: rest.upperBound) {
          return MetadataValue(
            date.value, state: .stated, evidence: span(rest.lowerBound..<date.end))
        }
      }
    }
    return .notStated
  }

  private func trailingSource() -> MetadataValue<String> {
    guard let last = blocks.last(where: { $0.furniture == nil }), last.range.count <= 200,
      let found = text.sourceName(in: last.range)
    else { return .notStated }
    return MetadataValue(text.string(in: found.name), state: .stated, evidence: span(found.name))
  }
}
