#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Lists every file below a folder, in the byte order of the paths, without following links out of it.
struct DirectoryWalk {
  private let root: String
  private let rules: IgnoreRules
  /// A folder not to walk into, links resolved.
  private let excluded: String?
  /// What was found so far.
  private(set) var files: [CorpusFile] = []
  /// Folders that could not be listed, and names that are not UTF-8.
  private(set) var failures: [(path: String, error: CorpusError)] = []

  init(root: String, rules: IgnoreRules, excluded: String? = nil) {
    self.root = root
    self.rules = rules
    self.excluded = excluded
  }

  /// Walks the folder; the depth is bounded by the system's limit on paths, and no recursion is used.
  mutating func run() {
    var folders = [""]
    while let folder = folders.popLast() {
      folders += list(folder)
    }
    files.sort { $0.relativePath.utf8.lexicographicallyPrecedes($1.relativePath.utf8) }
  }

  /// Lists one folder and returns the folders in it.
  private mutating func list(_ folder: String) -> [String] {
    let path = folder.isEmpty ? root : root + "/" + folder
    guard let stream = opendir(path) else {
      failures.append((path, .io(operation: "list", path: path, errno: errno)))
      return []
    }
    defer { closedir(stream) }
    var folders: [String] = []
    // The end and a failure look alike but for the number of the error.
    errno = 0
    while let entry = readdir(stream) {
      defer { errno = 0 }
      let bytes = DirectoryWalk.name(of: entry)
      if bytes == [0x2E] || bytes == [0x2E, 0x2E] { continue }
      guard let name = String(validating: bytes, as: UTF8.self) else {
        let shown = path + "/" + String(decoding: bytes, as: UTF8.self)
        failures.append((shown, .undecodableName(path: shown)))
        continue
      }
      let relative = folder.isEmpty ? name : folder + "/" + name
      if let below = look(at: relative, name: name) { folders.append(below) }
    }
    let code = errno
    if code != 0 { failures.append((path, .io(operation: "list", path: path, errno: code))) }
    return folders
  }

  /// Decides what one name is; returns it when it is a folder to walk into.
  private mutating func look(at relative: String, name: String) -> String? {
    let path = root + "/" + relative
    var status = stat()
    guard lstat(path, &status) == 0 else {
      failures.append((path, .io(operation: "look at", path: path, errno: errno)))
      return nil
    }
    let kind = status.st_mode & S_IFMT
    if kind == S_IFLNK {
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, staysInside(path) else {
        add(relative, size: 0, skip: .symbolicLink)
        return nil
      }
    }
    let isFolder = kind == S_IFDIR
    if name.hasPrefix(".") {
      add(relative, size: 0, skip: .hidden)
    } else if rules.ignores(relative, isFolder: isFolder) {
      add(relative, size: 0, skip: .ignored)
    } else if isFolder, let excluded, DirectoryWalk.resolved(path) == excluded {
      add(relative, size: 0, skip: .indexFolder)
    } else if isFolder {
      return relative
    } else if kind != S_IFREG && kind != S_IFLNK {
      add(relative, size: 0, skip: .specialFile)
    } else if name == "concepts.yaml" || name.hasSuffix(".meta.yaml") {
      add(relative, size: Int(status.st_size), skip: .settings)
    } else {
      add(relative, size: Int(status.st_size), skip: nil)
    }
    return nil
  }

  private mutating func add(_ relative: String, size: Int, skip: SkipReason?) {
    files.append(
      CorpusFile(
        path: root + "/" + relative, relativePath: relative, size: size, skipReason: skip))
  }

  /// Whether a link leads to something below the root.
  private func staysInside(_ path: String) -> Bool {
    guard let target = DirectoryWalk.resolved(path), let top = DirectoryWalk.resolved(root) else {
      return false
    }
    return target.hasPrefix(top + "/")
  }

  /// A path with its links resolved; `nil` when nothing is there.
  static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
  }
}
