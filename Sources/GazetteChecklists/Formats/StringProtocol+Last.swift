extension StringProtocol {
  /// Where the last occurrence of some words begins.
  func range(ofLast words: String) -> Index? {
    guard !words.isEmpty, utf8.count >= words.utf8.count else { return nil }
    let wanted = Array(words.utf8)
    let bytes = Array(utf8)
    var place = bytes.count - wanted.count
    while place >= 0 {
      if bytes[place] == wanted[0], Array(bytes[place..<place + wanted.count]) == wanted {
        return utf8.index(utf8.startIndex, offsetBy: place)
      }
      place -= 1
    }
    return nil
  }
}
