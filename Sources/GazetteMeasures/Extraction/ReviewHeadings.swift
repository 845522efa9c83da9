/// Headings under which a document reports what was done, so that bare verbs there ask nothing.
enum ReviewHeadings {
  private static let words: [StaticString] = [
    "回顾", "过去一年", "过去五年", "工作情况", "主要成效", "成就", "进展情况", "工作总结", "取得的成绩", "背景", "历史", "历程", "完成情况",
    "做法和成效",
    "achievements", "review of", "background", "what we have done", "history", "past year",
    "past five years", "impact", "our work in",
  ]

  /// Whether a heading opens a report of what was done.
  static func isReview(_ heading: String) -> Bool {
    guard !heading.isEmpty else { return false }
    let folded = CueText(heading)
    return words.contains { folded.contains($0) }
  }
}
