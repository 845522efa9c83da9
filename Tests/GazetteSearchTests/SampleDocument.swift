import GazetteDocument

/// A small document put together by hand, with every kind of part that a record keeps.
enum SampleDocument {
  static let text =
    "前言。\n第一章 总则\n第一条 为了保障住房安全，制定本办法。各县负责落实。\nSafe housing comes first. Water follows 🚰 here.\n"

  /// The span of words that stand once in the text.
  static func span(_ words: String) -> TextSpan {
    let whole = Array(text.utf8)
    let wanted = Array(words.utf8)
    let start = whole.indices.first { whole[$0...].starts(with: wanted) } ?? 0
    func position(_ byte: Int) -> TextPosition {
      TextPosition(
        byte: byte,
        scalar: String(decoding: whole[..<byte], as: UTF8.self).unicodeScalars.count)
    }
    return TextSpan(start: position(start), end: position(start + wanted.count))
  }

  static var document: PolicyDocument {
    var document = PolicyDocument(
      id: .init("sample/a"), file: "corpus/sample/a.txt",
      sha256: Digest(bytes: Array(0..<32)), textSHA256: Digest(bytes: Array(32..<64)),
      format: .text, encoding: "UTF-8", language: .simplifiedChinese, text: SourceText(text))
    document.metadata.title = MetadataValue("住房安全办法", state: .stated, evidence: span("总则"))
    document.metadata.number = MetadataValue(
      DocumentNumber(code: "示政发", year: 2024, serial: 3), state: .entered)
    document.metadata.written = MetadataValue(
      CalendarDate(year: 2024, month: 3), state: .inferred)
    document.metadata.statusAsOf = CalendarDate(year: 2025)
    document.metadata.addressee = MetadataValue("各县", state: .stated, evidence: span("各县"))
    document.metadata.keywords = MetadataValue(["住房", "安全"], state: .entered)
    document.relations = [
      DocumentRelation(
        kind: .repeals, title: "旧办法", number: DocumentNumber(code: "样令", year: nil, serial: 7),
        evidence: span("制定本办法")),
      DocumentRelation(
        kind: .cites, title: nil, number: nil, state: .inferred, evidence: span("总则")),
    ]
    document.sections += [
      Section(
        parent: 0, ordinal: 1, depth: 1, heading: "总则", number: "第一章",
        headingSpan: span("第一章 总则")),
      Section(parent: 1, ordinal: 1, depth: 2, heading: "", number: "第一条"),
    ]
    var speech = Voice(kind: .leaderSpeech)
    speech.speaker = "李样本"
    speech.date = CalendarDate(year: 2020, month: 5, day: 12)
    speech.evidence = span("各县")
    let passages: [(String, [String], Int, Voice, Set<PassageFlag>)] = [
      ("前言。", ["前言。"], 0, Voice(kind: .unknown), []),
      (
        "第一条 为了保障住房安全，制定本办法。各县负责落实。",
        ["第一条 为了保障住房安全，制定本办法。", "各县负责落实。"], 2, speech, [.cut, .masked]
      ),
      (
        "Safe housing comes first. Water follows 🚰 here.",
        ["Safe housing comes first.", "Water follows 🚰 here."], 2, Voice(kind: .policy), []
      ),
    ]
    for (index, (words, parts, section, voice, flags)) in passages.enumerated() {
      let first = document.sentences.count
      document.sentences += parts.map { Sentence(span: span($0)) }
      document.passages.append(
        Passage(
          span: span(words), section: section, ordinal: max(1, index),
          number: index == 1 ? "第一款" : nil, sentences: first..<document.sentences.count,
          language: index == 2 ? .english : .simplifiedChinese, voice: voice, flags: flags))
    }
    var expert = Voice(kind: .expert)
    expert.speaker = "Wei Sample"
    expert.post = "professor"
    document.sentences[4].voice = expert
    document.repairs = [
      Repair(rule: "stripped-escape", span: span("制定"), replacement: "—", confidence: 0.98)
    ]
    document.notices = [
      ParseNotice(kind: .undecodableBytes, fileOffset: 0, count: 2, detail: "gb18030")
    ]
    return document
  }
}
