#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Corpus {
  /// The file of concepts of a folder of documents; `nil` where there is none.
  static func conceptFile(of root: String) -> String? {
    let path = (root.hasSuffix("/") ? root : root + "/") + "concepts.yaml"
    return access(path, F_OK) == 0 ? path : nil
  }
}
