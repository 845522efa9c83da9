/// Reads Turtle as statements, after "RDF 1.1 Turtle" (W3C 2014); never recurses.
package struct TurtleReader {
  private enum Expectation { case subject, predicate, object, next }

  /// A statement, a bracket or a list that is open.
  private struct Frame {
    enum Kind { case statement, bracket, list }
    let kind: Kind
    var expects: Expectation
    var subject: RDFTerm?
    var predicate = ""
    var items: [RDFTerm] = []
    /// Whether a bracket of its own stands for the subject, which is a statement by itself.
    var isComplete = false
  }

  private var lexer: TurtleLexer
  private var frames = [Frame(kind: .statement, expects: .subject)]
  private var triples: [RDFTriple] = []
  private var nodeCount = 0
  private var pushed: TurtleToken?

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - utf8: The file.
  ///   - file: Its name, for errors.
  ///   - base: What relative references are relative to, unless the file says so.
  /// - Returns: The statements in the order of the file.
  /// - Throws: `RDFError` with the line at which it is no Turtle.
  package static func read(
    _ utf8: [UInt8], file: String, base: String = ""
  ) throws(RDFError) -> [RDFTriple] {
    var reader = TurtleReader(lexer: try TurtleLexer(utf8, file: file, base: base))
    try reader.run()
    return reader.triples
  }

  private init(lexer: TurtleLexer) { self.lexer = lexer }

  private var frame: Frame {
    get { frames[frames.count - 1] }
    set { frames[frames.count - 1] = newValue }
  }

  private mutating func run() throws(RDFError) {
    while true {
      let token = try take()
      switch token {
      case .end:
        guard frames.count == 1, frame.expects == .subject else {
          throw lexer.error("the file ends within a statement")
        }
        return
      case .iri(let iri): try deliver(.iri(iri))
      case .blank(let name): try deliver(.blank("_" + name))
      case .type:
        guard frame.kind != .list, frame.expects == .predicate else {
          throw lexer.error("“a” is a verb only")
        }
        try deliver(.iri(RDFName.type))
      case .plain(let words): try deliver(.literal(words, language: nil))
      case .words(let words): try deliver(try literal(words))
      case .language, .datatype: throw lexer.error("a language or type without words")
      case .mark(let mark): try punctuate(mark)
      }
    }
  }

  private mutating func take() throws(RDFError) -> TurtleToken {
    if let token = pushed {
      pushed = nil
      return token
    }
    return try lexer.next()
  }

  /// Words with their language or type, which is not kept.
  private mutating func literal(_ words: String) throws(RDFError) -> RDFTerm {
    let token = try lexer.next()
    switch token {
    case .language(let tag): return .literal(words, language: tag)
    case .datatype:
      guard case .iri = try lexer.next() else { throw lexer.error("a type is to be an IRI") }
      return .literal(words, language: nil)
    default:
      pushed = token
      return .literal(words, language: nil)
    }
  }

  /// Hands a term to what is open.
  private mutating func deliver(_ term: RDFTerm) throws(RDFError) {
    if frame.kind == .list {
      frame.items.append(term)
      return
    }
    switch frame.expects {
    case .subject:
      if case .literal = term { throw lexer.error("words cannot be a subject") }
      frame.subject = term
      frame.expects = .predicate
    case .predicate:
      guard case .iri(let iri) = term else { throw lexer.error("a property is to be an IRI") }
      frame.predicate = iri
      frame.expects = .object
    case .object:
      if let subject = frame.subject { add(subject, frame.predicate, term) }
      frame.expects = .next
      frame.isComplete = true
    case .next: throw lexer.error("“.”, “;” or “,” is missing")
    }
  }

  private mutating func add(_ subject: RDFTerm, _ predicate: String, _ object: RDFTerm) {
    triples.append(
      RDFTriple(subject: subject, predicate: predicate, object: object, line: lexer.line))
  }

  private mutating func newNode() -> RDFTerm {
    nodeCount += 1
    // A name that no file can give: its own begin with “_”.
    return .blank("\(nodeCount)")
  }

  private mutating func punctuate(_ mark: UInt8) throws(RDFError) {
    switch mark {
    case UInt8(ascii: "["):
      guard frame.kind == .list || frame.expects == .object || frame.expects == .subject else {
        throw lexer.error("“[” cannot stand here")
      }
      frames.append(Frame(kind: .bracket, expects: .predicate, subject: newNode()))
    case UInt8(ascii: "("):
      guard frame.kind == .list || frame.expects == .object || frame.expects == .subject else {
        throw lexer.error("“(” cannot stand here")
      }
      frames.append(Frame(kind: .list, expects: .object))
    case UInt8(ascii: "]"):
      guard frame.kind == .bracket, frame.expects == .predicate || frame.expects == .next,
        let node = frame.subject
      else { throw lexer.error("“]” cannot stand here") }
      frames.removeLast()
      let isSubject = frame.kind != .list && frame.expects == .subject
      try deliver(node)
      if isSubject { frame.isComplete = true }
    case UInt8(ascii: ")"):
      guard frame.kind == .list else { throw lexer.error("“)” cannot stand here") }
      let items = frame.items
      frames.removeLast()
      try deliver(list(of: items))
    case UInt8(ascii: ","):
      guard frame.kind != .list, frame.expects == .next else {
        throw lexer.error("“,” cannot stand here")
      }
      frame.expects = .object
    case UInt8(ascii: ";"):
      let isRepeated = frame.expects == .predicate && frame.isComplete
      guard frame.kind != .list, frame.expects == .next || isRepeated else {
        throw lexer.error("“;” cannot stand here")
      }
      frame.expects = .predicate
    default:
      let isDone =
        frame.expects == .next || frame.expects == .predicate && frame.isComplete
      guard frame.kind == .statement, isDone else { throw lexer.error("“.” cannot stand here") }
      frame = Frame(kind: .statement, expects: .subject)
    }
  }

  private mutating func list(of items: [RDFTerm]) -> RDFTerm {
    var rest = RDFTerm.iri(RDFName.nil)
    for item in items.reversed() {
      let node = newNode()
      add(node, RDFName.first, item)
      add(node, RDFName.rest, rest)
      rest = node
    }
    return rest
  }
}
