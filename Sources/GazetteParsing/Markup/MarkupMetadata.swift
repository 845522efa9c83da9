internal import GazetteDocument

/// What the `meta` part of an XML document plainly says of the document: the elements of Dublin Core, those of Akoma Ntoso
/// and those of United States Legislative Markup.
struct MarkupMetadata {
  /// The fields with their values, the first one of each counting.
  private(set) var values: [(MetadataField, String)] = []
  /// The people and bodies that references name, by their ids.
  private var names: [String: String] = [:]
  private var authors: [String] = []

  init(_ meta: XMLNode) {
    var node = meta.firstChild
    while let current = node {
      if current.kind == .element { take(current) }
      if current.kind == .element, let child = current.firstChild {
        node = child
        continue
      }
      node = current.next
      var parent = current
      while node == nil, let above = parent.parent, above != meta {
        parent = above
        node = above.next
      }
    }
    for author in authors {
      if let name = names[author] { values.append((.issuer, name)) }
    }
    values += later
  }

  /// What counts only when nothing better says it.
  private var later: [(MetadataField, String)] = []

  private mutating func take(_ node: XMLNode) {
    switch node.name {
    case "title": add(.title, node.ownText)
    case "creator": add(.issuer, node.ownText)
    case "publisher": add(.source, node.ownText)
    case "language": add(.language, node.ownText.lowercased())
    case "date":
      if node.namespace.contains("purl.org/dc/") { later.append((.published, node.ownText)) }
    case "type":
      // Dublin Core's own list has Text for whatever is written.
      let kind = node.ownText
      if kind.lowercased() != "text" { add(.kind, kind) }
    case "citableAs": addNumber(node.ownText)
    case "FRBRtitle": add(.title, node.attribute("value") ?? "")
    case "FRBRnumber": addNumber(node.attribute("value") ?? "")
    case "FRBRname":
      if node.parent?.name == "FRBRWork" {
        addNumber(node.attribute("value") ?? "", mayBeOther: true)
      }
    case "FRBRlanguage": add(.language, node.attribute("language") ?? "")
    case "FRBRdate": addDate(node)
    case "FRBRauthor":
      if node.parent?.name == "FRBRWork", let reference = node.attribute("href") {
        authors.append(String(reference.drop { $0 == "#" }))
      }
    case "publication": add(.published, node.attribute("date") ?? "")
    case "TLCOrganization", "TLCPerson", "TLCRole":
      if let id = node.attribute("eId"), let name = node.attribute("showAs") { names[id] = name }
    default: break
    }
  }

  /// Dates of the work: when it was made, enacted, published; not when a program last wrote the file.
  private mutating func addDate(_ node: XMLNode) {
    guard node.parent?.name == "FRBRWork", let date = node.attribute("date") else { return }
    let name = (node.attribute("name") ?? "").lowercased()
    for word in ["generat", "transform", "modif", "export", "convert"] where name.contains(word) {
      return
    }
    add(name.contains("publi") ? .published : name.contains("force") ? .effective : .written, date)
  }

  /// Adds a number: the first that reads as one counts, else the first of all.
  ///
  /// A bare serial is no number.
  private mutating func addNumber(_ value: String, mayBeOther: Bool = false) {
    let bytes = Array(value.utf8)
    let isRead = NumberLine(bytes.span, in: bytes.span.trimmed(0..<bytes.count)) != nil
    guard isRead || !mayBeOther && !bytes.allSatisfy(\.isDigit) else { return }
    if isRead { values.append((.number, value)) } else { later.append((.number, value)) }
  }

  private mutating func add(_ field: MetadataField, _ value: String) {
    if !value.isEmpty { values.append((field, value)) }
  }
}
