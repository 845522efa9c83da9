internal import GazetteDocument

/// Reads XML documents by the roles that the tables give to their elements; of what no table names, an element that
/// stands in running text is a part of it, and any other is a block.
struct MarkupReader {
  private let dialect: MarkupDialect
  /// The tables of the dialect and of any other, looked up once: every element is asked for.
  private let roles: [UInt64: MarkupRole]
  private let otherRoles: [UInt64: MarkupRole]
  private let inclusion: MarkupInclusion
  var writer: BlockWriter
  /// The styles and lists of an OpenDocument text.
  var form: OpenDocumentForm?
  /// The open levels.
  private var depth = 0 { didSet { writer.depth = depth } }
  private var silentFields: [(field: MetadataField, start: Int)] = []
  /// Notes that were met in running text and follow the block that they stand in.
  private var notes: [XMLNode] = []
  private var isInNote = false

  /// One open element.
  private struct Frame {
    var role: MarkupRole
    /// Whether its children are running text.
    var isText: Bool
  }

  /// The blocks of a document.
  ///
  /// - Parameters:
  ///   - utf8: The document as valid UTF-8.
  ///   - inclusion: How other files that it names are read.
  /// - Returns: The source text with its blocks.
  /// - Throws: `ParseError` when it is hostile or not well-formed, or would not be read whole.
  static func read(
    _ utf8: consuming [UInt8], inclusion: MarkupInclusion = .none
  ) throws(ParseError) -> ExtractedText {
    let xml = utf8
    try XMLGuard.check(xml.span)
    let tree = try XMLTree(xml: xml)
    guard let root = tree.root else {
      throw .malformed(ParseFinding(.xmlEmpty), offset: nil)
    }
    let dialect = MarkupDialect(root: root.name, namespace: root.namespace)
    if root.name == "svg" { throw .notADocument(ParseFinding(.image, "SVG")) }
    return try read(root, dialect: dialect, inclusion: inclusion, capacity: xml.count / 2)
  }

  /// The blocks of a tree.
  static func read(
    _ root: XMLNode, dialect: MarkupDialect, inclusion: MarkupInclusion = .none,
    form: OpenDocumentForm? = nil, capacity: Int
  ) throws(ParseError) -> ExtractedText {
    var reader = MarkupReader(dialect: dialect, inclusion: inclusion, capacity: capacity)
    reader.form = form
    try reader.walk(root)
    reader.writer.finish()
    try reader.writeNotes()
    reader.writer.finish()
    return reader.writer.extracted
  }

  private init(dialect: MarkupDialect, inclusion: MarkupInclusion, capacity: Int) {
    self.dialect = dialect
    roles = dialect.roles
    otherRoles = MarkupDialect.generic.roles
    self.inclusion = inclusion
    writer = BlockWriter(capacity: capacity)
    writer.namesHeadings = dialect != .generic && dialect != .openDocument
  }

  /// Walks a tree without recursion but for files that it includes, which nest eight deep at most.
  private mutating func walk(_ root: XMLNode) throws(ParseError) {
    var open: [Frame] = []
    var node: XMLNode? = root
    while let current = node {
      switch current.kind {
      case .element:
        let above = open.last
        let role = role(of: current, above: above)
        if try enter(current, role), let child = current.firstChild {
          open.append(Frame(role: role, isText: isText(current, role, above)))
          node = child
          continue
        }
        try leave(current, role)
      case .text: _ = current.withText { writer.text($0) }
      case .other:
        if current.isEntityReference { writer.text(EntityName.text(of: current.name)) }
      }
      node = open.isEmpty ? nil : current.next
      var parent = current
      while node == nil, let frame = open.popLast(), let above = parent.parent {
        try leave(above, frame.role)
        parent = above
        node = open.isEmpty ? nil : above.next
      }
    }
  }

  private func role(of node: XMLNode, above: Frame?) -> MarkupRole {
    let hash = node.nameHash
    if hash == MarkupReader.include, node.namespace.hasSuffix("/XInclude") { return .include }
    if let named = roles[hash] {
      // A title that a dialect does not know as its own is a heading of the level that it stands in.
      if named == .title, dialect == .generic, depth > 0 { return .heading }
      return named
    }
    if dialect != .generic, let named = otherRoles[hash], named != .title {
      return named == .silent || named == .emphasis ? named : .inline
    }
    return dialect == .generic && !(above?.isText ?? false) ? .block : .inline
  }

  private static let include = Lexicon.hash("include".utf8)

  /// Whether the children of an element are running text: it stands in such, or has text of its own.
  private func isText(_ node: XMLNode, _ role: MarkupRole, _ above: Frame?) -> Bool {
    guard dialect == .generic else { return false }
    if role == .inline || role == .emphasis { return true }
    var child = node.firstChild
    while let current = child {
      if current.kind == .text,
        current.withText({ $0.skippingSpace(from: 0, to: $0.count) < $0.count }) ?? false
      {
        return true
      }
      child = current.next
    }
    return false
  }

