/// Two states of a document: their names, and which passages of them belong together.
package struct ChangedDocument: Sendable {
  /// The name then; `nil` for a document that is new.
  package let old: String?
  /// The name now; `nil` for a document that is gone.
  package let new: String?
  /// The place now of each passage that stayed, moved or changed, by its place then.
  package private(set) var later: [Int: Int] = [:]
  /// The same the other way round.
  package private(set) var earlier: [Int: Int] = [:]
  /// The places then of the passages of which the words changed.
  package private(set) var changed: Set<Int> = []

  init(old: String?, new: String?) {
    self.old = old
    self.new = new
  }

  mutating func link(_ one: Int, _ other: Int, isChanged: Bool) {
    later[one] = other
    earlier[other] = one
    if isChanged { changed.insert(one) }
  }
}
