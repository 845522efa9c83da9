import GazetteAnalysis
package import GazetteConcepts
package import GazetteIndex

extension StoredThesaurus {
  /// A label that a text such as a query holds.
  package struct Label: Sendable, Hashable {
    /// Where it stands in the text: bytes.
    package let range: Range<Int>
    /// Whose label it is.
    package let owners: [LabelOwner]
  }

  /// A text over this many bytes is a page that somebody pasted, and not searched for labels.
  private static let textLimit = 4_096

  /// The labels in a text, the longest of those that overlap, in the order of the text.
  ///
  /// Costs a few bytes of the trie for every word, or character of Chinese, of the text.
  package func labels(in text: String) throws(IndexError) -> [Label] {
    guard text.utf8.count <= Self.textLimit, stateCount > 1 else { return [] }
    var folded = LabelText()
    let bytes = folded.folded(text)
    let matches = try matches(in: bytes)
    guard !matches.isEmpty else { return [] }
    var owners: [Int32: [LabelOwner]] = [:]
    for match in matches where owners[match.label] == nil {
      owners[match.label] = try self.owners(of: Int(match.label))
    }
    let negative = matches.filter { owners[$0.label]?.contains(where: \.isNegative) == true }
    let counted = matches.sorted { ($0.start, -$0.end) < ($1.start, -$1.end) }.compactMap { match in
      let own = (owners[match.label] ?? []).filter { owner in
        !owner.isNegative
          && !negative.contains { other in
            other.start <= match.start && match.end <= other.end
              && owners[other.label]?.contains {
                $0.isNegative && $0.concept == owner.concept
              } == true
          }
      }
      return own.isEmpty ? nil : (match: match, owners: own)
    }
    return zip(counted, ConceptMatcher.parts(of: counted.map(\.match))).compactMap {
      let ((match, own), isPart) = $0
      if isPart { return nil }
      return Label(range: folded.source(of: Int(match.start)..<Int(match.end)), owners: own)
    }
  }

  /// Whose label a text is as a whole.
  package func owners(ofLabel text: String) throws(IndexError) -> [LabelOwner] {
    guard text.utf8.count <= Self.textLimit, stateCount > 1 else { return [] }
    var folded = LabelText()
    let bytes = folded.folded(text)
    let whole = try matches(in: bytes).filter { $0.start == 0 && Int($0.end) == bytes.count }
    guard let match = whole.first else { return [] }
    return try owners(of: Int(match.label)).filter { !$0.isNegative }
  }

  /// Every label of a folded text, by rising start and then by rising end: `LabelAutomaton.matches`, read as it goes.
  private func matches(in bytes: [UInt8]) throws(IndexError) -> [LabelMatch] {
    var matches: [LabelMatch] = []
    var isInWord = false
    for start in bytes.indices {
      let byte = bytes[start]
      let isWord = LabelAutomaton.isWord(byte)
      defer { isInWord = isWord }
      if isWord ? isInWord : byte < 0x80 || byte & 0xC0 == 0x80 { continue }
      var state = 0
      var base = try words(.trie, at: 0, count: 3)[0]
      for at in start..<bytes.count {
        let next = Int(Int32(bitPattern: base)) + Int(bytes[at])
        guard next > 0, next < stateCount else { break }
        let numbers = try words(.trie, at: next * 3, count: 3)
        guard Int(Int32(bitPattern: numbers[1])) == state else { break }
        (state, base) = (next, numbers[0])
        let label = Int32(bitPattern: numbers[2])
        if label >= 0 {
          guard label < spellingCount else { throw damaged("a label") }
          let goesOn =
            LabelAutomaton.isWord(bytes[at]) && at + 1 < bytes.count
            && LabelAutomaton.isWord(bytes[at + 1])
          if !goesOn {
            matches.append(LabelMatch(label: label, start: Int32(start), end: Int32(at + 1)))
          }
        }
      }
    }
    return matches
  }
}
