import GazetteDocument

/// Goes through a document sentence by sentence with what each has from the sentences and headings before it.
struct DocumentReading {
  let document: PolicyDocument
  let lexicon: MeasureLexicon
  var chinese: ChineseReader
  var english: EnglishReader
  var positions: PositionCounter
  var found: [Measure] = []
  private let written: CalendarDate?

  /// What the items below a stem have from it; `nil` outside of lists.
  private var stem: SentenceContext?
  private var stemSection = -1
  /// What the heading of each section governs, once it was asked for.
  var headingForces: [Int: HeadingForce] = [:]
  /// The task list that the passages are rows of; `nil` outside of tables.
  private var table: TaskTable?
  private var tableSection = -1
  private var reviewSections: [Bool] = []
  private var isReviewPassage = false
  private let isGuidance: Bool

  init(document: PolicyDocument, lexicon: MeasureLexicon) {
    self.document = document
    self.lexicon = lexicon
    let text = document.text.utf8
    chinese = ChineseReader(text: text, words: lexicon.chinese, context: SentenceContext())
    english = EnglishReader(text: text, words: lexicon.english, context: SentenceContext())
    positions = PositionCounter(text: text)
    isGuidance = DocumentReading.addressesReader(text.span)
    written = document.metadata.written.value ?? document.metadata.published.value
  }

  /// Whether an English text speaks to its readers: `you` and `your` at least once in a hundred words.
  private static func addressesReader(_ text: Span<UInt8>) -> Bool {
    var words = 0
    var addressed = 0
    for index in 1..<max(1, text.count) where text[index - 1] == 0x20 && text[index] != 0x20 {
      words += 1
      if text[index] | 0x20 == UInt8(ascii: "y"), index + 3 < text.count,
        text[index + 1] == UInt8(ascii: "o"), text[index + 2] == UInt8(ascii: "u"),
        !text[index + 3].isLetter
          || text[index + 3] == UInt8(ascii: "r") && index + 4 < text.count
            && !text[index + 4].isLetter
      {
        addressed += 1
      }
    }
    return addressed > 2 && addressed * 100 >= words
  }

  /// The measures in the order of the text.
  mutating func measures() -> [Measure] {
    reviewSections = document.sections.map { _ in false }
    for index in document.sections.indices {
      let section = document.sections[index]
      let isInside = section.parent.map { $0 < index && reviewSections[$0] } ?? false
      reviewSections[index] = isInside || ReviewHeadings.isReview(section.heading)
    }
    for index in document.passages.indices {
      read(passage: index)
    }
    resolveAddressees()
    return found
  }

  private mutating func read(passage index: Int) {
    let passage = document.passages[index]
    var invented: [Range<Int>] = []
    if passage.flags.contains(.invented) {
      // Only the sentences that were put in are left out, where it is known which they are.
      invented = document.repairs.filter {
        $0.flag == .invented && $0.span.bytes.overlaps(passage.span.bytes)
      }.map(\.span.bytes)
      if invented.isEmpty { return }
    }
    if readTable(passage: index) || readLabels(passage: index) { return }
    let isSame = passage.section == stemSection
    if !isSame && !isBelowStem(passage.section)
      || isSame && passage.number == nil && !isListed(passage)
    {
      stem = nil
    }
    isReviewPassage = reviewSections[passage.section]
    let heading = document.sections[passage.section].headingSpan
    var reported = false
    var speaker: Range<Int>?
    let firstFound = found.count
    var tellsInSpeech = false
    for sentence in passage.sentences {
      let span = document.sentences[sentence].span
      if invented.contains(where: { $0.overlaps(span.bytes) }) { continue }
      // A heading that was run into its paragraph asks nothing of its own.
      if let heading, span.start.byte < heading.end.byte, span.end.byte <= heading.end.byte + 4 {
        continue
      }
      var context = stem ?? headingContext(of: passage)
      context.voice = document.voice(ofSentence: sentence, in: index).kind
      context.isReview = isReviewPassage
      context.isGuidance = isGuidance
      context.year = written?.year
      context.isReported = reported && context.voice != .narration
      let bytes =
        heading.map { max($0.end.byte, span.start.byte)..<max($0.end.byte, span.end.byte) }
        ?? span.bytes
      guard !bytes.isEmpty else { continue }
      let drafts: [DraftMeasure]
      if isChinese(passage, bytes) {
        chinese.context = context
        drafts = chinese.measures(in: bytes)
        if chinese.isDone, context.voice == .leaderSpeech { tellsInSpeech = true }
        if chinese.isDone, drafts.isEmpty, chinese.tellsOfPast { isReviewPassage = true }
        if !drafts.isEmpty, chinese.modal != nil {
          isReviewPassage = reviewSections[passage.section]
        }
        reported = chinese.isReported
        if let said = chinese.speaker { speaker = said }
      } else {
        english.context = context
        drafts = english.measures(in: bytes)
        reported = false
        if let modal = english.openModal {
          stem = SentenceContext()
          stem?.isItem = true
          stem?.modal = modal
          stem?.actors = english.actors
          stemSection = passage.section
          continue
        }
      }
      append(drafts, passage: index, sentence: sentence, speaker: reported ? speaker : nil)
      keepStem(bytes, drafts, passage)
    }
    if tellsInSpeech { dropTold(from: firstFound) }
    shareBracket(from: firstFound, passage)
  }

