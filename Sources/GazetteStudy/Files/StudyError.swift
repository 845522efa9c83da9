/// Why a folder is no study pack.
public enum StudyError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Its `pack.json` lacks a field, or has something else there.
  case notManifest(field: String)

  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .notManifest(let field):
      "pack.json is no manifest of a study pack: \(field) is missing or wrong; build the pack anew into an empty folder"
    }
  }
}
