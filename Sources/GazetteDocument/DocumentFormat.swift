/// A form in which a source file can hold a document.
public enum DocumentFormat: String, Sendable, Hashable, CaseIterable {
  /// Plain text.
  case text
  /// Markdown (CommonMark with tables and front matter).
  case markdown
  /// A web page.
  case html
}