  /// In a paragraph of a speech that tells what was done and demands nothing in so many words, bare verbs tell too.
  private mutating func dropTold(from first: Int) {
    guard !found[first...].contains(where: { $0.modality.state == .stated }) else { return }
    found.removeSubrange(first...)
  }

  /// Reads a passage as a row of a task list, or as its heads; whether it is one.
  private mutating func readTable(passage index: Int) -> Bool {
    let passage = document.passages[index]
    let text = document.text.utf8
    let row = passage.span.bytes
    guard text[row].contains(0x09) else {
      table = nil
      return false
    }
    if let heads = TaskTable(heads: text, in: row) {
      table = heads
      tableSection = passage.section
      return true
    }
    guard let table, tableSection == passage.section else { return false }
    let cells = TaskTable.cells(text, in: row)
    guard cells.count == table.columns.count,
      let task = zip(table.columns, cells).first(where: { $0.0 == .task })?.1, !task.isEmpty
    else { return false }
    var context = SentenceContext()
    context.voice = .policy
    context.year = written?.year
    var drafts: [DraftMeasure]
    if isChinese(passage, task) {
      chinese.context = context
      drafts = chinese.measures(in: task)
    } else {
      english.context = context
      drafts = english.measures(in: task)
    }
    // A row is one task, whatever words it is put in.
    var draft = drafts.first ?? DraftMeasure()
    if drafts.isEmpty { draft.objects = [task] }
    draft.isOptional = false
    if draft.kind != .target { draft.kind = .measure }
    table.fill(&draft, from: cells, in: text)
    recogniseBodies(&draft, isChinese: isChinese(passage, task))
    draft.wholeExtent = task
    let sentence =
      passage.sentences.first { document.sentences[$0].span.bytes.contains(task.lowerBound) }
      ?? passage.sentences.lowerBound
    append([draft], passage: index, sentence: sentence, speaker: nil)
    return true
  }

  /// Reads a passage as labels that say who does the task before it, and by when; whether it is that.
  private mutating func readLabels(passage index: Int) -> Bool {
    let passage = document.passages[index]
    guard let labels = TaskLabels(document.text.utf8, in: passage.span.bytes) else { return false }
    guard let last = found.last, last.passage == index - 1,
      document.passages[last.passage].section == passage.section
    else { return true }
    positions.move(to: passage.span.start)
    for place in found.indices where found[place].passage == last.passage {
      var actors: [ResponsibleBody] = []
      for entry in labels.entries {
        if let role = entry.column.role {
          actors += TaskTable.names(document.text.utf8, in: entry.value).map {
            ResponsibleBody(role: role, state: .stated, span: positions.span($0))
          }
        } else if found[place].deadline.state == .notStated {
          var draft = DraftMeasure()
          draft.deadline = entry.value
          found[place].deadline = deadline(draft)
        }
      }
      if !actors.isEmpty { found[place].actors = actors }
      found[place].cues.append(MeasureCue(rule: .bracket, span: passage.span))
    }
    return true
  }

  private func isChinese(_ passage: Passage, _ bytes: Range<Int>) -> Bool {
    if passage.language.isChinese { return true }
    if passage.language == .english { return false }
    return document.text.utf8[bytes.lowerBound] >= 0xE3
  }

  /// Whether a section lies below the one that holds the stem: `shall—` with its numbered items.
  private func isBelowStem(_ section: Int) -> Bool {
    guard stem != nil, stemSection > 0 else { return false }
    var current = document.sections[section].parent
    while let above = current {
      if above == stemSection { return true }
      current = document.sections[above].parent
    }
    return false
  }

  /// Whether a passage without a number begins like an item: with a dash or a bullet.
  private func isListed(_ passage: Passage) -> Bool {
    guard stem != nil else { return false }
    let first = document.text.utf8[passage.span.start.byte]
    return first == 0x2D || first == 0x2A || first == 0xE2 || first == 0xC2 || first.isLowercase
  }

