internal import GazetteDocument

/// What the styles of an OpenDocument text say of its paragraphs, and the numbers of its lists as they are counted.
struct OpenDocumentForm {
  var styles = OpenDocumentStyles()
  var numbering = OpenDocumentNumbering()

  /// Takes the styles of a part, of which there are up to two groups in each.
  mutating func take(_ root: XMLNode) {
    for node in root.children where node.isNamed("automatic-styles") || node.isNamed("styles") {
      styles.take(node)
      numbering.take(node)
    }
  }
}
