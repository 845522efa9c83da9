import Gazette
import GazetteStudy

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The folder of a study pack on disk: its files, what they were made as, and what the pack remembers.
struct StudyFolder {
  let path: String

  /// The files as they were made, beside those that a person may change.
  private var base: String { path + "/.base" }

  /// What the pack remembers, with its receipt; `nil` for a folder that is no pack yet.
  ///
  /// - Throws: What reading a file throws, and `StudyError` or `ReceiptError` for files of strangers.
  func memory() throws -> (manifest: StudyManifest, receipt: Receipt, isWhole: Bool)? {
    guard access(path + "/pack.json", F_OK) == 0 else { return nil }
    let bytes = try FileReading.bytes(of: path + "/pack.json", limit: StudyManifest.maximumSize)
    let read = try Receipt.read(
      try FileReading.bytes(of: path + "/receipt.json", limit: Receipt.maximumSize))
    let manifest = try StudyManifest(bytes, passageCount: read.receipt.passages.count)
    return (manifest, read.receipt, read.isWhole)
  }

  /// Writes a pack: each file whole or not at all, what a person changed kept.
  ///
  /// - Parameters:
  ///   - pack: The pack.
  ///   - receipt: The receipt of its sentences.
  /// - Returns: What became of each file.
  /// - Throws: `ConceptError.notWritten` when the system refuses.
  func write(
    _ pack: StudyPack, _ receipt: Receipt
  ) throws -> [(file: StudyFile, outcome: StudyFile.Outcome)] {
    try create(path)
    try create(base)
    var outcomes: [(file: StudyFile, outcome: StudyFile.Outcome)] = []
    for file in pack.files {
      let (place, made) = (path + "/" + file.name, base + "/" + file.name)
      let (bytes, outcome) = file.joined(base: try bytes(of: made), own: try bytes(of: place))
      if outcome != .same, outcome != .kept { try FileWriting.replace(place, with: bytes) }
      // Where both changed the same lines the file as it is made now lies beside the person's.
      if outcome == .conflict {
        try FileWriting.replace(path + "/" + Self.beside(file.name), with: file.bytes)
      } else {
        unlink(path + "/" + Self.beside(file.name))
      }
      try FileWriting.replace(made, with: file.bytes)
      outcomes.append((file, outcome))
    }
    try FileWriting.replace(path + "/receipt.json", with: Array(try receipt.text().utf8))
    let manifest = try StudyManifest(of: pack).json.text() + "\n"
    try FileWriting.replace(path + "/pack.json", with: Array(manifest.utf8))
    return outcomes
  }

  /// What a file as it is made now is called beside one that a person changed: `handout.new.md`.
  static func beside(_ name: String) -> String {
    guard let dot = name.lastIndex(of: ".") else { return name + ".new" }
    return name[..<dot] + ".new" + name[dot...]
  }

  private func bytes(of path: String) throws -> [UInt8]? {
    guard access(path, F_OK) == 0 else { return nil }
    return try FileReading.bytes(of: path, limit: 256 << 20)
  }

  /// Makes a folder with those around it.
  private func create(_ folder: String) throws(ConceptError) {
    var place = folder.startIndex
    while place < folder.endIndex {
      let next = folder[folder.index(after: place)...].firstIndex(of: "/") ?? folder.endIndex
      let part = String(folder[..<next])
      if mkdir(part, 0o777) != 0, errno != EEXIST, next == folder.endIndex {
        throw .notWritten(
          path: folder, what: strerror(errno).map { String(cString: $0) } ?? "error \(errno)")
      }
      place = next
    }
  }
}
