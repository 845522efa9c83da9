internal import GazetteDocument

/// The marks of notes in the text of a page: links to a note that links back.
///
/// `consumption<a id="r1" href="#n1">1</a>` prints a mark that is no word of its sentence, and glued to one it would part
/// the sentence from its other copies. Where the note itself prints the same mark, or is the item of that number, nothing
/// is lost when the text goes without.
struct HTMLNoteLinks {
  /// A link from one place of the page to another.
  private struct Link {
    var element: Int
    /// The hash of the name that it leads to.
    var target: UInt64
    /// The hashes of the names by which other links may lead here, its own first.
    var names: [UInt64] = []
    var mark: [UInt8]
    /// The place of the list item around it, from 1; 0 for none.
    var item = 0
  }

  private var links: [Link] = []

  /// How far out an element may bear the name of a note.
  private static let reach = 4
  /// Before the item of a list stand at most so many others, or it is not counted.
  private static let longestList = 300

  /// Notes a link, if what it prints may be the mark of a note.
  mutating func add(_ node: XMLNode, element: Int) {
    guard let address = node.attribute("href"), let mark = HTMLNoteLinks.mark(of: node) else {
      return
    }
    var link = Link(
      element: element, target: Lexicon.hash(address.dropFirst().utf8), mark: mark)
    var around: XMLNode? = node
    for _ in 0...HTMLNoteLinks.reach {
      guard let current = around else { break }
      if let name = current.attribute("id") { link.names.append(Lexicon.hash(name.utf8)) }
      if current.isNamed("li") {
        link.item = HTMLNoteLinks.place(of: current)
        break
      }
      around = current.parent
    }
    links.append(link)
  }

  /// The elements that are marks of notes in running text.
  func references() -> [Int] {
    guard links.count > 1 else { return [] }
    var byTarget: [UInt64: [Int]] = [:]
    for index in links.indices { byTarget[links[index].target, default: []].append(index) }
    return links.indices.compactMap { index in
      let link = links[index]
      guard !link.mark.isEmpty else { return nil }
      // A note links back to the mark; several marks of one note are told apart by their names.
      let backs = link.names.prefix(2).lazy.flatMap { byTarget[$0]?.prefix(8) ?? [] }
      let hasNote = backs.contains { back in
        guard back > index, links[back].names.contains(link.target) else { return false }
        let value = Int(String(decoding: link.mark, as: UTF8.self))
        return links[back].mark == link.mark || value.map { $0 == links[back].item } ?? false
      }
      return hasNote ? link.element : nil
    }
  }

  /// The digits, the letter or the sign that a link prints, its brackets left out; empty for an arrow, and `nil` for words.
  private static func mark(of node: XMLNode) -> [UInt8]? {
    var inner = node.firstChild
    // <a><sup>1</sup></a>
    if let element = inner, element.kind == .element, element.next == nil {
      inner = element.firstChild
    }
    guard let text = inner, text.kind == .text, text.next == nil else { return nil }
    let bytes = text.withText { text -> [UInt8]? in
      let range = text.trimmed(0..<text.count)
      guard range.count <= 6 else { return nil }
      return range.map { text[$0] }
    }
    guard let found = bytes ?? nil else { return nil }
    let bare = found.filter { !"[]()".utf8.contains($0) }
    let isMark =
      bare.count <= 3 && bare.allSatisfy(\.isDigit) || bare.count == 1 && bare[0].isLetter
      || ["*", "**", "†", "‡"].contains { Array($0.utf8) == bare }
    return isMark ? bare : []
  }

  /// The place of an item in a list with numbers; 0 in any other.
  private static func place(of item: XMLNode) -> Int {
    guard let list = item.parent, list.isNamed("ol"), list.attribute("start") == nil else {
      return 0
    }
    var place = 0
    var child = list.firstChild
    while let current = child, place < longestList {
      if current.isNamed("li") { place += 1 }
      if current == item { return place }
      child = current.next
    }
    return 0
  }
}
