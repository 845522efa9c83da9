import Gazette

/// Lays a pack out as blocks.
struct StudyOutline {
  let pack: StudyPack
  let words: StudyWords

  init(_ pack: StudyPack) {
    self.pack = pack
    words = StudyWords(isChinese: pack.language.isChinese)
  }

  /// The handout: every section with its sentences, then the glossary.
  var handout: [StudyBlock] {
    var blocks: [StudyBlock] = [
      .heading(1, words("handout.title", pack.title)), .note(words("made", pack.revision)),
    ]
    for section in pack.sections {
      blocks.append(.heading(2, section.heading))
      blocks += section.statements.map { .statement($0) }
    }
    if !pack.terms.isEmpty {
      blocks.append(.heading(2, words("glossary.title", pack.title)))
      blocks.append(.table(glossary))
    }
    return blocks
  }

  /// The glossary: a row a rendering, head row first.
  var glossary: [[String]] {
    var rows = [
      [
        words("column.chinese"), words("column.english"), words("column.status"),
        words("column.where"),
      ]
    ]
    for term in pack.terms {
      for rendering in term.renderings {
        let isChinese = rendering.label.language.isChinese
        rows.append([
          isChinese ? rendering.label.text : "", isChinese ? "" : rendering.label.text,
          words("status." + rendering.label.status.rawValue), place(of: rendering),
        ])
      }
    }
    return rows
  }

  /// Where a rendering stands, or what the thesaurus names as its source.
  private func place(of rendering: StudyTerm.Rendering) -> String {
    if let excerpt = rendering.excerpt {
      return "\(excerpt.document.id)#\(excerpt.path) (\(excerpt.id))"
    }
    return rendering.label.source.map { words("thesaurus.source", $0) } ?? words("thesaurus")
  }

  /// The full citation of a sentence, in the language of the pack.
  func citation(of excerpt: CitedExcerpt) -> String {
    excerpt.citation.full(inChinese: words.isChinese)
  }

  /// The words of a translation, or that there is none.
  func translation(of statement: StudyStatement) -> String {
    statement.translation.map { StudyStatement.line($0.markedReading ?? $0.text) }
      ?? words("no-translation")
  }
}
