import GazetteConsole
import GazetteExport
import GazetteSearch

extension ReceiptWriting {
  /// Writes the receipt of an answer, whole or not at all, in place of what the file held.
  ///
  /// - Parameters:
  ///   - excerpts: The passages and sentences of the answer.
  ///   - search: The index that answered.
  ///   - path: The file.
  /// - Throws: `SettingsFileError.unwritten` when it cannot be written, `IndexError` when the index is damaged.
  func write(_ excerpts: [CitedExcerpt], of search: PolicySearch, to path: String) throws {
    let text = try receipt(for: excerpts, of: search).text()
    try SettingsFile(named: path, as: "", roots: { [] }).write(text)
  }
}
