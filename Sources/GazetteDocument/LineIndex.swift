/// Where the lines of a text begin.
package struct LineIndex: Sendable {
  private let utf8: [UInt8]
  private var starts = [0]

  /// Looks for the ends of lines; costs time linear in the text.
  package init(_ utf8: [UInt8]) {
    self.utf8 = utf8
    for (place, byte) in utf8.enumerated() where byte == 0x0A { starts.append(place + 1) }
  }

  /// The line of a byte and its scalar there, both from 1.
  package func position(of byte: Int) -> (line: Int, column: Int) {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= byte { low = middle } else { high = middle }
    }
    let column = utf8[starts[low]..<byte].count { $0 & 0xC0 != 0x80 } + 1
    return (low + 1, column)
  }
}
