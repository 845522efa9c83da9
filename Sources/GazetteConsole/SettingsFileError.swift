/// Why a file of settings could not be read or written.
public enum SettingsFileError: CodedError, SpokenError, CustomStringConvertible {
  /// The file cannot be read.
  case unread(path: String, reason: String)
  /// The file cannot be written.
  case unwritten(path: String, reason: String)
  /// The folder in which it would lie is not there.
  case noFolder(path: String)

  /// A short name for reports.
  public var code: String {
    switch self {
    case .unread, .unwritten: "io"
    case .noFolder: "no-corpus-folder"
    }
  }

  /// One line: what happened and what to do.
  public var description: String {
    let english = Messages(language: .english)
    let (key, values) = sentence
    return english.filled(english.sentence(key) ?? key, with: values)
  }

  /// The sentence of the table of messages.
  ///
  /// - Parameter say: Not asked.
  /// - Returns: The key and what is filled in.
  public func message(_ say: (String) -> String?) -> (key: String, values: [String])? { sentence }

  private var sentence: (key: String, values: [String]) {
    switch self {
    case .unread(let path, let reason): ("queries.unread", [path, reason])
    case .unwritten(let path, let reason): ("queries.unwritten", [path, reason])
    case .noFolder(let path): ("error.no-corpus-folder", [path])
    }
  }
}
