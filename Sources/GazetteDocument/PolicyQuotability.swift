/// Whether words may be quoted as policy, and why not.
public struct PolicyQuotability: Sendable, Hashable {
  /// The answers.
  public enum Answer: String, Sendable, Hashable, CaseIterable {
    /// They are the text of a policy document, undamaged and in force as far as is known.
    case yes
    /// Somebody else speaks.
    case no
    /// They are policy text, or may be, and something has to be said with them.
    case withCare = "with-care"
  }

  /// Why they may not, or not without a word.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// A leader's speech: to be quoted as the speaker's words.
    case leaderSpeech = "leader-speech"
    /// An expert's remark, never a requirement.
    case expert
    /// A reporter's or author's words.
    case narration
    /// Words under a picture.
    case caption
    /// A line that names a source.
    case sourceLine = "source-line"
    /// Nothing tells who speaks.
    case unknownVoice = "unknown-voice"
    /// The words are damaged or doubtful.
    case flagged
    /// The document was amended, ended, or is a draft.
    case status
    /// A newer version of the document is known, or another one ended it.
    case superseded
  }

  /// The answer.
  public let asPolicy: Answer
  /// The reason; `nil` for a plain yes.
  public let reason: Reason?
  /// The warnings that are the reason, in the order of their kinds.
  public let flags: [PassageFlag]

  /// Judges words by who speaks, what is wrong with them, and what is known of their document.
  public init(voice: Voice, flags: Set<PassageFlag>, document: DocumentSummary) {
    self.flags = PassageFlag.allCases.filter(flags.contains)
    switch voice.kind {
    case .leaderSpeech: (asPolicy, reason) = (.no, .leaderSpeech)
    case .expert: (asPolicy, reason) = (.no, .expert)
    case .narration: (asPolicy, reason) = (.no, .narration)
    case .caption: (asPolicy, reason) = (.no, .caption)
    case .sourceLine: (asPolicy, reason) = (.no, .sourceLine)
    case .policy, .unknown:
      let status = document.metadata.status.value
      if !flags.isEmpty {
        (asPolicy, reason) = (.withCare, .flagged)
      } else if status != nil, status != "in-force" {
        (asPolicy, reason) = (.withCare, .status)
      } else if let lineage = document.lineage,
        lineage.place == .superseded || lineage.ending != nil
      {
        (asPolicy, reason) = (.withCare, .superseded)
      } else if voice.kind == .unknown {
        (asPolicy, reason) = (.withCare, .unknownVoice)
      } else {
        (asPolicy, reason) = (.yes, nil)
      }
    }
  }

  /// The line for people: `may be quoted as policy: no, expert's remark`.
  public func line(inChinese: Bool) -> String {
    let answer =
      switch asPolicy {
      case .yes: inChinese ? "是" : "yes"
      case .no: inChinese ? "否" : "no"
      case .withCare: inChinese ? "慎用" : "with care"
      }
    let why = words(inChinese: inChinese)
    return (inChinese ? "可否作为政策引用：" : "may be quoted as policy: ") + answer
      + (why.map { (inChinese ? "，" : ", ") + $0 } ?? "")
  }

  /// The reason in words; `nil` for a plain yes.
  public func words(inChinese: Bool) -> String? {
    switch reason {
    case nil: nil
    case .leaderSpeech:
      inChinese ? "领导讲话，应注明讲话人" : "a leader's speech, to be quoted as the speaker's"
    case .expert: inChinese ? "专家观点" : "expert's remark"
    case .narration: inChinese ? "叙述文字" : "narration"
    case .caption: inChinese ? "图片说明" : "a caption"
    case .sourceLine: inChinese ? "来源行" : "a source line"
    case .unknownVoice: inChinese ? "未能识别何人所言" : "nothing tells who speaks"
    case .flagged:
      flags.map { $0.words(inChinese: inChinese) }.joined(separator: inChinese ? "、" : "; ")
    case .status: inChinese ? "文件并非现行有效" : "the document is not in force as it stands"
    case .superseded:
      inChinese ? "文件已有新版本或已被废止" : "a newer version is known, or the document was ended"
    }
  }
}
