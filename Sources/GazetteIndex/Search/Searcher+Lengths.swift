extension Searcher {
  /// How long a text field of an entry is, in positions, as the index keeps it: exact up to 40, beyond at most an eighth
  /// too small.
  ///
  /// - Parameters:
  ///   - field: A text field of the schema.
  ///   - hit: The entry.
  /// - Returns: The length; `nil` for a field without lengths.
  /// - Throws: `IndexError.corrupt` when the lengths are damaged.
  package func length(of field: FieldID, _ hit: Hit) throws(IndexError) -> Int? {
    guard let slot = statistics.lengthSlots[Int(field.rawValue)] else { return nil }
    let lengths = try segments[hit.segment].segment.lengths(slot: slot)
    return FieldLength.table[Int(lengths[Int(hit.docID)])]
  }
}
