import Gazette

/// The cards as a text file that Anki imports: the id first, by which a note is found again and updated.
///
/// The form is that of Anki's manual on importing text files: header lines that begin with `#`, tabs between the fields.
struct AnkiCards {
  private let outline: StudyOutline

  init(_ outline: StudyOutline) { self.outline = outline }

  /// The file.
  var text: String {
    let words = outline.words
    var text = "#separator:Tab\n#html:true\n#notetype:Gazette\n"
    text += "#deck:" + Self.line(words("deck", outline.pack.title)) + "\n"
    text += "#columns:GazetteID\tFront\tBack\tSource\tTags\n#tags column:5\n"
    for card in outline.pack.cards {
      let sources = card.sources.map { Self.field(outline.citation(of: $0)) }
      let fields = [
        card.id, Self.field(card.front), card.back.map(Self.field).joined(separator: "<br>"),
        sources.joined(separator: "<br>"), card.tags.map(Self.tag).joined(separator: " "),
      ]
      text += fields.joined(separator: "\t") + "\n"
    }
    return text
  }

  /// How the note type is made that the file asks for.
  var instructions: String {
    let words = outline.words
    return "# " + words("anki.title") + "\n\n"
      + ["anki.1", "anki.2", "anki.3"].map { words($0) }.joined(separator: "\n") + "\n"
  }

  /// Words as a field: on one line, signs of HTML escaped; a field in quotation marks would be unquoted by Anki.
  private static func field(_ text: String) -> String {
    XMLText.escaped(line(text)).split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "&quot;")
  }

  private static func line(_ text: String) -> String {
    StudyStatement.line(TextSafety.visible(text))
  }

  /// A tag: without blanks.
  private static func tag(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: "-")
  }
}
