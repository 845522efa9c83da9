/// A field of a document's metadata that a label or a key in front matter can name.
enum MetadataField: String, Sendable, Hashable {
  case title, issuer, number, kind, written, published, effective, source, status, language
  case addressee, keywords
  /// The day for which the status is said, or on which the paper ended.
  case statusDate
  /// A label that is known and that no field is kept for: the index number, the subject, the editor.
  case other
}
