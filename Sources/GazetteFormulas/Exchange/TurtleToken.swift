/// A token of Turtle.
enum TurtleToken: Equatable {
  /// An IRI, resolved and with its prefix written out.
  case iri(String)
  case blank(String)
  /// Words between quotation marks.
  case words(String)
  /// `@en` behind words.
  case language(String)
  /// `^^` behind words.
  case datatype
  /// A number, `true` or `false`, as written.
  case plain(String)
  /// `a`: is of the type.
  case type
  /// One of `. ; , [ ] ( )`.
  case mark(UInt8)
  case end
}
