/// What a segment in memory knows of one term while its postings come in; 64 bytes, a line of the processor's cache.
///
/// The postings are a chain of chunks in the arena, each twice as long as the one before and ending in the offset of the
/// next: for every entry the distance of its number to the one before; with positions, one plus each position's distance
/// to the one before, then 0.
struct TermRecord {
  /// The first eight bytes of the term, zeros after its end: tells short terms apart without a look at the arena.
  var prefix: UInt64
  /// Where the key lies in the arena: the field's number, then the bytes of the term.
  var key: Int
  /// How many bytes the term has.
  var length: UInt32
  /// The field's number.
  var field: UInt32
  /// How many entries hold the term.
  var documentFrequency: UInt32 = 0
  /// The entry after the last that holds it.
  var nextDocID: UInt32 = 0
  /// The last position in that entry.
  var lastPosition: UInt32 = 0
  /// How many bytes are left in the chunk, its link not counted.
  var room: UInt32
  /// Where the first chunk begins.
  var firstChunk: Int
  /// Where the next byte goes.
  var cursor: Int
  /// How many bytes the chunk has, its link not counted.
  var chunkSize: Int
}
