/// Tells quotation marks beside a place in UTF-8.
enum QuotationMarks {
  private static let opening: [[UInt8]] = ["\"", "'", "“", "‘", "「", "『", "《", "〈", "«", "＂"].map {
    Array($0.utf8)
  }
  private static let closing: [[UInt8]] = ["\"", "'", "”", "’", "」", "』", "》", "〉", "»", "＂"].map {
    Array($0.utf8)
  }

  /// Whether an opening mark ends at a place.
  static func opens(_ utf8: ArraySlice<UInt8>, before place: Int) -> Bool {
    opening.contains { utf8[..<place].suffix($0.count).elementsEqual($0) }
  }

  /// Whether a closing mark begins at a place.
  static func closes(_ utf8: ArraySlice<UInt8>, at place: Int) -> Bool {
    closing.contains { utf8[place...].prefix($0.count).elementsEqual($0) }
  }
}
