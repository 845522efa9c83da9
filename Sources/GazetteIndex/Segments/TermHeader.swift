/// What a table of terms knows of one term while its postings come in; the bytes of the term and the first chunk of its
/// chain follow at once, so that a rare term is one line of the processor's cache.
///
/// The chain holds the postings as variable-length numbers, in chunks that grow and end in the offset of the next. In a
/// field with positions every occurrence is one number: its distance to the one before in the entry, doubled; or, when it
/// is the first in an entry, the distance of the entry to the one after the last, doubled, plus one, and then the position.
/// In a field without positions every entry is its distance to the one after the last.
struct TermHeader {
  /// The entry after the last that holds the term.
  var nextDocID: UInt32 = 0
  /// The last position in that entry.
  var lastPosition: UInt32 = 0
  /// Where the next byte goes in the arena.
  var cursor: UInt32
  /// How many bytes are left in the chunk, its link not counted.
  var room: UInt16
  /// The place of the chunk's size among the sizes.
  var chunkClass: UInt8 = 0
  /// The field's number.
  let field: UInt8
  /// How many bytes the term has.
  let length: UInt32

  /// How many bytes a header takes in front of its term.
  static let size = 20
  /// How many bytes the offset of the next chunk takes.
  static let linkSize = 4
  /// The sizes of the chunks of a chain, links not counted; the last repeats.
  static let chunkSizes: [UInt16] = [
    8, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024, 1536, 2048,
  ]
}
