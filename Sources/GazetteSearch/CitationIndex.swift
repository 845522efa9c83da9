import GazetteDocument

/// Finds the documents of an index that a citation means: by the number, else by the title.
struct CitationIndex {
  private var numbers: [String: [Int]] = [:]
  private var titles: [String: [Int]] = [:]
  private let documents: [(id: PolicyDocument.ID, identity: DocumentIdentity)]

  init(_ files: [FileRecord]) {
    documents = files.compactMap { file in
      guard file.sha256 != nil, let identity = file.identity else { return nil }
      return (file.document, identity)
    }
    for (place, document) in documents.enumerated() {
      let identity = document.identity
      if !identity.number.isEmpty { numbers[identity.number, default: []].append(place) }
      if !identity.title.isEmpty { titles[identity.title, default: []].append(place) }
    }
  }

  /// The documents that a number and a folded title mean, but for the citing one; a number that disagrees rules a title out.
  func documents(
    number: String, title: String, citedBy citing: PolicyDocument.ID
  ) -> [(id: PolicyDocument.ID, identity: DocumentIdentity)] {
    if !number.isEmpty, let found = numbers[number] {
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
