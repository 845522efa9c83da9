internal import CGazetteData

/// Reads the embedded tables into the blocks of a `FoldingTable`.
///
/// Blocks that are alike throughout share one of four rows, so that about a twentieth of the code space is stored.
struct FoldingTableReader {
  typealias Entry = FoldingTable.Entry

  var blocks = [UInt16](repeating: 0, count: FoldingTable.blockCount)
  var entries: [UInt32] = []
  var pool: [UInt32] = []

  /// The four rows that blocks share until a scalar in them differs.
  private static let shared = [
    Entry(.itself), Entry(.itself, class: .letter), Entry(.itself, class: .han), Entry(.nothing),
  ]

  /// The tables that were compiled into the program.
  static func readEmbedded() -> FoldingTableReader {
    var reader = FoldingTableReader()
    let traditional = unsafe gazette_table_traditional()
    let folding = unsafe gazette_table_folding()
    unsafe reader.read(
      folding: UnsafeBufferPointer(start: folding.bytes, count: folding.count),
      traditional: UnsafeBufferPointer(start: traditional.bytes, count: traditional.count))
    return reader
  }

  private init() {
    entries.reserveCapacity(700 * FoldingTable.blockSize)
    for row in Self.shared {
      entries.append(contentsOf: repeatElement(row.bits, count: FoldingTable.blockSize))
    }
  }

  /// Classes first, then Traditional, then folds, whose targets are looked up in both.
  private mutating func read(
    folding: UnsafeBufferPointer<UInt8>, traditional: UnsafeBufferPointer<UInt8>
  ) {
    for byte in UInt8(0)..<0x80 {
      let scalarClass = FoldingTable.asciiClass(byte)
      let isCapital = (0x41...0x5A).contains(byte)
      set(
        UInt32(byte),
        isCapital
          ? Entry(.scalar, payload: UInt32(byte | 0x20), class: .letter)
          : Entry(.itself, class: scalarClass))
    }
    set(0xB7, Entry(.itself, class: .middleDot))
    var lines = unsafe TableLines(folding)
    readRanges(&lines)
    for lineBreak: UInt32 in [0x85, 0x2028, 0x2029] {
      set(lineBreak, Entry(.itself, class: .lineBreak))
    }
    var pairs = unsafe TableLines(traditional)
    while pairs.next() { readFold(&pairs) }
    while lines.next() { readFold(&lines) }
  }

  /// Reads the sections of ranges, up to and with the line `[fold]`.
  private mutating func readRanges(_ lines: inout TableLines) {
    var row = Entry(.itself)
    while lines.next() {
      if let section = lines.sectionInitial() {
        switch section {
        case UInt8(ascii: "v"): row = Entry(.nothing)
        case UInt8(ascii: "h"): row = Entry(.itself, class: .han)
        case UInt8(ascii: "l"): row = Entry(.itself, class: .letter)
        case UInt8(ascii: "s"): row = Entry(.itself, class: .space)
        default: return
        }
      } else if let range = lines.hexRange() {
        set(range, row)
      }
    }
  }

  private mutating func readFold(_ lines: inout TableLines) {
    guard let source = lines.scalar(), lines.skipTab() else { return }
    let place = pool.count
    pool.append(0)
    while let scalar = lines.scalar() {
      let found = entry(scalar)
      let target = found.mapping == .scalar ? found.payload : scalar
      pool.append(Entry(.scalar, payload: target, class: found.scalarClass).bits)
    }
    let count = pool.count - place - 1
    switch count {
    case 0:
      pool.removeLast()
      set(source, Entry(.nothing))
    case 1:
      set(source, Entry(bits: pool[place + 1]))
      pool.removeLast(2)
    default:
      pool[place] = UInt32(count)
      let first = Entry(bits: pool[place + 1])
      set(source, Entry(.sequence, payload: UInt32(place), class: first.scalarClass))
    }
  }

  private func entry(_ scalar: UInt32) -> Entry {
    let block = Int(blocks[Int(scalar >> FoldingTable.blockShift)])
    return Entry(
      bits: entries[block * FoldingTable.blockSize + Int(scalar) & (FoldingTable.blockSize - 1)])
  }

  private mutating func set(_ scalar: UInt32, _ row: Entry) {
    set(scalar...scalar, row)
  }

  private mutating func set(_ range: ClosedRange<UInt32>, _ row: Entry) {
    let size = UInt32(FoldingTable.blockSize)
    var low = range.lowerBound
    while low <= range.upperBound {
      let block = Int(low / size)
      let last = min(range.upperBound, low | (size - 1))
      let whole = low % size == 0 && last % size == size - 1
      if whole, let index = Self.shared.firstIndex(where: { $0.bits == row.bits }) {
        blocks[block] = UInt16(index)
      } else {
        let start = own(block) * FoldingTable.blockSize
        for scalar in low...last { entries[start + Int(scalar % size)] = row.bits }
      }
      low = last + 1
    }
  }

  /// Gives a block a row of its own unless it has one.
  private mutating func own(_ block: Int) -> Int {
    let index = Int(blocks[block])
    guard index < Self.shared.count else { return index }
    let made = entries.count / FoldingTable.blockSize
    entries.append(
      contentsOf: repeatElement(Self.shared[index].bits, count: FoldingTable.blockSize))
    blocks[block] = UInt16(made)
    return made
  }
}
