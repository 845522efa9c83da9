import GazetteDocument
import GazetteParsing
import GazetteTestSupport

/// Gives one input of libFuzzer to a reader, and ends the program when a document that comes of it does not hold together.
public enum FuzzInput {
  /// Reads the bytes as a file of some name.
  public static func read(_ start: UnsafePointer<UInt8>?, _ count: Int, file: String) -> Int32 {
    check(Array(UnsafeBufferPointer(start: start, count: count)), file: file, isRecord: false)
    return 0
  }

  /// Reads the bytes as a container, and every member of it.
  public static func readMembers(
    _ start: UnsafePointer<UInt8>?, _ count: Int, file: String
  ) -> Int32 {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard let kind = SourceContainer.kind(of: bytes, file: file) else { return 0 }
    try? SourceContainer.forEachMember(of: bytes, kind: kind) { member in
      if case .success(let contents) = member.contents {
        check(contents, file: member.name, isRecord: kind == .jsonLines)
      }
    }
    return 0
  }

  private static func check(_ bytes: [UInt8], file: String, isRecord: Bool) {
    let digest = ContentHash.digest(of: bytes.span)
    guard
      let document = try? DocumentParser().parse(
        bytes, sha256: digest, id: .init("fuzz"), file: file, isRecord: isRecord)
    else { return }
    let violations = DocumentInvariants(document) { slice in
      let bytes = Array(slice)
      return ContentHash.digest(of: bytes.span).prefix
    }.violations
    precondition(violations.isEmpty, violations.joined(separator: "; "))
  }
}
