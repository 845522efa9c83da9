import GazetteConcepts
import GazetteConsole
import GazetteDocument
import GazetteExport
import GazetteIndex
import GazetteQuery
import GazetteSearch

/// Names that an index knows, by how they begin; nothing where there is no index, or it is damaged.
struct IndexValues {
  private let search: PolicySearch?
  /// Above this many documents or concepts only ids are looked at.
  private static let scanLimit = 2_000

  /// Opens the index of a folder, else the usual one.
  init(at folder: String?) {
    search = try? PolicySearch(at: GlobalOptions.index(named: folder))
  }

  /// Documents of which the id begins so; where there are none, those of which its last part, the title or the number does.
  func documents(_ text: String) -> [CompletionWord] {
    guard let search else { return [] }
    let named = Array(search.searcher.groups).compactMap { group in
      (try? search.searcher.key(of: group)).map { (name: $0, group: group) }
    }
    var found = named.filter { Self.begins($0.name, text) }
    if found.isEmpty {
      found = named.filter {
        $0.name.split(separator: "/").last.map { Self.begins($0, text) } ?? false
      }
    }
    let isNamed = !found.isEmpty
    if !isNamed, named.count <= Self.scanLimit { found = named }
    found.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    var words: [CompletionWord] = []
    for (name, group) in found where words.count < CompletionAnswer.limit {
      let metadata = (try? search.searcher.record(of: group).summary())?.metadata
      let title = metadata?.title.value ?? ""
      let number = metadata?.number.value?.description ?? ""
      if isNamed || Self.begins(title, text) || Self.begins(number, Self.bracketed(text)) {
        words.append(CompletionWord(value: name, note: title))
      }
    }
    return words
  }

  /// Concepts by their ids, else by their labels.
  func namedConcepts(_ text: String) -> [CompletionWord] {
    let ids = concepts(text)
    return ids.isEmpty ? labels(text) : ids
  }

  /// Concepts of which the id begins so.
  func concepts(_ text: String) -> [CompletionWord] {
    allConcepts.filter { Self.begins($0.id, text) }.map { concept in
      CompletionWord(value: concept.id, note: Self.name(of: concept))
    }
  }

  /// Labels of concepts that begin so; none for an empty text, as there are many.
  func labels(_ text: String) -> [CompletionWord] {
    guard !text.isEmpty else { return [] }
    var words: [CompletionWord] = []
    var seen: Set<String> = []
    for concept in allConcepts {
      for label in concept.labels where label.status != .broken && Self.begins(label.text, text) {
        if seen.insert(label.text).inserted {
          words.append(CompletionWord(value: label.text, note: concept.id))
        }
      }
    }
    return words
  }

  private var allConcepts: [Concept] {
    guard let stored = try? search?.thesaurus() else { return [] }
    return (0..<min(stored.conceptCount, Self.scanLimit)).compactMap { try? stored.concept(at: $0) }
  }

  private static func name(of concept: Concept) -> String {
    let preferred = concept.labels.filter { $0.status == .preferred }
    let own = preferred.first { $0.language.isChinese == Console.current.isChinese }
    return (own ?? preferred.first ?? concept.labels.first)?.text ?? ""
  }

  /// The values of a keyword field that begin so, as the index spells them.
  func values(of field: String, _ text: String) -> [CompletionWord] {
    guard let search, let id = Schema.policy.field(field) else { return [] }
    let start = field == PolicyField.number.rawValue ? Self.bracketed(text) : text
    let found = try? search.searcher.expansion(
      of: .prefix(Term(field: id, start)), limit: CompletionAnswer.limit)
    return (found?.terms ?? []).map { term in
      CompletionWord(value: String(decoding: term.term.bytes, as: UTF8.self))
    }
  }

  /// The revisions that can be compared with, newest first.
  func revisions(_ text: String) -> [CompletionWord] {
    ((try? search?.revisions()) ?? []).reversed().map { CompletionWord(value: $0.description) }
      .filter { $0.value.hasPrefix(text) }
  }

  /// The names of saved queries.
  func savedQueries(_ text: String) -> [CompletionWord] {
    guard let search,
      let file = try? SavedQueryFile(named: nil, roots: { try search.state().roots }),
      let queries = try? file.load()
    else { return [] }
    return queries.entries.filter { $0.name.hasPrefix(text) }.map {
      CompletionWord(value: $0.name, note: $0.text)
    }
  }

  private static func begins(_ name: some StringProtocol, _ text: String) -> Bool {
    name.lowercased().utf8.starts(with: text.lowercased().utf8)
  }

  /// The text with the brackets in which numbers are kept.
  private static func bracketed(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar {
          case "[", "(", "（", "［", "【": "〔"
          case "]", ")", "）", "］", "】": "〕"
          default: scalar
          }
        }))
  }
}
