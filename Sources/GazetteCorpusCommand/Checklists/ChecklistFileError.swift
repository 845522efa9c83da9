import GazetteChecklists
import GazetteConsole

/// Why a person's checklist could not be read, with the file.
struct ChecklistFileError: SpokenError, CustomStringConvertible {
  let file: String
  let error: ChecklistError

  /// The short name of what is wrong with the file.
  var code: String { error.code }

  /// One line in English: file and what is wrong.
  var description: String { "\(file): \(error)" }

  /// The sentence of what is wrong behind the file.
  ///
  /// - Parameter say: The sentence of a key.
  /// - Returns: The key and what is filled in.
  func message(_ say: (String) -> String?) -> (key: String, values: [String])? {
    guard let inner = error.message(say), let sentence = say(inner.key) else { return nil }
    return (
      "checklist.error.file", [file, Console.current.say.filled(sentence, with: inner.values)]
    )
  }

  /// Reads a checklist.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - file: Its path.
  /// - Returns: The table.
  /// - Throws: `ChecklistFileError` when it is none.
  static func table(_ bytes: [UInt8], file: String) throws(ChecklistFileError) -> ChecklistTable {
    do throws(ChecklistError) {
      return try ChecklistFile.table(bytes, file: file)
    } catch {
      throw ChecklistFileError(file: file, error: error)
    }
  }
}
