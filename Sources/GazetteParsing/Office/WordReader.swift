internal import GazetteDocument

/// Reads Word documents (Office Open XML, ECMA-376): the final text with its automatic numbers, notes behind the
/// paragraphs that they belong to; headers, footers and tables of contents are furniture.
struct WordReader {
  private let styles: WordStyles
  private var numbering: WordNumbering
  private var writer: BlockWriter
  /// The notes that were not met yet, by the kind and id that references name.
  private var notes: [String: XMLNode]
  /// Notes and text boxes that were met in the paragraph that is open.
  private var pending: [XMLNode] = []
  private var isPending = false
  /// For each open field whether it is a table of contents.
  private var fields: [Bool] = []
  /// The open tables: whether their rows are rows of data.
  private var tables: [Bool] = []
  /// Whether a revision deleted the end of the paragraph before, so that the next goes on in it.
  private var joinsNext = false
  /// The open paragraphs: whether they are a part of the table of contents, and whether they are emphasised.
  private var paragraphs: [(isContents: Bool, isEmphasised: Bool)] = []
  /// What looks for the title by the sizes of letters, and what it is to know of the paragraph that is open.
  private var title = WordTitle()
  private var paragraphStart = 0
  private var paragraphSize = WordTitle.standardSize
  private var paragraphStyle: String?
  private var runSize: Int?
  /// The blocks of paragraphs in a style for quotations.
  private var quotations: [Int] = []
  /// The first block of the table of contents that was begun last.
  private var contentsStart = 0

  /// The blocks of a document.
  ///
  /// - Throws: `ParseError` when a part is damaged, hostile or missing.
  static func read(_ package: inout OfficePackage) throws(ParseError) -> ExtractedText {
    var styles = WordStyles()
    try package.withTree("word/styles.xml") { styles = WordStyles($0) }
    var numbering = WordNumbering()
    try package.withTree("word/numbering.xml") { numbering = WordNumbering($0) }
    let main = try mainPart(&package)
    guard let xml = try package.text(main), !xml.isEmpty else {
      throw .malformed(ParseFinding(.documentWithoutText), offset: nil)
    }
    let footnotes = try OfficePart(&package, "word/footnotes.xml")
    let endnotes = try OfficePart(&package, "word/endnotes.xml")
    var notes: [String: XMLNode] = [:]
    footnotes.forEachNote { notes["footnoteReference " + $0] = $1 }
    endnotes.forEachNote { notes["endnoteReference " + $0] = $1 }
    try XMLGuard.check(xml.span)
    let tree = try XMLTree(xml: xml)
    guard let root = tree.root else {
      throw .malformed(ParseFinding(.documentWithoutText), offset: nil)
    }
    var reader = WordReader(
      styles: styles, numbering: numbering, writer: BlockWriter(capacity: xml.count / 6),
      notes: notes)
    try reader.walk(root)
    reader.closeParagraphs()
    reader.closeFields()
    reader.writer.finish()
    reader.writer.markTitle(reader.title.blocks)
    try package.withTree("docProps/core.xml") { root in
      reader.writer.enter(propertyTitle: root.child("title")?.ownText)
    }
    try reader.readEdges(&package)
    var extracted = reader.writer.extracted
    extracted.quotations = reader.quotations.filter(extracted.blocks.indices.contains).map {
      extracted.blocks[$0].range
    }
    return extracted
  }

  /// The name of the part that holds the text: what the package says, else where Word puts it.
  private static func mainPart(_ package: inout OfficePackage) throws(ParseError) -> String {
    var found = "word/document.xml"
    try package.withTree("_rels/.rels") { root in
      for node in root.children where (node.attribute("Type") ?? "").hasSuffix("/officeDocument") {
        found = String((node.attribute("Target") ?? found).drop { $0 == "/" })
      }
    }
    return found
  }

