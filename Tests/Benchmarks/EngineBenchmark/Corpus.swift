import Glibc

/// A file of passages, `id<TAB>title<TAB>text` a line, held in memory.
struct Corpus {
  private let bytes: [UInt8]
  /// Where the text of each line lies.
  let texts: [Range<Int>]

  init(path: String, limit: Int) {
    var bytes: [UInt8] = []
    if let file = fopen(path, "rb") {
      var chunk = [UInt8](repeating: 0, count: 1 << 20)
      while true {
        let count = fread(&chunk, 1, chunk.count, file)
        if count == 0 { break }
        bytes += chunk[..<count]
      }
      fclose(file)
    }
    var texts: [Range<Int>] = []
    var start = 0
    var tabs = 0
    for (index, byte) in bytes.enumerated() {
      if byte == 0x09, tabs < 2 {
        tabs += 1
        start = index + 1
      } else if byte == 0x0A {
        texts.append(start..<index)
        tabs = 0
        start = index + 1
        if texts.count == limit { break }
      }
    }
    self.bytes = bytes
    self.texts = texts
  }

  /// The bytes of a text.
  func text(_ index: Int) -> ArraySlice<UInt8> { bytes[texts[index]] }

  /// How many bytes all texts have.
  var textBytes: Int { texts.reduce(0) { $0 + $1.count } }
}
