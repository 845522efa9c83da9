internal import CGazetteData

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Prepares a `FoldingTable` from the embedded texts: what `folding.bin` is made by, and held against in the tests.
///
/// Blocks that are alike throughout share one of four rows, so that about a twentieth of the code space is stored.
@safe
package struct FoldingTableReader {
  typealias Entry = FoldingTable.Entry

  /// The row block of each block of scalars.
  let blocks: UnsafeMutablePointer<UInt16>
  /// The row blocks; the first is all zeroes, which reads as itself and punctuation.
  let entries: UnsafeMutablePointer<UInt32>
  /// The folds of several scalars.
  let pool: UnsafeMutablePointer<UInt32>
  private var usedBlocks = 0
  private var usedPool = 0

  /// Room for what the tables hold (613 row blocks, 5,111 words of pool) and half as much again.
  private static let blockCapacity = 1_024
  private static let poolCapacity = 1 << 13

  /// The four rows that blocks share until a scalar in them differs.
  private static let shared = [
    Entry(.itself), Entry(.itself, class: .letter), Entry(.itself, class: .han), Entry(.nothing),
  ]

  /// The tables that were compiled into the program.
  package static func readEmbedded() -> FoldingTableReader {
    var reader = FoldingTableReader()
    let traditional = unsafe gazette_table_traditional()
    let folding = unsafe gazette_table_folding()
    unsafe reader.read(
      folding: UnsafeBufferPointer(start: folding.bytes, count: folding.count),
      traditional: UnsafeBufferPointer(start: traditional.bytes, count: traditional.count))
    return reader
  }

  /// The table in the form in which it lies in the program.
  package var prepared: [UInt8] {
    var bytes: [UInt8] = []
    func append(_ memory: UnsafeRawBufferPointer) { unsafe bytes.append(contentsOf: memory) }
    for count in [UInt32(usedBlocks), UInt32(usedPool)] {
      unsafe withUnsafeBytes(of: count.littleEndian) { unsafe append($0) }
    }
    let rows = usedBlocks * FoldingTable.blockSize
    unsafe append(UnsafeRawBufferPointer(start: blocks, count: FoldingTable.blockCount * 2))
    unsafe append(UnsafeRawBufferPointer(start: entries, count: rows * 4))
    unsafe append(UnsafeRawBufferPointer(start: pool, count: usedPool * 4))
    return bytes
  }

  private init() {
    unsafe blocks = Self.zeroed(FoldingTable.blockCount)
    unsafe entries = Self.zeroed(Self.blockCapacity * FoldingTable.blockSize)
    unsafe pool = Self.zeroed(Self.poolCapacity)
    for row in Self.shared.dropFirst() {
      usedBlocks += 1
      let start = usedBlocks * FoldingTable.blockSize
      for index in start..<start + FoldingTable.blockSize { unsafe entries[index] = row.bits }
    }
    usedBlocks += 1
  }

  private static func zeroed<Element: BitwiseCopyable>(
    _ count: Int
  ) -> UnsafeMutablePointer<Element> {
    guard let memory = unsafe calloc(count, MemoryLayout<Element>.stride) else {
      preconditionFailure("no memory for the folding tables")
    }
    return unsafe memory.bindMemory(to: Element.self, capacity: count)
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
    let place = usedPool
    var end = place + 1
    while let scalar = lines.scalar() {
      let found = entry(scalar)
      let target = found.mapping == .scalar ? found.payload : scalar
      precondition(end < Self.poolCapacity, "the folding table outgrew its room")
      unsafe pool[end] = Entry(.scalar, payload: target, class: found.scalarClass).bits
      end += 1
    }
    let first = unsafe Entry(bits: pool[place + 1])
    switch end - place - 1 {
    case 0: set(source, Entry(.nothing))
    case 1: set(source, first)
    default:
      unsafe pool[place] = UInt32(end - place - 1)
      usedPool = end
      set(source, Entry(.sequence, payload: UInt32(place), class: first.scalarClass))
    }
  }

  private func entry(_ scalar: UInt32) -> Entry {
    let block = unsafe Int(blocks[Int(scalar >> FoldingTable.blockShift)])
    let row = block * FoldingTable.blockSize + Int(scalar) & (FoldingTable.blockSize - 1)
    return unsafe Entry(bits: entries[row])
  }

  private mutating func set(_ scalar: UInt32, _ row: Entry) {
    let start = own(Int(scalar >> FoldingTable.blockShift)) * FoldingTable.blockSize
    unsafe entries[start + Int(scalar) & (FoldingTable.blockSize - 1)] = row.bits
  }

  private mutating func set(_ range: ClosedRange<UInt32>, _ row: Entry) {
    let size = UInt32(FoldingTable.blockSize)
    let index = Self.shared.firstIndex { $0.bits == row.bits }
    var low = range.lowerBound
    while low <= range.upperBound {
      let block = Int(low / size)
      let last = min(range.upperBound, low | (size - 1))
      if let index, low % size == 0, last % size == size - 1 {
        unsafe blocks[block] = UInt16(index)
      } else {
        let start = own(block) * FoldingTable.blockSize
        for scalar in low...last { unsafe entries[start + Int(scalar % size)] = row.bits }
      }
      low = last + 1
    }
  }

  /// Gives a block of scalars a row block of its own unless it has one.
  private mutating func own(_ block: Int) -> Int {
    let index = unsafe Int(blocks[block])
    guard index < Self.shared.count else { return index }
    let made = usedBlocks
    precondition(made < Self.blockCapacity, "the folding table outgrew its room")
    usedBlocks += 1
    unsafe (entries + made * FoldingTable.blockSize).update(
      from: entries + index * FoldingTable.blockSize, count: FoldingTable.blockSize)
    unsafe blocks[block] = UInt16(made)
    return made
  }
}
