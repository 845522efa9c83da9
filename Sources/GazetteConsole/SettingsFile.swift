#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file of settings that people make: in `.gazette` in the folder of the corpus, or where an option says.
///
/// An index may be deleted at any time, so they do not lie in it.
public struct SettingsFile {
  /// The path of the file.
  public let path: String
  /// Whether the folder of the corpus is there, or an option named the file.
  private let hasFolder: Bool
  private let folder: String

  /// Finds a file; it need not be there.
  ///
  /// - Parameters:
  ///   - path: What the option says; `nil` for none.
  ///   - name: The name of the file in `.gazette`.
  ///   - roots: The folders and files that the corpus was read from; the first counts.
  /// - Throws: What asking for the roots throws.
  public init(named path: String?, as name: String, roots: () throws -> [String]) throws {
    if let path {
      (self.path, folder, hasFolder) = (path, "", true)
      return
    }
    var root = try roots().first ?? "corpus"
    while root.utf8.count > 1, root.hasSuffix("/") { root.removeLast() }
    var status = stat()
    var isFolder = stat(root, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    if !isFolder, stat(root, &status) == 0 {
      // A single file was read: its folder is the corpus.
      root = root.lastIndex(of: "/").map { String(root[..<$0]) } ?? "."
      isFolder = true
    }
    (self.path, folder, hasFolder) = (root + "/.gazette/" + name, root, isFolder)
  }

  /// What the file holds, without a byte order mark; nothing when it is not there.
  ///
  /// - Returns: The text; bytes that are no UTF-8 become U+FFFD.
  /// - Throws: `SettingsFileError.unread` when it cannot be read.
  public func text() throws(SettingsFileError) -> String {
    guard let file = fopen(path, "rb") else {
      if errno == ENOENT || errno == ENOTDIR { return "" }
      throw .unread(path: path, reason: Self.reason)
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { break }
      bytes += chunk[..<count]
    }
    guard ferror(file) == 0 else { throw .unread(path: path, reason: Self.reason) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Puts a text in place of what was there, whole or not at all.
  ///
  /// - Parameter text: The text.
  /// - Throws: `SettingsFileError` when the folder is not there or the file cannot be written.
  public func write(_ text: String) throws(SettingsFileError) {
    guard hasFolder else { throw .noFolder(path: folder) }
    if !folder.isEmpty, mkdir(folder + "/.gazette", 0o777) != 0, errno != EEXIST {
      throw .unwritten(path: path, reason: Self.reason)
    }
    let temporary = path + ".\(getpid()).tmp"
    guard let file = fopen(temporary, "wb") else {
      throw .unwritten(path: path, reason: Self.reason)
    }
    var text = text
    let isWhole = text.withUTF8 { fwrite($0.baseAddress, 1, $0.count, file) == $0.count }
    let isDurable = isWhole && fflush(file) == 0 && fsync(fileno(file)) == 0
    let reason = Self.reason
    guard fclose(file) == 0, isDurable, rename(temporary, path) == 0 else {
      unlink(temporary)
      throw .unwritten(path: path, reason: reason)
    }
  }

  private static var reason: String { strerror(errno).map { String(cString: $0) } ?? "" }
}
