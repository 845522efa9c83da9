import Foundation
import GazetteTestSupport
import GazetteYAML

/// What a careful reader says of one document; see `Tests/Annotations/README.md`.
struct Annotation: Sendable, CustomStringConvertible {
  /// The document's id.
  let document: String
  let root: YAMLNode

  var description: String { document }

  /// All annotations of the project; those of mentions, which lie in a folder of their own, are others.
  static func all() throws -> [Annotation] {
    let folder = ProjectFolder.top + "/Tests/Annotations"
    let files = ProjectFolder.files(below: folder, endings: ["yaml"])
    return try files.filter { !$0.contains("/mentions/") }.map { path in
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      let root = try YAMLReader.read(bytes)
      return Annotation(document: root["document"]?.string ?? path, root: root)
    }
  }

  /// Words without their white space, as they are compared.
  static func solid(_ words: some StringProtocol) -> String {
    String(String.UnicodeScalarView(words.unicodeScalars.filter { !$0.properties.isWhitespace }))
  }
}
