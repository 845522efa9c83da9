import GazetteAnalysis
import GazetteConcepts
package import GazetteIndex

extension StoredThesaurus {
  /// The concepts of which the id or a label holds a part of a name: `三保*` begins so, `*保障` ends so, `*保障*` has it anywhere.
  ///
  /// Costs reading the whole thesaurus.
  ///
  /// - Parameter name: The name as typed.
  /// - Returns: The numbers of the concepts, rising; `nil` for a name without an asterisk at its beginning or its end.
  /// - Throws: `IndexError.corrupt` when the thesaurus is damaged.
  package func numbers(ofPart name: String) throws(IndexError) -> [Int]? {
    let (isOpenBefore, isOpenBehind) = (name.hasPrefix("*"), name.hasSuffix("*"))
    guard isOpenBefore || isOpenBehind else { return nil }
    var text = LabelText()
    let part = text.folded(name)
    guard part.count > 1 else { return [] }
    func holds(_ label: [UInt8]) -> Bool {
      guard part.count <= label.count else { return false }
      if !isOpenBefore { return label.starts(with: part) }
      if !isOpenBehind { return label.suffix(part.count).elementsEqual(part) }
      return (0...label.count - part.count).contains { label[$0...].starts(with: part) }
    }
    var found: [Int] = []
    for number in 0..<conceptCount {
      let concept = try concept(at: number)
      let names = [concept.id] + concept.labels.map(\.text)
      if names.contains(where: { holds(text.folded($0)) }) { found.append(number) }
    }
    return found
  }
}
