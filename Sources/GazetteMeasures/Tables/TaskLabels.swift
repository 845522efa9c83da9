import GazetteDocument

/// Lines below a task that name its bodies and its date: `牵头单位：县水利局；完成时限：2025年6月底前`.
struct TaskLabels {
  /// A label with what stands behind it.
  struct Entry {
    let column: TaskColumn
    let value: Range<Int>
  }

  let entries: [Entry]

  /// Reads a passage; `nil` where it holds anything but labels with their values.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - bytes: The passage.
  init?(_ text: [UInt8], in bytes: Range<Int>) {
    var entries: [Entry] = []
    var start = bytes.lowerBound
    var column: TaskColumn?
    var value = start
    func close(_ end: Int) {
      guard let column else { return }
      var (low, high) = (value, end)
      while low < high, text[low].isBlank { low += 1 }
      while low < high, text[high - 1].isBlank || text[high - 1] == 0x2E { high -= 1 }
      if high - low >= 3, text.span.triple(at: high - 3, end: high) == HanSign.stop { high -= 3 }
      if low < high { entries.append(Entry(column: column, value: low..<high)) }
    }
    var index = start
    while index < bytes.upperBound {
      let sign = text.span.triple(at: index, end: bytes.upperBound)
      if text[index] == 0x3A || sign == HanSign.colon {
        var low = start
        while low < index, text[low].isBlank { low += 1 }
        if let found = TaskColumn(head: text[low..<index]), found.role != nil || found == .deadline
        {
          close(start)
          column = found
          index += sign == HanSign.colon ? 3 : 1
          value = index
          start = index
          continue
        }
        if column == nil { return nil }
      }
      // A new label may begin behind a semicolon, a comma, a stop, or at a new line.
      if text[index] == 0x3B || text[index] == 0x0A || text[index] == 0x2E || text[index] == 0x2C {
        start = index + 1
      } else if sign == HanSign.semicolon || sign == HanSign.stop || sign == HanSign.comma {
        start = index + 3
      }
      index += 1
      if index - bytes.lowerBound > 60, column == nil { return nil }
    }
    close(bytes.upperBound)
    guard !entries.isEmpty else { return nil }
    self.entries = entries
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || self &- 0x09 < 5 || self == 0x3B || self == 0x2C }
}
