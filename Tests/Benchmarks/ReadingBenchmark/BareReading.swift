import CLibXML2
import CZlib

/// Reads files with the bare libraries alone, as little as has to be done to read them at all.
enum BareReading {
  /// Parses XML into a tree.
  static func xml(_ file: [UInt8]) {
    file.withUnsafeBytes { buffer in
      let options = Int32(
        XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NONET.rawValue)
      xmlFreeDoc(
        xmlReadMemory(
          buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil,
          "UTF-8", options))
    }
  }

  /// Unpacks and parses the parts of a Word document that hold text, styles and lists.
  static func docx(_ file: [UInt8]) {
    for part in parts(of: file) { xml(part) }
  }

  /// How many bytes of XML these parts unpack to.
  static func unpackedSize(ofDocx file: [UInt8]) -> Int {
    parts(of: file).reduce(0) { $0 + $1.count }
  }

  private static func parts(of file: [UInt8]) -> [[UInt8]] {
    func word(_ place: Int) -> Int { Int(file[place]) | Int(file[place + 1]) << 8 }
    func long(_ place: Int) -> Int { word(place) | word(place + 2) << 16 }
    var end = file.count - 22
    while end > 0, long(end) != 0x0605_4B50 { end -= 1 }
    var parts: [[UInt8]] = []
    var entry = long(end + 16)
    for _ in 0..<word(end + 10) {
      let length = word(entry + 28)
      let name = String(decoding: file[entry + 46..<entry + 46 + length], as: UTF8.self)
      if ["document", "styles", "numbering", "footnotes"].contains(where: {
        name == "word/\($0).xml"
      }) {
        let offset = long(entry + 42)
        let start = offset + 30 + word(offset + 26) + word(offset + 28)
        parts.append(inflated(file, start, packed: long(entry + 20), size: long(entry + 24)))
      }
      entry += 46 + length + word(entry + 30) + word(entry + 32)
    }
    return parts
  }

  private static func inflated(
    _ file: [UInt8], _ start: Int, packed: Int, size: Int
  ) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: size) { target, count in
      file.withUnsafeBufferPointer { input in
        var stream = z_stream()
        guard gazette_inflate_begin(&stream, -15) == Z_OK else { return }
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress.map { $0 + start })
        stream.avail_in = UInt32(packed)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(size)
        _ = inflate(&stream, Z_FINISH)
        count = size - Int(stream.avail_out)
        inflateEnd(&stream)
      }
    }
  }
}
