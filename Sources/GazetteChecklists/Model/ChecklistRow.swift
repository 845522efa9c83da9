/// One requirement as a row of a checklist: what the source states, as plain text.
public struct ChecklistRow: Sendable, Hashable {
  /// The id of the measure.
  public var id: String
  /// What is to be done: the measure's own words in one line.
  public var task: String
  /// Who leads; several are parted by 、 or commas.
  public var lead = ""
  /// Who is responsible, carries out or answers for the whole.
  public var responsible = ""
  /// Who acts beside them.
  public var supporting = ""
  /// By when, as printed.
  public var deadline = ""
  /// The last day as ISO 8601; empty where the words give none.
  public var date = ""
  /// How much, as printed.
  public var indicator = ""
  /// How binding it is, 1 to 5.
  public var strength = 3
  /// How far it is: the person's, empty in a new checklist.
  public var status = ""
  /// Notes: the person's, empty in a new checklist.
  public var notes = ""
  /// The citation in full.
  public var citation = ""
  /// Where the source is to be found: an address, or the path of the file.
  public var link = ""
  /// The name of the document.
  public var document = ""
  /// The title of the document.
  public var title = ""
  /// The date of the document, as ISO 8601 as far as it is known.
  public var written = ""
  /// The SHA-256 of the document's file.
  public var sha256 = ""
  /// The name that versions of the document have in common.
  public var family = ""
  /// The sentence whole, exactly as it stands.
  public var sentence = ""
  /// The measure's words, exactly as they stand.
  public var words = ""
  /// The place in the document: `s2.p3.s1`.
  public var place = ""

  /// Creates a row of which only the id and the task are known.
  public init(id: String, task: String) {
    self.id = id
    self.task = task
  }

  /// What a new row shows in a column; empty for the columns that are the person's.
  ///
  /// - Parameters:
  ///   - role: The column.
  ///   - language: The language of the few words that are not the source's.
  /// - Returns: The text of the cell.
  public func text(of role: ChecklistRole, in language: ChecklistLanguage) -> String {
    switch role {
    case .task: task
    case .lead: lead
    case .responsible: bodies(in: language)
    case .deadline: date.isEmpty ? deadline : date
    case .status: status
    case .notes: notes
    case .source: citation
    case .id: id
    case .number, .done, .check, .former: ""
    }
  }

  private func bodies(in language: ChecklistLanguage) -> String {
    guard !supporting.isEmpty else { return responsible }
    let word = ChecklistTerms.standard.word("supporting", in: language)
    let bracket = language == .chinese ? "（\(word)：\(supporting)）" : "(\(word): \(supporting))"
    return responsible.isEmpty
      ? bracket : responsible + (language == .chinese ? "" : " ") + bracket
  }
}