  /// Notes that an element begins; false when nothing of it is read now.
  private mutating func enter(_ node: XMLNode, _ role: MarkupRole) throws(ParseError) -> Bool {
    switch role {
    case .inline: if form != nil { beginStyle(node) }
    case .emphasis: writer.beginEmphasis()
    case .block, .list, .row, .table, .cell, .verbatim, .item: enterBlock(node, role)
    case .level:
      writer.end()
      depth += 1
    case .number: writer.beginNumber()
    case .heading:
      // The name of a law stands above its levels, beside its number.
      let isTitle = dialect == .dcLaw && depth == 0
      if isTitle { writer.flushNumber() }
      writer.begin(.heading, rank: headingRank(node))
      if form != nil { numberHeading(node) }
      if isTitle { writer.markTitle() }
    case .title:
      if writer.isAtStart { writer.begin(.heading, rank: 1) }
      writer.markTitle()
    case .lineBreak: writer.breakLine()
    case .blank: writer.writeBlank()
    case .note:
      if !isInNote {
        notes.append(node)
        return false
      }
      writer.flushNumber()
    case .silent:
      if node.nameHash == MarkupReader.meta {
        for (field, value) in MarkupMetadata(node).values {
          // The text says the number with its place.
          if field == .number {
            writer.declare(value, for: field)
          } else {
            writer.enter(value, for: field)
          }
        }
      }
      return false
    case .furniture(let reason): writer.beginFurniture(reason)
    case .field(let field):
      writer.beginFurniture(.labels)
      silentFields.append((field, writer.extracted.utf8.count))
    case .include:
      try include(node)
      return false
    }
    return true
  }

  private static let meta = Lexicon.hash("meta".utf8)

  private mutating func enterBlock(_ node: XMLNode, _ role: MarkupRole) {
    switch role {
    case .item:
      writer.begin(.item)
      if form != nil { numberItem(node) }
    case .verbatim:
      writer.begin(.verbatim)
      writer.beginVerbatim()
    case .table:
      writer.flushNumber()
      let (roles, depth) = (roles, depth)
      tables.append(
        MarkupTable.holdsData(node) { element in
          let named = roles[element.nameHash]
          return named == .title && depth > 0 ? .heading : named ?? .inline
        })
    case .row: if tables.last ?? false { writer.beginRow() } else { writer.end() }
    case .cell: writer.beginCell()
    default:
      writer.end()
      if form != nil { beginStyle(node) }
    }
  }

  /// For each open table whether its rows are rows of data.
  private var tables: [Bool] = []

  /// The rank of a heading: its level, or what the form itself says.
  private func headingRank(_ node: XMLNode) -> Int {
    if dialect == .openDocument, let level = node.attribute("outline-level").flatMap({ Int($0) }) {
      return min(max(level, 1), 100)
    }
    return max(1, depth)
  }

  /// Notes that an element ends.
  private mutating func leave(_ node: XMLNode, _ role: MarkupRole) throws(ParseError) {
    switch role {
    case .inline:
      if form != nil { endStyle(node) }
      return
    case .lineBreak, .blank, .silent, .include: return
    case .emphasis:
      writer.endEmphasis()
      return
    case .number:
      writer.endNumber()
      return
    case .title: if dialect == .akomaNtoso { return }
    case .level:
      writer.flushNumber()
      depth -= 1
    case .row: if writer.isInRow { writer.endRow() }
    case .table: _ = tables.popLast()
    case .block, .list: if form != nil { endStyle(node) }
    case .item: writer.flushNumber()
    case .verbatim:
      writer.end()
      writer.endVerbatim()
    case .furniture: writer.endFurniture()
    case .field:
      if let open = silentFields.popLast() {
        let bytes = writer.extracted.utf8
        writer.endFurniture()
        writer.enter(bytes.span.collapsed(in: open.start..<bytes.count), for: open.field)
      }
    case .note where !isInNote: return
    default: break
    }
    writer.end()
    if !notes.isEmpty, !isInNote, !writer.isInRow, writer.isAtStart { try writeNotes() }
  }

  /// Writes the notes that were met, each as blocks of its own; one in another follows it.
  private mutating func writeNotes() throws(ParseError) {
    guard !isInNote else { return }
    isInNote = true
    defer { isInNote = false }
    let met = notes
    notes = []
    for note in met {
      writer.end()
      if let marker = note.attribute("marker").flatMap({ Int($0) }), marker > 0 {
        writer.begin(.paragraph, listNumber: marker)
      }
      try walk(note)
      writer.flushNumber()
    }
  }

  private mutating func include(_ node: XMLNode) throws(ParseError) {
    writer.flushNumber()
    let address = node.attribute("href") ?? ""
    guard let (xml, inner) = try inclusion.file(at: address) else {
      writer.note(
        ParseNotice(kind: .missingPart, detail: address.isEmpty ? "href=\"\"" : address))
      return
    }
    try XMLGuard.check(xml.span)
    let tree = try XMLTree(xml: xml)
    guard let root = tree.root else { return }
    var part = MarkupReader(dialect: dialect, inclusion: inner, capacity: 0)
    swap(&part.writer, &writer)
    part.depth = depth
    try part.walk(root)
    part.writer.flushNumber()
    try part.writeNotes()
    swap(&part.writer, &writer)
  }
}
