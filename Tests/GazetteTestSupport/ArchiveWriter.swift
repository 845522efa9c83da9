/// Writes zip and tar.gz archives byte by byte, so that a test knows what stands in them.
package struct ArchiveWriter {
  /// A file of an archive.
  package struct File {
    package var name: [UInt8]
    package var contents: [UInt8]
    /// The packed bytes and the length that they unpack to; stored as they are without.
    package var packed: (bytes: [UInt8], size: Int, checksum: UInt32)?
    package var flags: UInt16 = 0x0800

    /// A file that is stored as it is.
    package init(_ name: String, _ contents: [UInt8]) {
      self.name = Array(name.utf8)
      self.contents = contents
    }

    /// A file of text, packed with deflate.
    package init(_ name: String, _ text: String) {
      self.init(name, Array(text.utf8))
      packed = (
        ArchiveWriter.deflated(contents), contents.count, ArchiveWriter.checksum(of: contents)
      )
    }
  }

  /// A zip archive of some files.
  package static func zip(_ files: [File]) -> [UInt8] {
    var archive: [UInt8] = []
    var list: [UInt8] = []
    for file in files {
      let data = file.packed?.bytes ?? file.contents
      let fixed =
        word(20) + word(file.flags) + word(file.packed == nil ? 0 : 8) + word(0) + word(0)
        + long(file.packed?.checksum ?? checksum(of: file.contents)) + long(UInt32(data.count))
        + long(UInt32(file.packed?.size ?? file.contents.count)) + word(UInt16(file.name.count))
        + word(0)
      list += long(0x0201_4B50) + word(20) + fixed + word(0) + word(0) + word(0) + long(0)
      list += long(UInt32(archive.count)) + file.name
      archive += long(0x0403_4B50) + fixed + file.name + data
    }
    let end =
      long(0x0605_4B50) + word(0) + word(0) + word(UInt16(files.count)) + word(UInt16(files.count))
      + long(UInt32(list.count)) + long(UInt32(archive.count)) + word(0)
    return archive + list + end
  }

  /// A packed tar archive of some files; one whose name ends with `@` is a link.
  package static func tarGzip(_ files: [File]) -> [UInt8] { gzip(tar(files)) }

  /// A tar archive of some files.
  package static func tar(_ files: [File]) -> [UInt8] {
    var archive: [UInt8] = []
    for file in files {
      let isLink = file.name.last == UInt8(ascii: "@")
      if file.name.count > 100 {
        archive += header(Array("././@LongLink".utf8), size: file.name.count, kind: "L")
        archive += padded(file.name)
      }
      let contents = isLink ? [] : file.contents
      archive += header(
        Array(file.name.prefix(100)), size: contents.count, kind: isLink ? "2" : "0")
      archive += padded(contents)
    }
    return archive + [UInt8](repeating: 0, count: 1_024)
  }

  /// Bytes as a gzip file.
  package static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255] + deflated(bytes) + long(checksum(of: bytes))
      + long(UInt32(truncatingIfNeeded: bytes.count))
  }

  /// Two megabytes of zeros packed as small as deflate can.
  package static let packedZeros: [UInt8] =
    [0xED, 0xC1, 0x31, 0x01, 0, 0, 0, 0xC2, 0xA0, 0xF5, 0x4F, 0x6D, 0x0C, 0x1F, 0xA0]
    + [UInt8](repeating: 0, count: 2_049 - 17) + [0xBE, 0x06]

  private static func header(_ name: [UInt8], size: Int, kind: Character) -> [UInt8] {
    var block = name + [UInt8](repeating: 0, count: 100 - name.count)
    block += Array("0000644\0".utf8) + Array("0000000\0".utf8) + Array("0000000\0".utf8)
    block += octal(size, 11) + [0] + octal(0, 11) + [0]
    block += [UInt8](repeating: 0x20, count: 8) + Array(String(kind).utf8)
    block += [UInt8](repeating: 0, count: 100) + Array("ustar\u{0}00".utf8)
    block += [UInt8](repeating: 0, count: 512 - block.count)
    let sum = block.reduce(0) { $0 + Int($1) }
    block.replaceSubrange(148..<156, with: octal(sum, 6) + [0, 0x20])
    return block
  }

  private static func octal(_ value: Int, _ width: Int) -> [UInt8] {
    let digits = Array(String(value, radix: 8).utf8)
    return [UInt8](repeating: 0x30, count: width - digits.count) + digits
  }

  private static func padded(_ bytes: [UInt8]) -> [UInt8] {
    bytes + [UInt8](repeating: 0, count: (512 - bytes.count % 512) % 512)
  }

  /// Deflate's blocks that hold bytes as they are.
  private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var start = 0
    repeat {
      let end = min(bytes.count, start + 0xFFFF)
      let length = UInt16(end - start)
      result += [end == bytes.count ? 1 : 0] + word(length) + word(~length) + bytes[start..<end]
      start = end
    } while start < bytes.count
    return result
  }

  private static func checksum(of bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = ~0
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return ~sum
  }

  private static func word(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }

  private static func long(_ value: UInt32) -> [UInt8] {
    word(UInt16(value & 0xFFFF)) + word(UInt16(value >> 16))
  }
}
