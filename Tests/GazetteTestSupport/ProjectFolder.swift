import Foundation

/// Where the project's own folders lie.
public enum ProjectFolder {
  /// The folder that holds `Package.swift`.
  public static let top: String = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The corpus that the project brings along.
  public static var corpus: String { top + "/corpus" }

  /// Real texts of others, beside the project on some machines; `nil` where they are not.
  public static var sharedCorpora: String? {
    let path = top + "/../shared/corpora"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  /// The files below a folder whose names end in one of some endings, sorted.
  public static func files(below folder: String, endings: [String]) -> [String] {
    guard let walk = FileManager.default.enumerator(atPath: folder) else { return [] }
    return walk.compactMap { $0 as? String }
      .filter { name in endings.contains { name.hasSuffix("." + $0) } }.sorted()
      .map { folder + "/" + $0 }
  }
}
