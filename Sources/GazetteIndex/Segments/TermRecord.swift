/// What a segment in memory knows of one term while its postings come in.
///
/// The postings are a chain of chunks in the arena, each twice as long as the one before and ending in the offset of the
/// next: for every entry the distance of its number to the one before; with positions, one plus each position's distance
/// to the one before, then 0.
struct TermRecord {
  /// Where the key lies in the arena.
  var key: Int
  var keyLength: UInt32
  /// How many entries hold the term.
  var documentFrequency: UInt32 = 0
  /// The entry after the last that holds it.
  var nextDocID: UInt32 = 0
  /// The last position in that entry.
  var lastPosition: UInt32 = 0
  /// Where the first chunk begins.
  var firstChunk: Int
  /// Where the next byte goes.
  var cursor: Int
  /// How many bytes are left in the chunk, its link not counted.
  var room: UInt32
  /// How many bytes the chunk has, its link not counted.
  var chunkSize: UInt32
}
