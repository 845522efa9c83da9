/// A text folded so that the renderings of one label become the same bytes, with the places that they come from.
///
/// On top of `TextFolding`: English plurals lose their ending and -ise becomes -ize; hyphens and apostrophes, quotation marks,
/// and white space beside Han are passed over; words stand one blank apart; a comma of any kind (、 too) is one `,`, and any
/// other mark between words one byte, however often it stands there: one of its own in ASCII, else one of thirteen. Different
/// marks in one gap, tabs and empty lines are one byte 01. So words on either side of a mark are never read as the words of a
/// label without it. A plus sign is kept as a letter is: 互联网+ is another word than 互联网. Only for finding labels, never for showing.
///
/// Costs about five bytes of work for each of the text; the memory is kept from text to text.
package struct LabelText: Sendable {
  /// The folded bytes, without the padding behind them.
  package private(set) var count = 0
  /// The folded bytes and the padding, then what earlier texts left.
  private var folded = [UInt8](repeating: 0, count: padding)
  private var places: [LabelFolding.Place] = []

  /// How many zeros stand behind the text.
  package static let padding = 16
  /// Stands for different marks together, and for what no label goes across.
  package static let boundary: UInt8 = 1

  /// Creates an empty text.
  package init() {}

  /// The folded bytes, then `padding` zeros, so that sixteen may be read from each of them.
  package var utf8: ArraySlice<UInt8> { folded[..<(count + Self.padding)] }

  /// Folds a text of at most 2 GiB, in place of what was folded before.
  package mutating func fold(_ original: UnsafeBufferPointer<UInt8>) {
    var room = original.count
    while true {
      if places.count < room {
        // A little more, lest texts that grow one by one each cost new memory.
        room += room / 2
        folded = Array(repeating: 0, count: room + Self.padding)
        places = Array(repeating: LabelFolding.Place(start: 0, end: 0), count: room)
      }
      let written = unsafe folded.withUnsafeMutableBufferPointer { bytes in
        unsafe places.withUnsafeMutableBufferPointer { places in
          var folding = unsafe LabelFolding(into: bytes, places)
          return unsafe folding.fold(original)
        }
      }
      if let written {
        count = written
        for place in count..<count + Self.padding { folded[place] = 0 }
        return
      }
      // Only signs that are read as several, such as ㎡, take more room than they stand in.
      room = max(64, places.count * 2)
    }
  }

  /// Folds a text and hands out a copy of the bytes, without the padding.
  package mutating func folded(_ original: String) -> [UInt8] {
    let bytes = Array(original.utf8)
    unsafe bytes.withUnsafeBufferPointer { unsafe fold($0) }
    return Array(utf8.prefix(count))
  }

  /// The bytes of the original that a range of folded bytes stands for.
  package func source(of range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    return Int(places[range.lowerBound].start)..<Int(places[range.upperBound - 1].end)
  }
}
