import GazetteAnalysis
import GazetteDocument

/// Finds the documents of an index that a citation means: by the number, else by the title.
struct CitationIndex {
  private var numbers: [String: [Int]] = [:]
  private var titles: [String: [Int]] = [:]
  /// The Chinese numbers by their year and serial, in which a translation leaves them.
  private var originals: [Substring: Set<String>] = [:]
  private let documents: [(id: PolicyDocument.ID, identity: DocumentIdentity)]

  init(_ files: [FileRecord]) {
    documents = files.compactMap { file in
      guard file.sha256 != nil, let identity = file.identity else { return nil }
      return (file.document, identity)
    }
    for (place, document) in documents.enumerated() {
      let identity = document.identity
      if !identity.number.isEmpty { add(identity.number, place) }
      if !identity.title.isEmpty { titles[identity.title, default: []].append(place) }
    }
  }

  private mutating func add(_ number: String, _ place: Int) {
    numbers[number, default: []].append(place)
    guard let (code, count) = TransliteratedNumber.parts(of: number),
      code.utf8.first.map({ $0 >= 0x80 }) ?? false
    else { return }
    originals[count, default: []].insert(number)
  }

  /// The number of the paper that a translation numbers in letters: `YangJiaoFa〔2024〕18号` is 样教发〔2024〕18号.
  ///
  /// - Parameter number: A canonical number.
  /// - Returns: The only Chinese number of the index that is read so; `nil` when there is none or several.
  func original(of number: String) -> String? {
    guard let spelled = TransliteratedNumber(number), let known = originals[spelled.count] else {
      return nil
    }
    let found = known.filter { other in
      TransliteratedNumber.parts(of: other).map { spelled.spells($0.code, .standard) } ?? false
    }
    return found.count == 1 ? found.first : nil
  }

  /// The documents that have a number.
  func documents(numbered number: String) -> [(id: PolicyDocument.ID, identity: DocumentIdentity)] {
    (numbers[number] ?? []).map { documents[$0] }
  }

  /// The documents that a number and a folded title mean, but for the citing one; a number that disagrees rules a title out.
  func documents(
    number: String, title: String, citedBy citing: PolicyDocument.ID
  ) -> [(id: PolicyDocument.ID, identity: DocumentIdentity)] {
    if !number.isEmpty, let found = numbers[number] ?? original(of: number).flatMap({ numbers[$0] })
    {
      let named = found.map { documents[$0] }.filter { $0.id != citing }
      // A covering notice and the rules that it issues share a number: the title tells them apart.
      let exact = named.filter { $0.identity.title == title }
      return exact.isEmpty ? named : exact
    }
    guard !title.isEmpty, let found = titles[title] else { return [] }
    return found.map { documents[$0] }.filter { document in
      document.id != citing && (number.isEmpty || document.identity.number.isEmpty)
    }
  }

  /// All documents with an identity, in the order of the files.
  var all: [(id: PolicyDocument.ID, identity: DocumentIdentity)] { documents }
}
