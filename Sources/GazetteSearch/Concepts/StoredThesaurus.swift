package import GazetteConcepts
package import GazetteIndex

/// The thesaurus that an index was tagged with, as the index keeps it: read piece by piece, when a query needs it.
///
/// Opening reads a few numbers. Bytes that are damaged throw `IndexError.corrupt` where they are met, and never trap.
package struct StoredThesaurus: Sendable {
  /// The parts, in the order of their starts in the header.
  enum Part: Int, CaseIterable {
    case conceptPlaces, order, ownerPlaces, narrowerPlaces, trie, owners, narrower, concepts
    case readings
  }

  /// How many concepts there are.
  package let conceptCount: Int
  /// How many spellings of labels there are.
  let spellingCount: Int
  /// How many states the trie over them has.
  let stateCount: Int
  private let starts: [Int]
  private let file: String
  private let bytes: @Sendable (Range<Int>) throws(IndexError) -> [UInt8]

  /// Looks at a stored thesaurus.
  ///
  /// - Parameters:
  ///   - count: How many bytes it has.
  ///   - file: The file that has them, for errors.
  ///   - bytes: Hands out a range of them.
  /// - Throws: `IndexError` when there is none, or its parts do not lie within it.
  package init(
    count: Int, file: String,
    bytes: @escaping @Sendable (Range<Int>) throws(IndexError) -> [UInt8]
  ) throws(IndexError) {
    self.file = file
    self.bytes = bytes
    let size = ThesaurusCoding.headerSize
    guard count >= size else { throw Self.damaged(file, "the thesaurus is cut short") }
    let head = Self.words(try bytes(0..<size))
    guard head[0] == ThesaurusCoding.version else {
      let supported = Int(ThesaurusCoding.version)
      throw .incompatible(file: file, found: Int(head[0]), supported: supported...supported)
    }
    conceptCount = Int(head[1])
    spellingCount = Int(head[2])
    stateCount = Int(head[3])
    starts = head[4...].map(Int.init)
    let sizes = [
      (Part.conceptPlaces, (conceptCount + 1) * 4), (.order, conceptCount * 4),
      (.ownerPlaces, (spellingCount + 1) * 4), (.narrowerPlaces, (conceptCount + 1) * 4),
      (.trie, stateCount * 12),
    ]
    guard starts[0] == size, starts[Part.allCases.count] == count,
      zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }),
      sizes.allSatisfy({ part, size in
        starts[part.rawValue + 1] - starts[part.rawValue] == size
      })
    else { throw Self.damaged(file, "a part of the thesaurus lies outside of it") }
  }

  private static func damaged(_ file: String, _ what: String) -> IndexError {
    .corrupt(file: file, offset: 0, what: what)
  }

  /// The error for a value that cannot be.
  func damaged(_ what: String) -> IndexError {
    Self.damaged(file, "\(what) of the thesaurus is damaged")
  }

  /// The numbers of fixed width in some bytes.
  private static func words(_ bytes: [UInt8]) -> [UInt32] {
    stride(from: 0, to: bytes.count - 3, by: 4).map { at in
      bytes[at..<at + 4].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
  }

  /// Some numbers of a part of fixed width, which the caller knows to lie within it.
  func words(_ part: Part, at place: Int, count: Int) throws(IndexError) -> [UInt32] {
    let start = starts[part.rawValue] + place * 4
    guard place >= 0, start + count * 4 <= starts[part.rawValue + 1] else {
      throw damaged("a number")
    }
    return Self.words(try bytes(start..<start + count * 4))
  }

  /// Hands the bytes of one thing to a closure, which says by `nil` that they are damaged.
  private func reading<Result>(
    _ part: Part, _ places: Part, at number: Int, _ body: (inout ByteReader) -> Result?
  ) throws(IndexError) -> Result {
    let ends = try words(places, at: number, count: 2).map(Int.init)
    let (start, limit) = (starts[part.rawValue], starts[part.rawValue + 1])
    guard ends[0] <= ends[1], start + ends[1] <= limit,
      let result = ByteReader.reading(try bytes(start + ends[0]..<start + ends[1]), body)
    else { throw damaged("an entry") }
    return result
  }

  /// A concept by its number.
  package func concept(at number: Int) throws(IndexError) -> Concept {
    try checked(number)
    return try reading(.concepts, .conceptPlaces, at: number) { ThesaurusCoding.concept(&$0) }
  }

  /// The id of a concept.
  package func id(at number: Int) throws(IndexError) -> String {
    try checked(number)
    return try reading(.concepts, .conceptPlaces, at: number) { reader in
      let id = reader.string()
      return reader.hasFailed ? nil : id
    }
  }

  private func checked(_ number: Int) throws(IndexError) {
    guard number >= 0, number < conceptCount else { throw damaged("a concept's number") }
  }

  /// The whole thesaurus; costs reading all of it.
  package func thesaurus() throws(IndexError) -> Thesaurus {
    var concepts: [Concept] = []
    for number in 0..<conceptCount { concepts.append(try concept(at: number)) }
    return Thesaurus(concepts: concepts)
  }

  /// The number of the concept with an id; `nil` when there is none.
  ///
  /// A binary search.
  package func number(of id: String) throws(IndexError) -> Int? {
    let wanted = Array(id.utf8)
    var (low, high) = (0, conceptCount)
    while low < high {
      let middle = (low + high) / 2
      let number = Int(try words(.order, at: middle, count: 1)[0])
      let found = Array(try self.id(at: number).utf8)
      if found == wanted { return number }
      if found.lexicographicallyPrecedes(wanted) { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// A concept and all that lie below it, by `broader` and by parts; rising, each once, however they are knotted.
  package func family(of number: Int) throws(IndexError) -> [Int] {
    try checked(number)
    var found: Set<Int> = [number]
    var queue = [number]
    while let next = queue.popLast() {
      let below = try reading(.narrower, .narrowerPlaces, at: next) { reader -> [Int]? in
        let list = (0..<reader.length()).map { _ in Int(clamping: reader.varint()) }
        return reader.hasFailed ? nil : list
      }
      for place in below {
        try checked(place)
        if found.insert(place).inserted { queue.append(place) }
      }
    }
    return found.sorted()
  }

  /// Whose label a spelling is.
  func owners(of spelling: Int) throws(IndexError) -> [LabelOwner] {
    guard spelling >= 0, spelling < spellingCount else { throw damaged("a spelling") }
    let owners = try reading(.owners, .ownerPlaces, at: spelling) { reader -> [LabelOwner]? in
      let list = (0..<reader.length()).map { _ in
        LabelOwner(
          concept: Int(clamping: reader.varint()), label: Int(clamping: reader.varint()),
          isNegative: reader.varint() == 1)
      }
      return reader.hasFailed ? nil : list
    }
    for owner in owners { try checked(owner.concept) }
    return owners
  }

  /// Hands over how each Chinese label is read: its concept's number, its own, and its syllables.
  func forEachReading(_ body: (Int, Int, String) -> Void) throws(IndexError) {
    let (start, end) = (starts[Part.readings.rawValue], starts[Part.readings.rawValue + 1])
    let isSound: Bool? = ByteReader.reading(try bytes(start..<end)) { reader in
      while !reader.isAtEnd {
        let (concept, label) = (Int(clamping: reader.varint()), Int(clamping: reader.varint()))
        let syllables = reader.string()
        guard !reader.hasFailed, concept < conceptCount else { return nil }
        body(concept, label, syllables)
      }
      return true
    }
    if isSound == nil { throw damaged("a reading") }
  }
}
