public import GazetteExport

extension Receipt {
  /// Writes the receipt, whole or not at all, in place of what the file held.
  ///
  /// - Parameter path: The file.
  /// - Throws: `SettingsFileError.unwritten` when it cannot be written.
  public func write(to path: String) throws {
    try SettingsFile(named: path, as: "", roots: { [] }).write(try text())
  }
}