  /// Headers and footers, each text once, behind the document.
  private mutating func readEdges(_ package: inout OfficePackage) throws(ParseError) {
    var seen: Set<[UInt8]> = []
    for name in package.names
    where name.hasPrefix("word/header") || name.hasPrefix("word/footer") {
      guard let xml = try package.text(name), !xml.isEmpty else { continue }
      try XMLGuard.check(xml.span)
      let tree = try XMLTree(xml: xml)
      guard let root = tree.root, seen.insert(root.runningText).inserted else { continue }
      writer.beginFurniture(.pageEdge)
      try walk(root)
      writer.endFurniture()
    }
    writer.finish()
  }

  /// Walks a tree without recursion.
  private mutating func walk(_ root: XMLNode) throws(ParseError) {
    var open: [WordElement] = []
    var node: XMLNode? = root
    while let current = node {
      if current.kind == .element {
        let element = WordElement(current)
        if enter(current, element), let child = current.firstChild {
          open.append(element)
          node = child
          continue
        }
        try leave(current, element)
      } else if current.kind == .text, open.last == .text {
        _ = current.withText { writer.text($0) }
      }
      node = open.isEmpty ? nil : current.next
      var parent = current
      while node == nil, let element = open.popLast(), let above = parent.parent {
        try leave(above, element)
        parent = above
        node = open.isEmpty ? nil : above.next
      }
    }
  }

  /// Notes that an element begins; false when nothing of it is read now.
  private mutating func enter(_ node: XMLNode, _ element: WordElement) -> Bool {
    switch element {
    case .paragraph: beginParagraph(node)
    case .run:
      guard let properties = node.child("rPr") else { return true }
      if properties.child("vanish")?.isOn ?? false { return false }
      if WordStyles.isBold(properties) ?? false { writer.beginEmphasis() }
      if runSize == nil, !title.isFull { runSize = WordStyles.size(properties) }
    case .tab: writer.writeBlank()
    case .lineBreak: if node.attribute("type") == nil { writer.breakLine() }
    case .hyphen: writer.text("\u{2011}")
    case .symbol:
      if let code = node.attribute("char").flatMap({ UInt32($0, radix: 16) }), code < 0xE000,
        let scalar = Unicode.Scalar(code)
      {
        writer.text(String(Character(scalar)))
      }
    case .table:
      writer.flushNumber()
      tables.append(MarkupTable.holdsData(node) { WordElement($0).role })
    case .row:
      if node.child("trPr")?.child("del") != nil { return false }
      if tables.last ?? false { writer.beginRow() } else { writer.end() }
    case .cell: writer.beginCell()
    case .contentControl:
      guard
        node.child("sdtPr")?.child("docPartObj")?.child("docPartGallery")?.attribute("val")
          == "Table of Contents"
      else { return true }
      writer.beginFurniture(.contents)
    case .noteReference:
      let key = node.name + " " + (node.attribute("id") ?? "")
      // Once each, or a short file could stand for any amount of text.
      if !isPending, let note = notes.removeValue(forKey: key) { pending.append(note) }
    case .textBox:
      if !isPending {
        pending.append(node)
        return false
      }
    case .fallback:
      // The same text box once more, for older programs.
      return node.parent?.firstElement?.name != "Choice"
    case .fieldSign: readFieldSign(node)
    case .fieldCode: readFieldCode(node)
    case .silent: return false
    case .text, .other: break
    }
    return true
  }

  /// Notes that an element ends.
  private mutating func leave(_ node: XMLNode, _ element: WordElement) throws(ParseError) {
    switch element {
    case .paragraph:
      let mark = node.child("pPr")?.child("rPr")
      if mark?.child("del") != nil || mark?.child("moveFrom") != nil {
        joinsNext = true
        return
      }
      endParagraph()
      if !pending.isEmpty, !isPending, !writer.isInRow { try readPending() }
    case .run:
      if let properties = node.child("rPr"), !(properties.child("vanish")?.isOn ?? false),
        WordStyles.isBold(properties) ?? false
      {
        writer.endEmphasis()
      }
    case .row:
      if writer.isInRow { writer.endRow() }
      if !pending.isEmpty, !isPending { try readPending() }
    case .table: _ = tables.popLast()
    case .contentControl:
      if node.child("sdtPr")?.child("docPartObj")?.child("docPartGallery")?.attribute("val")
        == "Table of Contents"
      {
        writer.endFurniture()
      }
    default: break
    }
  }

