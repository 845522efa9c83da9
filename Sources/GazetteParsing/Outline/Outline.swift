internal import GazetteDocument

/// The sections of a document and what stands in them, still as bytes of the source text.
struct Outline {
  /// A section: the bytes of its heading and what belongs to it.
  struct Node {
    var parent: Int?
    var ordinal: Int
    var depth: Int
    /// The heading with its number; empty for the root.
    var heading: Range<Int>
    /// The words of the heading.
    var words: Range<Int>
    /// The printed number; empty when there is none.
    var number: Range<Int>
    /// Whether the heading is the title of an instrument inside the document.
    var isInstrument = false
  }

  /// A paragraph, item or row before it is cut into passages.
  struct Text {
    var range: Range<Int>
    var section: Int
    /// The printed number; empty when there is none.
    var number: Range<Int>
    /// The number that the form prints without its being in the text; 0 for none.
    var listNumber: Int
    var isWrapped: Bool
  }

  /// The sections in the order of the text; the first is the root.
  var nodes: [Node] = [
    Node(parent: nil, ordinal: 0, depth: 0, heading: 0..<0, words: 0..<0, number: 0..<0)
  ]
  /// The texts in their order.
  var texts: [Text] = []
}
