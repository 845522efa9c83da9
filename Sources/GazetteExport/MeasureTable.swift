import GazetteDocument
public import GazetteMeasures

/// Measures as rows of a table: what, by whom, by when, how much, how binding, and where it stands.
public enum MeasureTable {
  /// The names of the columns.
  ///
  /// - Parameter inChinese: Whether they are Chinese; English otherwise.
  /// - Returns: As many as a row has cells.
  public static func header(inChinese: Bool) -> [String] {
    inChinese
      ? [
        "任务", "措施", "对象", "牵头单位", "责任单位", "配合单位", "完成时限", "规范时限", "指标", "情态词", "强度", "类型",
        "文件", "日期", "位置", "出处", "id",
      ]
      : [
        "Measure", "Action", "Object", "Lead body", "Responsible bodies", "Supporting bodies",
        "Deadline", "Normal form", "Indicator", "Modal", "Strength", "Kind", "Document", "Date",
        "Place", "Source", "id",
      ]
  }

  /// The cells of a measure; empty where the source states nothing.
  ///
  /// - Parameters:
  ///   - record: The measure.
  ///   - inChinese: The language of the words around; the document's own when `nil`.
  /// - Returns: The cells, in the order of the header.
  public static func row(_ record: MeasureRecord, inChinese: Bool) -> [String] {
    let words = record.words
    func bodies(_ roles: Set<ResponsibleBody.Role>) -> String {
      zip(record.measure.actors, words.actors).compactMap { roles.contains($0.role) ? $1 : nil }
        .joined(separator: inChinese ? "；" : "; ")
    }
    return [
      words.text, words.action ?? "", words.objects.joined(separator: inChinese ? "；" : "; "),
      bodies([.lead]), bodies([.responsible, .overall, .carryingOut, .joint, .supervising]),
      bodies([.supporting]), words.deadline ?? "",
      record.measure.deadline.value?.normalised ?? "",
      words.indicators.joined(separator: inChinese ? "；" : "; "), words.modality ?? "",
      "\(record.measure.force.strength)", record.measure.kind.rawValue,
      record.document.displayTitle, record.document.metadata.date?.description ?? "",
      record.citation.short, record.citation.full(inChinese: inChinese), record.id.description,
    ]
  }
}
