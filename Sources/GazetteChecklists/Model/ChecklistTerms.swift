private import CGazetteData
private import GazetteAnalysis
private import GazetteDocument

/// The words of checklists in both languages, and the words of others by which columns and states are recognised.
package struct ChecklistTerms: Sendable {
  /// The words of the table that was compiled into the program.
  package static let standard = ChecklistTerms()

  private struct Entry {
    let kind: String
    let key: String
    let chinese: String
    let english: String
  }

  private var entries: [Entry] = []
  private var columns: [String: ChecklistRole] = [:]
  private var states: [String: ChecklistState] = [:]

  private init() {
    let table = gazette_table_checklist()
    let bytes = UnsafeBufferPointer(start: table.bytes, count: table.count)
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      guard !line.hasPrefix("#") else { continue }
      let cells = line.split(separator: "\t").map(String.init)
      guard cells.count >= 4 else { continue }
      entries.append(Entry(kind: cells[0], key: cells[1], chinese: cells[2], english: cells[3]))
      let words =
        cells[2...3] + (cells.count > 4 ? cells[4].split(separator: "|").map(String.init) : [])
      for word in words {
        if let role = ChecklistRole(rawValue: cells[1]), cells[0] == "column" {
          columns[Self.folded(word)] = role
        }
        if let state = ChecklistState(rawValue: cells[1]), cells[0] == "status" {
          states[Self.folded(word)] = state
        }
      }
    }
  }

  /// A word folded for comparing; one of signs alone stays as it is.
  static func folded(_ word: String) -> String {
    let trimmed = word.trimmed
    let simplified = String(decoding: TextFolding.fold(Array(trimmed.utf8)).utf8, as: UTF8.self)
    let folded = FamilyName.folded(simplified)
    return folded.isEmpty ? trimmed : folded
  }

  private func entry(_ kind: String, _ key: String, in language: ChecklistLanguage) -> String {
    for entry in entries where entry.kind == kind && entry.key == key {
      return language == .chinese ? entry.chinese : entry.english
    }
    return key
  }

  /// The header of a column.
  package func header(_ role: ChecklistRole, in language: ChecklistLanguage) -> String {
    entry("column", role.rawValue, in: language)
  }

  /// The word for a state.
  package func word(_ state: ChecklistState, in language: ChecklistLanguage) -> String {
    entry("status", state.rawValue, in: language)
  }

  /// The word of a mark.
  package func word(_ mark: ChecklistMark.Kind, in language: ChecklistLanguage) -> String {
    entry("mark", mark.rawValue, in: language)
  }

  /// Another word, by its key.
  func word(_ key: String, in language: ChecklistLanguage) -> String {
    entry("word", key, in: language)
  }

  /// The words of a reason, with `{0}` where an id stands.
  func reason(_ reason: ChecklistMark.Reason, in language: ChecklistLanguage) -> String {
    entry("reason", reason.rawValue, in: language)
  }

  /// What a column holds by its header; `nil` for one that is the person's own.
  package func role(ofHeader header: String) -> ChecklistRole? {
    header.utf8.count <= 256 ? columns[Self.folded(header)] : nil
  }

  /// The state that a cell names; `nil` for words that name none.
  package func state(of text: String) -> ChecklistState? {
    text.utf8.count <= 64 ? states[Self.folded(text)] : nil
  }
}
