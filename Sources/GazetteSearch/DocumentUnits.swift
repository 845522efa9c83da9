import GazetteDocument

/// The headings and passages of a document in the order of the text.
struct DocumentUnits {
  private enum Unit {
    case heading(Int)
    case passage(Int)
  }

  private let document: PolicyDocument
  private let summary: DocumentSummary
  private var units: [(unit: Unit, span: TextSpan)] = []

  init(_ document: PolicyDocument) {
    self.document = document
    summary = DocumentSummary(document)
    var headings = document.sections.indices.compactMap { index in
      document.sections[index].headingSpan.map { (index, $0) }
    }[...]
    var covered = 0
    for (index, passage) in document.passages.enumerated() {
      while let (section, span) = headings.first, span.start <= passage.span.start {
        headings.removeFirst()
        // A heading that runs on into text is part of its first passage.
        let isOwn = span.start.byte >= covered && span.end.byte <= passage.span.start.byte
        if isOwn { units.append((.heading(section), span)) }
      }
      units.append((.passage(index), passage.span))
      covered = max(covered, passage.span.end.byte)
    }
    for (section, span) in headings where span.start.byte >= covered {
      units.append((.heading(section), span))
    }
  }

  var count: Int { units.count }

  /// The words of a unit.
  func text(at index: Int) -> String { document.text.string(in: units[index].span) }

  /// Whether a unit is a heading.
  func isHeading(_ index: Int) -> Bool {
    if case .heading = units[index].unit { true } else { false }
  }

  /// The place of a unit among the document's passages; `nil` for a heading.
  func passage(at index: Int) -> Int? {
    if case .passage(let passage) = units[index].unit { passage } else { nil }
  }

  /// One number a unit, the same for the same words, white space aside.
  func keys(_ known: inout [String: UInt32]) -> [UInt32] {
    units.indices.map { index in
      let solid = text(at: index).unicodeScalars.filter { !$0.properties.isWhitespace }
      let key = (isHeading(index) ? "#" : "") + String(String.UnicodeScalarView(solid))
      if let number = known[key] { return number }
      let number = UInt32(known.count)
      known[key] = number
      return number
    }
  }

  func side(at index: Int) -> DocumentDifference.Side {
    let (unit, span) = units[index]
    let path: SectionPath
    let number: String?
    let section: Int
    var voice = Voice(kind: .unknown)
    var flags: Set<PassageFlag> = []
    switch unit {
    case .heading(let own):
      section = own
      path = SectionPath(section: document.ordinals(ofSection: section))
      number = document.sections[section].number
    case .passage(let passage):
      path = document.path(ofPassage: passage)
      let found = document.passages[passage]
      number = found.number ?? document.sections[found.section].number
      section = found.section
      (voice, flags) = (found.voice, found.flags)
    }
    let id = MachineID(
      textDigest: document.textSHA256.prefix, bytes: span.bytes, digest: document.digest(of: span))
    return DocumentDifference.Side(
      path: path, id: id, span: span, text: text(at: index), isHeading: isHeading(index),
      citation: Citation(
        document: summary, path: path, number: number,
        headings: document.headings(ofSection: section),
        instrument: document.instrument(ofSection: section), id: id, voice: voice, flags: flags))
  }
}
