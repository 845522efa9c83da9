import GazetteDocument
import GazetteParsing
import GazetteTestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Short ways to read a file in a test.
enum Reading {
  /// Reads bytes as a file of some name.
  static func document(_ bytes: [UInt8], file: String = "file.txt") throws(ParseError)
    -> PolicyDocument
  {
    try DocumentParser().parse(bytes, id: .init("test"), file: file)
  }

  /// Reads a text as a file of some name, and checks what holds for every document.
  static func document(
    _ text: String, file: String = "file.txt", sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> PolicyDocument {
    let document = try document(Array(text.utf8), file: file)
    #expect(violations(of: document).isEmpty, sourceLocation: sourceLocation)
    return document
  }

  /// Reads a record of a file of JSON Lines.
  static func record(_ bytes: [UInt8]) throws(ParseError) -> PolicyDocument {
    try DocumentParser().parse(
      bytes, sha256: ContentHash.digest(of: bytes.span), id: .init("test"), file: "a.jsonl",
      isRecord: true)
  }

  /// What does not hold of a document that holds of every one.
  static func violations(of document: PolicyDocument) -> [String] {
    DocumentInvariants(document) { slice in
      let bytes = Array(slice)
      return ContentHash.digest(of: bytes.span).prefix
    }.violations
  }

  /// The words of the passages of a document.
  static func passages(_ document: PolicyDocument) -> [String] {
    document.passages.map { document.text.string(in: $0.span) }
  }

  /// The words of the sentences of a document.
  static func sentences(_ document: PolicyDocument) -> [String] {
    document.sentences.map { document.text.string(in: $0.span) }
  }

  /// The numbered headings of a document, with their depth as leading spaces.
  static func outline(_ document: PolicyDocument) -> [String] {
    document.sections.dropFirst().map {
      String(repeating: " ", count: $0.depth - 1) + $0.numberedHeading
    }
  }

  /// How many times as many random inputs as usual are tried.
  static let scale = TestScale.factor

  /// Real texts beside the package, which need not be there.
  static let corpora: String? = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    let path = parts.joined(separator: "/") + "/../shared/corpora"
    return access(path, R_OK) == 0 ? path : nil
  }()

  /// Documents of one office in up to three forms each, which need not be there.
  static let legislation: String? = corpora.flatMap { corpora in
    access(corpora + "/en-uk-leg", R_OK) == 0 ? corpora + "/en-uk-leg" : nil
  }

  /// The paths of the files below a folder with one of some endings, sorted.
  static func files(below folder: String, endings: [String]) -> [String] {
    var found: [String] = []
    var folders = [folder]
    while let current = folders.popLast() {
      guard let handle = opendir(current) else { continue }
      while let entry = readdir(handle) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        guard !name.hasPrefix(".") else { continue }
        let path = current + "/" + name
        if entry.pointee.d_type == UInt8(DT_DIR) {
          folders.append(path)
        } else if endings.contains(where: { name.hasSuffix($0) }) {
          found.append(path)
        }
      }
      closedir(handle)
    }
    return found.sorted()
  }

  /// The bytes of a file.
  static func bytes(of path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }
}
