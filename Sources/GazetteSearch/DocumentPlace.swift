public import GazetteDocument

/// A place in a document that somebody named: a section, a passage or a sentence.
public struct DocumentPlace: Sendable, Hashable {
  /// The passages there, as places in the document's `passages`; several for a section.
  public let passages: [Int]
  /// The sentence within the only passage, from 1; `nil` when the whole passage is meant.
  public let sentence: Int?

  /// Finds what a path or a printed number means in a document.
  ///
  /// - Parameters:
  ///   - text: A path such as `s2.1.p3.s2`, a number or heading as the source prints it, such as 第三条 or `Article 4`, or a
  ///     number of several steps such as 第三条第二款第（一）项, `Article 4(2)` or `Section 2, item 3`.
  ///   - document: The document.
  /// - Throws: `LookupError` when there is no such place.
  public init(_ text: String, in document: PolicyDocument) throws(LookupError) {
    if let path = SectionPath(text) {
      self = try DocumentPlace(path, in: document)
      return
    }
    let wanted = DocumentPlace.folded(text)
    if let section = document.sections.indices.first(where: { index in
      let section = document.sections[index]
      return section.number.map(DocumentPlace.folded) == wanted
        || (!section.heading.isEmpty
          && [section.heading, section.numberedHeading].map(DocumentPlace.folded).contains(wanted))
    }) {
      self.init(passages: DocumentPlace.passages(below: section, in: document))
    } else if let passage = document.passages.firstIndex(where: {
      $0.number.map(DocumentPlace.folded) == wanted
    }) {
      self.init(passages: [passage])
    } else if let number = SectionNumber(text),
      case let found = document.passages(numbered: number),
      !found.isEmpty
    {
      self.init(passages: found)
    } else {
      throw .notAPath(text)
    }
  }

  private init(passages: [Int]) {
    self.passages = passages
    sentence = nil
  }

  private init(_ path: SectionPath, in document: PolicyDocument) throws(LookupError) {
    let missing = LookupError.noPlace(document: document.id.name, path: path.description)
    guard
      let section = document.sections.indices.first(where: {
        document.ordinals(ofSection: $0) == path.section
      })
    else { throw missing }
    guard let ordinal = path.passage else {
      passages = DocumentPlace.passages(below: section, in: document)
      sentence = nil
      return
    }
    guard
      let passage = document.passages.firstIndex(where: {
        $0.section == section && $0.ordinal == ordinal
      })
    else { throw missing }
    if let sentence = path.sentence, sentence > document.passages[passage].sentences.count {
      throw missing
    }
    passages = [passage]
    sentence = path.sentence
  }

  /// The passages of a section and of all sections in it.
  private static func passages(below section: Int, in document: PolicyDocument) -> [Int] {
    var inside = [Bool](repeating: false, count: document.sections.count)
    inside[section] = true
    // Parents stand before their children, so one walk marks them all. The root means only itself.
    if section != 0 {
      for index in document.sections.indices {
        if let parent = document.sections[index].parent, inside[parent] { inside[index] = true }
      }
    }
    return document.passages.indices.filter { inside[document.passages[$0].section] }
  }

  /// Numbers are compared without white space, brackets' width and the mark behind them.
  private static func folded(_ text: String) -> String {
    var result = ""
    for scalar in text.lowercased().unicodeScalars where !scalar.properties.isWhitespace {
      switch scalar {
      case "（": result += "("
      case "）": result += ")"
      case "、", "．", ".", "，", ",", "：", ":": continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
