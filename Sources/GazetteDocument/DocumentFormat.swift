/// A form in which a source file can hold a document.
public enum DocumentFormat: String, Sendable, Hashable, CaseIterable {
  /// Plain text.
  case text
  /// Markdown (CommonMark with tables and front matter).
  case markdown
  /// A web page.
  case html
  /// Any XML but web pages.
  case xml
  /// An Office document (Office Open XML).
  case docx
  /// An OpenDocument text.
  case odt
  /// An electronic book.
  case epub
  /// A page description, whose text a program of the system takes out.
  case pdf
  /// A record of a file of JSON Lines.
  case jsonl
}
