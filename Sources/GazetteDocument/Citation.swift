/// How a passage or a sentence is named in print, in the language of the reader.
///
/// A citation carries both addresses, the document's date and number as far as the source states them, and the voice,
/// which it never drops.
public struct Citation: Sendable, Hashable {
  /// The document.
  public let document: DocumentSummary
  /// The human address.
  public let path: SectionPath
  /// The source's own number of the passage or its section, as printed.
  public let number: String?
  /// The headings around the passage, outermost first.
  public let headings: [String]
  /// The title of the instrument inside the document that holds the passage; `nil` for the document's own text.
  public let instrument: String?
  /// The machine address.
  public let id: MachineID
  /// Who speaks.
  public let voice: Voice
  /// Warnings that travel with the words.
  public let flags: Set<PassageFlag>
  /// The page on which it begins, from 1; `nil` for forms without pages.
  public let page: Int?

  /// Creates a citation.
  public init(
    document: DocumentSummary, path: SectionPath, number: String?, headings: [String],
    instrument: String? = nil, id: MachineID, voice: Voice, flags: Set<PassageFlag> = [],
    page: Int? = nil
  ) {
    self.document = document
    self.path = path
    self.number = number
    self.headings = headings
    self.instrument = instrument
    self.id = id
    self.voice = voice
    self.flags = flags
    self.page = page
  }

  /// Document and path, for a list: `housing#s2.p3`.
  public var short: String { "\(document.id.name)#\(path)" }

  /// The full citation in the document's own language.
  public var full: String { full(inChinese: document.language.isChinese) }

  /// The full citation: title, issuer, number, date, place, voice, and both addresses.
  ///
  /// An instrument inside a covering notice stands in front of the notice: 《某某方案》，载《关于印发某某方案的通知》.
  ///
  /// - Parameter inChinese: Whether the words around the source's own ones are Chinese; English otherwise.
  /// - Returns: One line without a line break of its own.
  public func full(inChinese: Bool) -> String {
    var parts: [String] = []
    let metadata = document.metadata
    let title = document.displayTitle
    if let instrument, instrument != title {
      parts.append(inChinese ? "《\(instrument)》" : "“\(instrument)”")
      parts.append(inChinese ? "载《\(title)》" : "in “\(title)”")
    } else {
      parts.append(inChinese ? "《\(title)》" : "“\(title)”")
    }
    if let issuer = metadata.issuer.value { parts.append(issuer) }
    if let number = metadata.number.value { parts.append(number.description) }
    parts.append(dateWords(inChinese: inChinese))
    if let number, !number.isEmpty { parts.append(number) }
    if let page { parts.append(inChinese ? "第\(page)页" : "page \(page)") }
    if let voice = voiceWords(inChinese: inChinese) { parts.append(voice) }
    parts += PassageFlag.allCases.filter(flags.contains).map {
      let words = $0.words(inChinese: inChinese)
      return inChinese ? "【\(words)】" : "[\(words)]"
    }
    return parts.joined(separator: inChinese ? "，" : ", ")
      + (inChinese ? "，" : ", ") + "\(short) (\(id))"
  }

  /// The date, or that the source states none.
  private func dateWords(inChinese: Bool) -> String {
    guard let date = document.metadata.date else {
      return inChinese ? "日期未注明" : "undated"
    }
    guard inChinese else { return date.description }
    return "\(date.year)年" + (date.month.map { "\($0)月" } ?? "")
      + (date.day.map { "\($0)日" } ?? "")
  }

  /// Who speaks; `nil` when nothing tells.
  private func voiceWords(inChinese: Bool) -> String? {
    let words: String
    switch voice.kind {
    case .policy: words = inChinese ? "政策原文" : "policy text"
    case .leaderSpeech: words = inChinese ? "领导讲话" : "leader's speech"
    case .expert: words = inChinese ? "专家观点" : "expert's remark"
    case .narration: words = inChinese ? "叙述" : "narration"
    case .caption: words = inChinese ? "图片说明" : "caption"
    case .sourceLine: words = inChinese ? "来源行" : "source line"
    case .unknown: return nil
    }
    let who = [voice.speaker, voice.post, voice.date?.description, voice.occasion].compactMap { $0 }
    guard !who.isEmpty else { return words }
    return words
      + (inChinese
        ? "（\(who.joined(separator: "，"))）" : " (\(who.joined(separator: ", ")))")
  }
}
