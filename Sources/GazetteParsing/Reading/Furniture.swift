/// Why a block belongs to the page around a document and not to the document.
enum Furniture: String, Sendable, Hashable, CaseIterable {
  case navigation
  case breadcrumb
  case share
  case footer
  case header
  case sidebar
  case related
  case neighbours
  case cookies
  case banner
  case advertisement
  case legal
  case pageTools = "page-tools"
  /// A table of contents.
  case contents
  /// What is printed at the top or at the foot of each page, or marks where one begins.
  case pageEdge = "page-edge"
  /// What a program keeps for itself in the file, or wrote over its pictures.
  case machine
  /// A row of labels and values: read as metadata.
  case labels
  /// The document's title, where it stands as such.
  case title
}
