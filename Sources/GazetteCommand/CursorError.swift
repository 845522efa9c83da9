import GazetteConsole
import GazetteSearch

/// A cursor that continues nothing here.
struct CursorError: CodedError, SpokenError, CustomStringConvertible {
  let cursor: String
  let reason: ResultCursor.Failure

  var code: String { "cursor-" + reason.rawValue }

  var description: String {
    let name = TerminalText.visible(String(cursor.prefix(60)))
    return Messages(language: .english)("search.next." + reason.rawValue, name)
  }

  func message(_ say: (String) -> String?) -> (key: String, values: [String])? {
    ("search.next." + reason.rawValue, [TerminalText.visible(String(cursor.prefix(60)))])
  }
}
