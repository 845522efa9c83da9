#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The number of an error of the system.
struct SystemError: Error {
  let code: Int32

  /// What the system calls the error, and what to do about it where that is known.
  func words(after operation: String) -> String {
    let name = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "system error \(code)"
    return wayOut(after: operation).map { name + "; " + $0 } ?? name
  }

  private func wayOut(after operation: String) -> String? {
    switch code {
    case ENOSPC, EDQUOT: "make room and run \"gazette index\" again; the last commit stands"
    case EACCES, EPERM, EROFS: "change its rights, or choose another folder with --index"
    case EMFILE, ENFILE: "raise the limit on open files (ulimit -n)"
    // The system may have dropped what it could not write, so that nothing of this run can be kept.
    case _ where operation == "synchronize":
      "the disk did not keep what was written: check it, and run \"gazette index\" again; the last commit stands"
    case EIO: "check the disk, and run the command again; the last commit stands"
    default: nil
    }
  }
}
