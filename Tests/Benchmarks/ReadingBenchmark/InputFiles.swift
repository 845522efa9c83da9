import Foundation

/// The files of some folders by what they hold, read into memory.
struct InputFiles {
  /// The bytes of the files of each form, by ending.
  let byForm: [(form: String, files: [[UInt8]])]

  /// The endings that are read, and the form that each means.
  private static let kinds = [
    "txt": "txt", "md": "md", "html": "html", "htm": "html", "xml": "xml", "akn": "xml",
    "docx": "docx",
  ]

  init(folders: [String]) {
    var found: [String: [[UInt8]]] = [:]
    for folder in folders {
      let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
      for path in paths.sorted() {
        let form = (path as NSString).pathExtension.lowercased()
        guard let kind = InputFiles.kinds[form],
          let data = FileManager.default.contents(atPath: folder + "/" + path)
        else { continue }
        found[kind, default: []].append([UInt8](data))
      }
    }
    byForm = found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
