internal import GazetteDocument

/// Reads electronic books (EPUB 2 and 3): their pages in the order of reading, one after another; the page of contents is
/// furniture.
enum BookReader {
  private struct Page {
    var path: String
    var isContents: Bool
  }

  /// The blocks of a book.
  ///
  /// - Throws: `ParseError` when it is encrypted, or a part of it is damaged, hostile or missing.
  static func read(_ package: inout OfficePackage) throws(ParseError) -> ExtractedText {
    var packagePath: String?
    try package.withTree("META-INF/container.xml") { root in
      packagePath = root.child("rootfiles")?.child("rootfile")?.attribute("full-path")
    }
    guard let packagePath else {
      throw .malformed(ParseFinding(.bookContainer), offset: nil)
    }
    let folder = packagePath.split(separator: "/").dropLast()
    var book = ExtractedText(utf8: [])
    var pages: [Page] = []
    try package.withTree(packagePath) { root in
      readMetadata(root, into: &book)
      pages = readSpine(root, folder: folder)
    }
    guard !pages.isEmpty else { throw .malformed(ParseFinding(.bookWithoutPages), offset: nil) }
    for page in pages {
      guard let html = try package.text(page.path) else {
        throw .malformed(ParseFinding(.bookPage, page.path), offset: nil)
      }
      let part = try HTMLReader.read(html)
      book.append(part, furniture: page.isContents ? .contents : nil)
    }
    return book
  }

  private static func readMetadata(_ root: XMLNode, into book: inout ExtractedText) {
    guard let metadata = root.child("metadata") else { return }
    for (field, value) in MarkupMetadata(metadata).values where book.entered[field] == nil {
      // The creator of a book is its author.
      switch field {
      case .title, .source, .language, .published: book.entered[field] = value
      default: break
      }
    }
  }

  private static func readSpine(_ root: XMLNode, folder: ArraySlice<Substring>) -> [Page] {
    var items: [String: Page] = [:]
    for item in root.child("manifest")?.children ?? [] {
      guard let id = item.attribute("id"), let address = item.attribute("href"),
        (item.attribute("media-type") ?? "").contains("html"), let path = path(address, in: folder)
      else { continue }
      let isContents = (item.attribute("properties") ?? "").split(separator: " ").contains("nav")
      items[id] = Page(path: path, isContents: isContents)
    }
    return (root.child("spine")?.children ?? []).compactMap { item in
      item.attribute("idref").flatMap { items[$0] }
    }
  }

  /// The name of the part at an address below the folder of the package file.
  private static func path(_ address: String, in folder: ArraySlice<Substring>) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(address.utf8.prefix { $0 != UInt8(ascii: "#") })[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    var parts = folder.map(String.init)
    for part in String(decoding: bytes, as: UTF8.self).split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}
