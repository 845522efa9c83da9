import Foundation

/// The lines of plain texts below some folders: what stands between tags where there are any.
enum TextLines {
  private static let endings: Set<String> = [
    "txt", "md", "html", "htm", "xml", "akn", "csv", "tsv",
  ]

  /// The lines that have something in them.
  static func lines(below folders: [String]) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    for folder in folders {
      let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
      for path in paths.sorted() {
        guard endings.contains((path as NSString).pathExtension.lowercased()),
          let data = FileManager.default.contents(atPath: folder + "/" + path)
        else { continue }
        var text = [UInt8](data)
        if text.first == UInt8(ascii: "<") { dropTags(&text) }
        lines += text.split(separator: 0x0A).filter { $0.count > 20 }.map(Array.init)
      }
    }
    return lines
  }

  private static func dropTags(_ text: inout [UInt8]) {
    var isInTag = false
    var last: UInt8 = 0x20
    text = text.compactMap { byte in
      if byte == UInt8(ascii: "<") { isInTag = true }
      defer { if byte == UInt8(ascii: ">") { isInTag = false } }
      let kept: UInt8 = isInTag || byte == UInt8(ascii: ">") ? 0x0A : byte
      guard kept != 0x0A || last != 0x0A else { return nil }
      last = kept
      return kept
    }
  }
}