  /// Keeps modal word and bodies of a sentence that ends in a colon for the items below it.
  private mutating func keepStem(_ bytes: Range<Int>, _ drafts: [DraftMeasure], _ passage: Passage)
  {
    let text = document.text.utf8
    let last = text[bytes.upperBound - 1]
    let isStem =
      last == 0x3A || last == 0x94 && bytes.count > 3 && text[bytes.upperBound - 2] == 0x80
      || text.span.triple(at: bytes.upperBound - 3, end: bytes.upperBound) == HanSign.colon
    guard isStem else { return }
    var context = SentenceContext()
    context.isItem = true
    if let draft = drafts.last {
      if let range = draft.modality {
        context.modal = SentenceContext.HeldModal(
          range: range, strength: draft.strength, isNegative: draft.isNegative)
      }
      context.actors = draft.actors
    }
    context.listsNouns = listsNouns(bytes) && context.modal?.isNegative != true
    stem = context
    stemSection = passage.section
  }

  /// Whether a stem ends in 下列事项：, 下列材料： or names one of several cases.
  private func listsNouns(_ bytes: Range<Int>) -> Bool {
    let words = CueText(document.text.utf8, in: bytes)
    for cue in ["之一的", "之一："] as [StaticString] where words.contains(cue) { return true }
    guard words.contains("下列") || words.contains("以下") else { return false }
    for noun in [
      "事项：", "内容：", "材料：", "条件：", "文件：", "资料：", "信息：", "情况：", "情形：", "组成：",
    ] as [StaticString] where words.contains(noun) { return true }
    return false
  }

  /// A bracket of responsible bodies holds for its paragraph: measures without a body get those of the last sentence.
  private mutating func shareBracket(from first: Int, _ passage: Passage) {
    guard first < found.count, let last = found.last,
      last.cues.contains(where: { $0.rule == .bracket })
    else { return }
    for index in first..<found.count - 1 where found[index].actors.isEmpty {
      found[index].actors = last.actors.map {
        ResponsibleBody(role: $0.role, state: .inherited, span: $0.span)
      }
    }
  }

  private mutating func append(
    _ drafts: [DraftMeasure], passage: Int, sentence: Int, speaker: Range<Int>?
  ) {
    guard !drafts.isEmpty else { return }
    positions.move(to: document.sentences[sentence].span.start)
    for var draft in drafts {
      // The day before the speaker's name is that of the speech: nothing is due on it.
      if draft.isReported, let said = draft.speaker ?? speaker, let day = draft.deadline,
        day.upperBound <= said.lowerBound
      {
        draft.deadline = nil
      }
      guard let extent = draft.wholeExtent ?? draft.extent else { continue }
      found.append(measure(draft, extent, passage: passage, sentence: sentence, speaker: speaker))
    }
  }

  private mutating func measure(
    _ draft: DraftMeasure, _ extent: Range<Int>, passage: Int, sentence: Int, speaker: Range<Int>?
  ) -> Measure {
    let force = Modality(
      strength: draft.strength, polarity: draft.isNegative ? .negative : .positive,
      isInherited: draft.isInheritedModal)
    let objects = draft.objects.map { positions.span($0) }
    let actors = draft.actors.map {
      ResponsibleBody(
        role: $0.role,
        state: $0.isRecognised ? $0.isInherited ? .inherited : .stated : .notRecognised,
        span: positions.span($0.range))
    }
    let indicators = draft.indicators.map { positions.span($0) }
    return Measure(
      passage: passage, sentence: sentence, span: positions.span(extent), kind: draft.kind,
      isOptional: draft.isOptional,
      modality: MeasureField(
        state: draft.modality == nil ? .notStated : draft.isInheritedModal ? .inherited : .stated,
        value: force, span: draft.modality.map { positions.span($0) }),
      action: MeasureField(
        state: draft.action != nil
          ? .stated : draft.wholeExtent != nil ? .notRecognised : .notStated,
        value: draft.action == nil ? nil : draft.group,
        span: draft.action.map { positions.span($0) }),
      objects: objects, complement: draft.complement.map { positions.span($0) }, actors: actors,
      deadline: deadline(draft),
      indicator: indicator(draft, indicators),
      isReported: draft.isReported, speaker: (draft.speaker ?? speaker).map { positions.span($0) },
      cues: draft.cues.map { cue in
        MeasureCue(rule: cue.rule, span: cue.range.map { positions.span($0) })
      })
  }

  private mutating func deadline(_ draft: DraftMeasure) -> MeasureField<Deadline> {
    guard let range = draft.deadline else { return .notStated }
    let value = DeadlineReader(text: document.text.utf8, written: written).deadline(in: range)
    return MeasureField(
      state: value == nil ? .notRecognised : .stated, value: value, span: positions.span(range))
  }

  private func indicator(_ draft: DraftMeasure, _ spans: [TextSpan]) -> MeasureField<Indicator> {
    guard let first = spans.first else { return .notStated }
    let value = IndicatorReader(text: document.text.utf8).indicator(in: first.bytes)
    return MeasureField(
      state: value == nil ? .notRecognised : .stated, value: value, span: first,
      furtherSpans: Array(spans.dropFirst()))
  }
}
