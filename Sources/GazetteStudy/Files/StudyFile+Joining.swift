import Gazette

extension StudyFile {
  /// Joins the file with what lies in its place.
  ///
  /// - Parameters:
  ///   - base: The file as it was made before; `nil` for none.
  ///   - own: What lies there; `nil` for nothing.
  /// - Returns: What is to lie there, and what became of it. After a conflict the words of the person stay.
  public func joined(base: [UInt8]?, own: [UInt8]?) -> (bytes: [UInt8], outcome: Outcome) {
    guard let own else { return (bytes, .new) }
    if own == bytes { return (own, .same) }
    guard let base else { return (own, .conflict) }
    if own == base { return (bytes, .replaced) }
    if base == bytes { return (own, .kept) }
    guard isText else { return (own, .conflict) }
    let merge = ThreeWayMerge(
      base: String(decoding: base, as: UTF8.self), own: String(decoding: own, as: UTF8.self),
      new: String(decoding: bytes, as: UTF8.self))
    return (Array(merge.text.utf8), merge.conflicts == 0 ? .merged : .conflict)
  }
}
