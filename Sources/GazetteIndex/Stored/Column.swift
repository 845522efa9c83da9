/// One number or none for every entry of a segment (Lucene's doc values).
///
/// Layout: the width of a value in bytes (0, 1, 2, 4 or 8), whether some entry has none (0 or 1), six zero bytes, the
/// least value (64 bits); where some entry has none, one bit an entry, set where there is a value; then for every entry
/// its value less the least, in that width.
struct Column: Sendable {
  static let headerLength = 16

  /// Keeps the bytes mapped.
  private let file: CheckedFile
  private let presence: ByteView?
  private let values: ByteView
  private let width: Int
  private let least: Int64
  private let count: Int

  /// Opens a column and checks its bytes.
  init(file: CheckedFile, start: Int, length: Int, count: Int) throws(IndexError) {
    let view = try file.checked(start, length, "a column")
    guard view.count >= Self.headerLength else {
      throw file.corrupt(start, "a column is cut short")
    }
    width = Int(view[0])
    least = view.load(8, as: Int64.self)
    let presenceLength = view[1] == 0 ? 0 : (count + 7) / 8
    guard [0, 1, 2, 4, 8].contains(width), view[1] <= 1,
      let values = view.slice(Self.headerLength + presenceLength, count * width),
      length == Self.headerLength + presenceLength + count * width
    else { throw file.corrupt(start, "a column does not fit the entries") }
    presence = view[1] == 0 ? nil : view.slice(Self.headerLength, presenceLength)
    self.file = file
    self.values = values
    self.count = count
  }

  /// The value of an entry; `nil` for none.
  @inline(__always)
  subscript(entry: Int) -> Int64? {
    precondition(entry >= 0 && entry < count)
    if let presence, presence[entry >> 3] & (1 << UInt8(entry & 7)) == 0 { return nil }
    let offset: UInt64 =
      switch width {
      case 0: 0
      case 1: UInt64(values[entry])
      case 2: UInt64(values.load(entry * 2, as: UInt16.self))
      case 4: UInt64(values.load(entry * 4, as: UInt32.self))
      default: values.load(entry * 8, as: UInt64.self)
      }
    return Int64(truncatingIfNeeded: UInt64(bitPattern: least) &+ offset)
  }

  /// The bytes of a column with some values.
  static func encode(_ column: [Int64?]) -> [UInt8] {
    let present = column.compactMap { $0 }
    let least = present.min() ?? 0
    let span = UInt64(bitPattern: (present.max() ?? 0) &- least)
    let width =
      switch span {
      case 0: 0
      case ..<0x100: 1
      case ..<0x1_0000: 2
      case ..<0x1_0000_0000: 4
      default: 8
      }
    var writer = ByteWriter()
    writer.write(UInt8(width))
    writer.write(UInt8(present.count == column.count ? 0 : 1))
    writer.append([0, 0, 0, 0, 0, 0])
    writer.write(least)
    if present.count != column.count {
      var bits = [UInt8](repeating: 0, count: (column.count + 7) / 8)
      for (entry, value) in column.enumerated() where value != nil {
        bits[entry >> 3] |= 1 << UInt8(entry & 7)
      }
      writer.append(bits)
    }
    for value in column {
      let offset = UInt64(bitPattern: (value ?? least) &- least)
      switch width {
      case 0: break
      case 1: writer.write(UInt8(truncatingIfNeeded: offset))
      case 2: writer.write(UInt16(truncatingIfNeeded: offset))
      case 4: writer.write(UInt32(truncatingIfNeeded: offset))
      default: writer.write(offset)
      }
    }
    return writer.bytes
  }
}
