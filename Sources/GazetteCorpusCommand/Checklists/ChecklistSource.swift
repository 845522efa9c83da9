import ArgumentParser
import Gazette
import GazetteChecklists
import GazetteConsole

/// Where the rows of a checklist come from: the measures of an index that some options select.
struct ChecklistSource {
  private let search: PolicySearch

  /// Opens an index.
  init(_ global: GlobalOptions) throws {
    search = try PolicySearch(at: global.index)
  }

  /// The checklist of what the options select.
  ///
  /// - Parameters:
  ///   - options: The options.
  ///   - language: The language of the headers.
  /// - Returns: The checklist, in the order of the documents' names and of their texts.
  /// - Throws: What reading the index throws, and `MeasureOptionError` for a value that is none.
  func checklist(_ options: MeasureOptions, _ language: ChecklistLanguage) throws -> Checklist {
    let records = try search.measures(
      try options.selected(), by: try options.extractor(for: search))
    return checklist(records, language, selection: ChecklistSource.words(of: options))
  }

  /// The checklist of the documents that a file without a selection of its own speaks of: those that have one of its ids,
  /// or that its citations name.
  func checklist(
    of table: ChecklistTable, _ options: MeasureOptions
  ) throws -> (checklist: Checklist, documents: [String]) {
    let records = try search.measures(
      try options.selected(), by: try options.extractor(for: search))
    let ids = Set(table.rows.indices.compactMap { table.id(ofRow: $0) })
    let sources = table.rows.indices.map { table.text($0, .source) }
    var documents: [String: Bool] = [:]
    for record in records {
      let name = record.document.id.name
      if ids.contains(record.id.description) {
        documents[name] = true
      } else if documents[name] == nil {
        documents[name] = sources.contains { $0.contains(name + "#") }
      }
    }
    let taken = records.filter { documents[$0.document.id.name] == true }
    let names = documents.filter(\.value).keys.sorted()
    return (
      checklist(taken, table.language, selection: names.flatMap { ["--doc", $0] }), names
    )
  }

  private func checklist(
    _ records: [MeasureRecord], _ language: ChecklistLanguage, selection: [String]
  ) -> Checklist {
    Checklist(
      rows: records.map { ChecklistRow($0, inChinese: language == .chinese) }, language: language,
      revision: search.revision, selection: selection)
  }

  /// The words that select the same again; files of words are not among them, since a checklist travels.
  static func words(of options: MeasureOptions) -> [String] {
    var words: [String] = []
    for document in options.documents { words += ["--doc", document] }
    if let section = options.section { words += ["--section", section] }
    for concept in options.concepts { words += ["--concept", concept] }
    if let query = options.query { words += ["--query", query] }
    if let actor = options.actor { words += ["--actor", actor] }
    if let strength = options.strength { words += ["--strength", strength] }
    if let dueBefore = options.dueBefore { words += ["--due-before", dueBefore] }
    for field in options.missing { words += ["--missing", field] }
    for voice in options.voices { words += ["--voice", voice] }
    return words.isEmpty ? ["--all"] : words
  }

  /// The options that the words of a file mean; `nil` for words that no checklist has.
  static func options(_ words: [String]) -> MeasureOptions? {
    let known: Set<String> = [
      "--doc", "--section", "--concept", "--query", "--actor", "--strength", "--due-before",
      "--missing", "--voice",
    ]
    if words == ["--all"] { return try? MeasureOptions.parse([]) }
    guard !words.isEmpty, words.count.isMultiple(of: 2) else { return nil }
    var parts: [String] = []
    for place in stride(from: 0, to: words.count, by: 2) {
      guard known.contains(words[place]) else { return nil }
      parts.append(words[place] + "=" + words[place + 1])
    }
    return try? MeasureOptions.parse(parts)
  }
}
