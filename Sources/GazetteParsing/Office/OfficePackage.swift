internal import GazetteDocument

/// The parts of an office document, unpacked when they are asked for.
struct OfficePackage {
  /// No office document has more parts than this.
  private static let maximumParts = 2_048

  private var archive: ZipArchive
  private let places: [String: Int]

  init(_ archive: ZipArchive) throws(ParseError) {
    guard archive.entries.count <= OfficePackage.maximumParts else {
      throw .malformed(ParseFinding(.documentParts, OfficePackage.maximumParts), offset: nil)
    }
    self.archive = archive
    var places: [String: Int] = [:]
    for (index, entry) in archive.entries.enumerated() where places[entry.name] == nil {
      places[entry.name] = index
    }
    self.places = places
  }

  /// The names of the parts, sorted.
  var names: [String] { places.keys.sorted() }

  /// How many bytes a part unpacks to by the archive's list; 0 when there is none of this name.
  func size(of name: String) -> Int { places[name].map { archive.entries[$0].size } ?? 0 }

  /// A part as UTF-8; `nil` when there is none of this name.
  ///
  /// - Throws: `ParseError` when it is damaged or larger than it may be.
  mutating func text(_ name: String) throws(ParseError) -> [UInt8]? {
    guard let place = places[name] else { return nil }
    let bytes = try archive.contents(of: archive.entries[place])
    return bytes.isEmpty ? [] : try DecodedText(bytes).utf8
  }

  /// Reads a part as XML; nothing happens when there is none of this name.
  mutating func withTree(
    _ name: String, _ body: (XMLNode) throws(ParseError) -> Void
  ) throws(ParseError) {
    guard let xml = try text(name), !xml.isEmpty else { return }
    try XMLGuard.check(xml.span)
    let tree = try XMLTree(xml: xml)
    if let root = tree.root { try body(root) }
  }
}
