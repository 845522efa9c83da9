internal import CGazetteData

/// The fold of every scalar and its class, as a two-stage table.
///
/// A look-up is two loads. The table lies in the program as `folding.bin`, prepared from `folding.txt` and
/// `traditional.txt`, so that a command that looks up a hundred scalars does not read thirteen thousand lines first.
///
/// Layout, little-endian: the number of row blocks and the words of the pool (32 bits each); for each block of scalars the
/// number of its row block (16 bits each); the rows of the row blocks, then the pool (32 bits each).
@safe
final class FoldingTable: @unchecked Sendable {
  /// What a scalar becomes.
  enum Mapping: UInt32 {
    case itself, scalar, sequence, nothing
  }

  /// One row: bits 0–20 a scalar or a place in `pool`, 21–22 the mapping, 24–27 the class of what it becomes.
  struct Entry {
    var bits: UInt32

    init(bits: UInt32) { self.bits = bits }

    init(_ mapping: Mapping, payload: UInt32 = 0, class: ScalarClass = .other) {
      bits = payload | mapping.rawValue << 21 | UInt32(`class`.rawValue) << 24
    }

    var payload: UInt32 { bits & 0x1F_FFFF }
    var mapping: Mapping { Mapping(rawValue: bits >> 21 & 3) ?? .itself }
    var scalarClass: ScalarClass {
      ScalarClass(rawValue: UInt8(truncatingIfNeeded: bits >> 24 & 15)) ?? .other
    }
  }

  /// The number of scalars in a block, as a power of two.
  static let blockShift: UInt32 = 7
  static let blockSize = 1 << Int(blockShift)
  static let blockCount = 0x11_0000 >> Int(blockShift)

  /// The table of this process.
  static let standard = FoldingTable()
  /// How many bytes stand in front of the numbers of the row blocks.
  static let headerSize = 8

  private let blocks: UnsafePointer<UInt16>
  private let entries: UnsafePointer<UInt32>
  /// Folds of several scalars: their number, then an entry with the mapping `scalar` for each.
  private let pool: UnsafePointer<UInt32>

  private init() {
    let table = unsafe gazette_table_prepared_folding()
    guard let bytes = unsafe UnsafeRawPointer(table.bytes) else {
      preconditionFailure("the program lacks its folding table")
    }
    let rowBlocks = unsafe Int(bytes.load(as: UInt32.self))
    unsafe blocks = (bytes + Self.headerSize).assumingMemoryBound(to: UInt16.self)
    unsafe entries = UnsafeRawPointer(blocks + Self.blockCount).assumingMemoryBound(to: UInt32.self)
    unsafe pool = entries + rowBlocks * Self.blockSize
  }

  /// The row of a scalar value below 0x110000.
  @inline(__always)
  func entry(_ scalar: UInt32) -> Entry {
    let block = unsafe Int(blocks[Int(scalar >> Self.blockShift)])
    let row = block << Int(Self.blockShift) | Int(scalar) & (Self.blockSize - 1)
    return unsafe Entry(bits: entries[row])
  }

  /// The number of scalars of the fold at a place in the pool.
  func sequenceCount(at place: UInt32) -> Int { unsafe Int(pool[Int(place)]) }

  /// A scalar of the fold at a place in the pool.
  func sequenceEntry(at place: UInt32, _ index: Int) -> Entry {
    unsafe Entry(bits: pool[Int(place) + 1 + index])
  }

  /// The class of an ASCII byte before folding.
  @inline(__always)
  static func asciiClass(_ byte: UInt8) -> ScalarClass {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A: .letter
    case 0x30...0x39: .digit
    case 0x20, 0x09, 0x0C, 0x0D: .space
    case 0x0A, 0x0B: .lineBreak
    case 0x27: .apostrophe
    case 0x2E: .fullStop
    case 0x2C: .comma
    default: .other
    }
  }
}
