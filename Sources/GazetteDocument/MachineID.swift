/// The machine address of a span: the same text gives the same id on every machine.
///
/// Written `gz:` + 8 hexadecimal digits of the source text's SHA-256 + `:` + first byte `-` end byte + `:` + 8 digits of
/// the SHA-256 of the words. Identical copies share ids.
public struct MachineID: Sendable, Hashable, CustomStringConvertible {
  /// The first 32 bits of the SHA-256 of the whole source text.
  public let textDigest: UInt32
  /// The span in UTF-8 bytes of the source text.
  public let bytes: Range<Int>
  /// The first 32 bits of the SHA-256 of the words.
  public let digest: UInt32

  /// Creates an id from its parts.
  public init(textDigest: UInt32, bytes: Range<Int>, digest: UInt32) {
    self.textDigest = textDigest
    self.bytes = bytes
    self.digest = digest
  }

  /// Reads an id as `description` writes it; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == "gz", parts[1].utf8.count == 8, parts[3].utf8.count == 8,
      let textDigest = UInt32(parts[1], radix: 16), let digest = UInt32(parts[3], radix: 16)
    else { return nil }
    let ends = parts[2].split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let start = Int(ends[0]), let end = Int(ends[1]), start >= 0,
      start <= end
    else { return nil }
    self.init(textDigest: textDigest, bytes: start..<end, digest: digest)
  }

  /// The id as text.
  public var description: String {
    "gz:\(MachineID.hex(textDigest)):\(bytes.lowerBound)-\(bytes.upperBound):\(MachineID.hex(digest))"
  }

  private static func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
