import Gazette

extension StudyPack {
  /// The files of the pack, in the order in which a trainer looks at them; the same pack gives the same bytes.
  public var files: [StudyFile] {
    let outline = StudyOutline(self)
    let markdown = MarkdownPack(outline)
    let html = HTMLPack(outline)
    let anki = AnkiCards(outline)
    func file(_ name: String, _ text: String) -> StudyFile {
      StudyFile(name: name, bytes: Array(text.utf8))
    }
    return [
      file("outline.md", markdown.outlineFile), file("handout.md", markdown.handout),
      file("handout.html", html.handout),
      StudyFile(name: "handout.docx", bytes: WordDocument(outline).bytes),
      file("glossary.md", markdown.glossary), file("cards.txt", anki.text),
      file("anki.md", anki.instructions), file("quiz.md", markdown.quiz),
      file("slides.html", html.slides), file("timeline.svg", TimelineDrawing(outline).svg),
      file("sources.md", markdown.sources),
    ]
  }
}
