import Gazette

/// What an item is about, so that it is known again when the pack is built anew.
struct StudyKey: Sendable, Hashable {
  /// The sort of item.
  let kind: StudyItemKind
  /// The concept, or the family of the document.
  let about: String
  /// What tells it from others about the same: folded words of the sentence, a field.
  let detail: String

  /// The id that the item has when it is new: `gz-` and twelve hexadecimal digits of a SHA-256 of the key.
  var id: String {
    let text = [kind.rawValue, about, detail].joined(separator: "\u{0}")
    return "gz-" + ContentHash.digest(of: Array(text.utf8).span).description.prefix(12)
  }
}
