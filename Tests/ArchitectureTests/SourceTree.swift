import Foundation
import Testing

/// The project's own Swift files, read for the tests of its architecture.
struct SourceTree {
  /// One Swift file.
  struct File: Sendable, CustomTestStringConvertible {
    /// The path below the project's top, with `/`.
    var path: String
    /// Its lines.
    var lines: [String]

    /// The name without folders and ending.
    var name: String {
      String(path.split(separator: "/").last?.dropLast(".swift".count) ?? "")
    }
    /// The target that it belongs to: the folder below `Sources` or `Tests`.
    var target: String {
      let parts = path.split(separator: "/")
      return parts.count > 2 ? String(parts[1]) : ""
    }

    var testDescription: String { path }

    /// The modules that it imports, whatever the access and the attributes of the import.
    var imports: [String] {
      lines.compactMap { line in
        let words = line.split(separator: " ").map(String.init)
        guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
          words[..<place].allSatisfy({ $0.hasPrefix("@") || SourceTree.modifiers.contains($0) })
        else { return nil }
        return String(words[place + 1].split(separator: ".")[0])
      }
    }

    /// The types that it declares outside of any other, but for private ones.
    var types: [String] {
      lines.compactMap { line in
        let words = line.split(whereSeparator: { " :<{(~".contains($0) }).map(String.init)
        guard let place = words.firstIndex(where: SourceTree.kinds.contains),
          place + 1 < words.count, !line.hasPrefix(" "),
          words[..<place].allSatisfy({ $0.hasPrefix("@") || SourceTree.modifiers.contains($0) }),
          !words[..<place].contains("private"), !words[..<place].contains("fileprivate")
        else { return nil }
        return words[place + 1]
      }
    }
  }

  static let kinds: Set<String> = ["struct", "class", "enum", "protocol", "actor"]
  static let modifiers: Set<String> = [
    "public", "package", "internal", "private", "fileprivate", "final", "indirect", "nonisolated",
  ]

  /// The folder that holds `Package.swift`.
  static let top: URL = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The Swift files below one folder of the top.
  static func files(below folder: String) -> [File] {
    let base = top.appendingPathComponent(folder)
    guard let walk = FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil)
    else { return [] }
    return walk.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.compactMap { url in
      guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
      let path = url.path.dropFirst(top.path.count + 1)
      return File(
        path: String(path),
        lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }.sorted { $0.path < $1.path }
  }
}
