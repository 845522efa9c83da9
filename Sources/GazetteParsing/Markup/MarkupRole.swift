/// What an element of an XML document is for a reader; the tables of the lexicon say which element is what.
enum MarkupRole: Sendable, Equatable {
  /// A part of running text: emphasis, references, terms.
  case inline
  /// Running text that is set in bold.
  case emphasis
  /// A part that begins and ends a block.
  case block
  /// A part that begins and ends a block, and is itself a list.
  case list
  /// An item of a list.
  case item
  /// Text whose line breaks count.
  case verbatim
  /// A level of the document: article, section, paragraph, point.
  case level
  /// The printed number of what follows.
  case number
  /// The heading of a level.
  case heading
  /// The title of the document.
  case title
  /// A table, a row of it and a cell of it.
  case table, row, cell
  /// A line break.
  case lineBreak
  /// White space within a line.
  case blank
  /// A note that stands apart from the text around it.
  case note
  /// Nothing of it is text.
  case silent
  /// Text around the document, not of it.
  case furniture(Furniture)
  /// A field of the document's metadata, whose text is furniture.
  case field(MetadataField)
  /// Another file, to be read in its place.
  case include

  /// The role that a line of the lexicon names, such as `block` or `field:issuer`.
  init?(_ name: String) {
    let parts = name.split(separator: ":", maxSplits: 1)
    switch parts.first {
    case "inline": self = .inline
    case "emphasis": self = .emphasis
    case "block": self = .block
    case "list": self = .list
    case "item": self = .item
    case "verbatim": self = .verbatim
    case "level": self = .level
    case "number": self = .number
    case "heading": self = .heading
    case "title": self = .title
    case "table": self = .table
    case "row": self = .row
    case "cell": self = .cell
    case "break": self = .lineBreak
    case "blank": self = .blank
    case "note": self = .note
    case "silent": self = .silent
    case "include": self = .include
    case "furniture":
      guard parts.count > 1, let reason = Furniture(rawValue: String(parts[1])) else { return nil }
      self = .furniture(reason)
    case "field":
      guard parts.count > 1, let field = MetadataField(rawValue: String(parts[1])) else {
        return nil
      }
      self = .field(field)
    default: return nil
    }
  }
}
