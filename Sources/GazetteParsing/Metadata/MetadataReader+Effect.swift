internal import GazetteDocument

extension MetadataReader {
  /// From when the paper applies: a step of its history, or its closing words.
  ///
  /// `本办法自2019年1月1日起施行`, `自公布之日起施行`, `shall come into force on 1 January 2019`, `takes effect on the date of issue`. A day
  /// that is told by another day of the paper is inferred from it.
  func effective(
    _ metadata: DocumentMetadata, _ signOff: SignOff?
  ) -> MetadataValue<CalendarDate>? {
    if let found = historyEffect() { return found }
    // The closing words stand at the end, or above a sign-off that attached papers follow.
    var places = own.suffix(16).reversed().map { $0 }
    if let block = signOff?.block, let place = own.firstIndex(of: block) {
      places = own[max(0, place - 8)...place].reversed() + places
    }
    var unread: MetadataValue<CalendarDate>?
    for index in places {
      guard let found = effect(in: blocks[index].range, metadata) else { continue }
      if found.value != nil { return found }
      unread = unread ?? found
    }
    for index in first(12) {
      guard let found = effect(in: blocks[index].range, metadata) else { continue }
      if found.value != nil { return found }
      unread = unread ?? found
    }
    return unread
  }

  /// A line of a law's history: `2019年1月1日 施行`.
  private func historyEffect() -> MetadataValue<CalendarDate>? {
    for index in first(12) {
      let range = blocks[index].range
      guard let date = DateReader(text).date(in: range), date.value.day != nil,
        text.triple(
          at: text.skippingSpace(from: date.end, to: range.upperBound), end: range.upperBound)
          == 0xE696BD,
        text.collapsed(in: date.end..<range.upperBound) == "施行"
      else { continue }
      return MetadataValue(date.value, state: .stated, evidence: span(range.lowerBound..<date.end))
    }
    return nil
  }

  private func effect(
    in range: Range<Int>, _ metadata: DocumentMetadata
  ) -> MetadataValue<CalendarDate>? {
    chineseEffect(in: range, metadata) ?? englishEffect(in: range, metadata)
  }

  private func chineseEffect(
    in range: Range<Int>, _ metadata: DocumentMetadata
  ) -> MetadataValue<CalendarDate>? {
    var rest = range
    while let start = text.firstPlace(of: "自", in: rest) {
      rest = start + 3..<rest.upperBound
      if let date = DateReader(text).date(in: rest), date.value.day != nil {
        guard begins(at: date.end, rest.upperBound) else { continue }
        return MetadataValue(
          date.value, state: .stated, evidence: span(rest.lowerBound..<date.end))
      }
      // 自印发之日起施行
      let head = rest.lowerBound..<min(rest.upperBound, rest.lowerBound + 36)
      guard let day = text.firstPlace(of: "之日", in: head), begins(at: day + 6, rest.upperBound)
      else { continue }
      let own =
        text.firstPlace(of: "印发", in: head.lowerBound..<day) != nil
        ? metadata.written.value : metadata.written.value ?? metadata.published.value
      return MetadataValue(
        own, state: own == nil ? .notRecognised : .inferred,
        evidence: span(rest.lowerBound..<day + 6))
    }
    return nil
  }

  /// Whether 起施行, or one of its like, stands at a place.
  private func begins(at place: Int, _ end: Int) -> Bool {
    var position = place
    guard text.starts(with: "起", at: position, end: end) else { return false }
    position += 3
    for word in ["正式", "开始"] as [StaticString] where text.starts(with: word, at: position, end: end)
    {
      position += 6
    }
    for word in ["施行", "实施", "执行", "生效", "试行"] as [StaticString]
    where text.starts(with: word, at: position, end: end) {
      return true
    }
    return false
  }

  private static let phrases: [StaticString] = [
    "come into force", "comes into force", "came into force", "coming into force",
    "come into effect", "comes into effect", "coming into effect", "enter into force",
    "enters into force", "entered into force", "enter into effect", "take effect", "takes effect",
    "took effect", "taking effect", "be effective", "is effective", "are effective",
    "effective as of", "effective from", "shall be implemented", "in force from", "into operation",
  ]

  private func englishEffect(
    in range: Range<Int>, _ metadata: DocumentMetadata
  ) -> MetadataValue<CalendarDate>? {
    // Han have none of these words.
    guard text[range.lowerBound] < 0xE3, mayTellEffect(range) else { return nil }
    for phrase in MetadataReader.phrases {
      guard let place = text.firstPlace(of: phrase, in: range) else { continue }
      let start = place + phrase.utf8CodeUnitCount
      let tail = start..<min(range.upperBound, start + 60)
      if let date = DateReader(text).firstDate(in: tail), date.value.day != nil,
        isNear(start..<date.range.lowerBound)
      {
        return MetadataValue(
          date.value, state: .stated, evidence: span(place..<date.range.upperBound))
      }
      for words in [
        "date of", "day of", "day on which", "date on which", "upon", "promulgation",
        "publication", "issu",
      ] as [StaticString] {
        guard let said = text.firstPlace(of: words, in: start..<min(range.upperBound, start + 30))
        else { continue }
        let own = metadata.written.value ?? metadata.published.value
        return MetadataValue(
          own, state: own == nil ? .notRecognised : .inferred,
          evidence: span(place..<said + words.utf8CodeUnitCount))
      }
    }
    return nil
  }

  /// Whether one of the words stands in a range of which each phrase has one.
  private func mayTellEffect(_ range: Range<Int>) -> Bool {
    for word in ["effect", "force", "implemented", "operation"] as [StaticString]
    where text.firstPlace(of: word, in: range) != nil {
      return true
    }
    return false
  }

  /// Whether only words such as `on`, `from`, `as of`, `with effect from` stand between the phrase and the date.
  private func isNear(_ range: Range<Int>) -> Bool {
    range.count <= 30 && text.firstPlace(of: ".", in: range) == nil
  }
}
