#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Corpus {
  /// The names that a file with entered metadata may have beside a document: the one with the document's ending first.
  static func sidecarNames(of path: String) -> [String] {
    let whole = path + ".meta.yaml"
    let stem = withoutEnding(path) + ".meta.yaml"
    return whole == stem ? [whole] : [whole, stem]
  }

  /// The paths of files with entered metadata that a walk found, or that lie beside a single file.
  static func sidecars(among files: [CorpusFile], isFile: Bool) -> Set<[UInt8]> {
    if isFile {
      let names = files.flatMap { sidecarNames(of: $0.path) }
      return Set(names.filter { access($0, F_OK) == 0 }.map { Array($0.utf8) })
    }
    return Set(
      files.lazy.filter { $0.skipReason == .settings && $0.path.hasSuffix(".meta.yaml") }
        .map { Array($0.path.utf8) })
  }
}