  private mutating func readPending() throws(ParseError) {
    isPending = true
    defer { isPending = false }
    let met = pending
    pending = []
    for node in met {
      if let id = node.attribute("id").flatMap({ Int($0) }), id > 0 { nextNote = id }
      try walk(node)
      nextNote = 0
      writer.flushNumber()
    }
  }

  /// The number of the note whose first paragraph comes next.
  private var nextNote = 0
}

extension WordReader {
  private mutating func beginParagraph(_ node: XMLNode) {
    if joinsNext {
      joinsNext = false
      return
    }
    let own = node.child("pPr")
    let name = own?.child("pStyle")?.attribute("val")
    let style = styles[name]
    let direct = own.map(WordStyles.properties(of:)) ?? WordStyles.Properties()
    var properties = direct.over(style.properties)
    if style.isContents { writer.beginFurniture(.contents) }
    if properties.list != nil, direct.listLevel == nil, let name, let list = properties.list,
      let level = numbering.level(of: name, in: list)
    {
      properties.listLevel = level
    }
    paragraphStart = writer.extracted.blocks.count
    if style.isQuotation { quotations.append(paragraphStart) }
    paragraphSize = properties.size ?? styles.standardSize
    paragraphStyle = name
    runSize = nil
    let label = label(of: properties)
    if let rank = properties.outlineLevel, (0..<9).contains(rank) {
      writer.begin(.heading, rank: rank + 1)
    } else if style.isTitle, !writer.isInRow {
      writer.begin(.heading, rank: 1)
      writer.markTitle()
    } else {
      writer.begin(label == nil ? .paragraph : .item, listNumber: nextNote)
    }
    nextNote = 0
    if let label, !label.words.isEmpty, node.hasRunningText {
      writer.beginNumber()
      writer.text(label.words)
      writer.endNumber()
      if !label.hasGap || label.words.hasSuffix("、") || label.words.hasSuffix("）") {
        writer.joinNumber()
      }
    }
    let isEmphasised = (properties.isBold ?? false) || (properties.isCentred ?? false)
    if isEmphasised { writer.beginEmphasis() }
    paragraphs.append((style.isContents, isEmphasised))
  }

  private mutating func label(of properties: WordStyles.Properties) -> WordNumbering.Label? {
    guard let list = properties.list, list != "0" else { return nil }
    return numbering.next(in: list, level: properties.listLevel ?? 0)
  }

  private mutating func endParagraph() {
    let isBody = !writer.isInRow
    writer.flushNumber()
    if isBody, !isPending, !title.isFull, writer.extracted.blocks.count > paragraphStart {
      title.take(block: paragraphStart, size: runSize ?? paragraphSize, style: paragraphStyle)
    }
    guard let open = paragraphs.popLast() else { return }
    if open.isEmphasised { writer.endEmphasis() }
    if open.isContents { writer.endFurniture() }
  }

  private mutating func readFieldSign(_ node: XMLNode) {
    switch node.attribute("fldCharType") {
    case "begin"?: fields.append(false)
    case "end"?: if fields.popLast() ?? false { writer.endFurniture() }
    default: break
    }
  }

  /// A field `TOC …` is a table of contents, up to its end some paragraphs on.
  private mutating func readFieldCode(_ node: XMLNode) {
    guard let last = fields.indices.last, !fields[last] else { return }
    let code = node.firstChild?.withText { $0.string(in: $0.trimmed(0..<$0.count)) } ?? ""
    if code.hasPrefix("TOC ") || code == "TOC" {
      fields[last] = true
      writer.beginFurniture(.contents)
      contentsStart = writer.extracted.blocks.count
    }
  }

  /// Ends the paragraphs that nothing followed, though a revision deleted their end.
  private mutating func closeParagraphs() {
    joinsNext = false
    while !paragraphs.isEmpty { endParagraph() }
  }

  /// A table of contents that never ends is none: what it would hold is text.
  private mutating func closeFields() {
    while let isContents = fields.popLast() {
      guard isContents else { continue }
      writer.endFurniture()
      writer.restore(.contents, from: contentsStart)
    }
  }
}
