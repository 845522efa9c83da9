/// Finds the marks by which a draft says that words were left out or put in: `…`, `……`, `...`, `[…]`, （略）, `[the county]`.
struct OmissionMarks {
  private let utf8: [UInt8]
  /// How many marks of omission there are.
  private(set) var count = 0
  /// How many brackets with words of the draft's own there are.
  private(set) var bracketCount = 0

  /// Words in square brackets that are longer are no insertion.
  private static let longestInsertion = 60

  init(_ utf8: [UInt8]) { self.utf8 = utf8 }

  /// The parts between the marks, as they stand; those without a word among them.
  mutating func parts() -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var part: [UInt8] = []
    var at = 0
    while at < utf8.count {
      if let end = omissionEnd(at) {
        count += 1
        parts.append(part[...])
        part = []
        at = end
      } else if let (end, kept) = bracket(at) {
        bracketCount += 1
        if let kept {
          part += kept
        } else {
          parts.append(part[...])
          part = []
        }
        at = end
      } else {
        part.append(utf8[at])
        at += 1
      }
    }
    parts.append(part[...])
    return parts
  }

  /// The end of a mark of omission that begins at a place.
  private func omissionEnd(_ start: Int) -> Int? {
    for (open, close) in [("[", "]"), ("(", ")"), ("（", "）"), ("〔", "〕"), ("［", "］"), ("【", "】")] {
      guard let inner = end(of: open, at: start) else { continue }
      var at = inner
      while at < utf8.count, utf8[at] == 0x20 { at += 1 }
      let dots =
        dotsEnd(at) ?? end(of: "略", at: at) ?? end(of: "下略", at: at)
        ?? end(of: "中略", at: at) ?? end(of: "省略", at: at)
      guard var at = dots else { continue }
      while at < utf8.count, utf8[at] == 0x20 { at += 1 }
      if let end = end(of: close, at: at) { return end }
    }
    return dotsEnd(start)
  }

  /// The end of three dots or more, of `…`, `……` or `⋯`.
  private func dotsEnd(_ start: Int) -> Int? {
    var at = start
    while let next = end(of: "…", at: at) ?? end(of: "⋯", at: at) { at = next }
    if at > start { return at }
    var dots = 0
    while at < utf8.count, utf8[at] == 0x2E || (utf8[at] == 0x20 && dots > 0) {
      if utf8[at] == 0x2E { dots += 1 }
      at += 1
    }
    while at > start, utf8[at - 1] == 0x20 { at -= 1 }
    if dots >= 3 { return at }
    at = start
    dots = 0
    while let next = end(of: "。", at: at) {
      dots += 1
      at = next
    }
    return dots >= 3 ? at : nil
  }

  private func end(of mark: String, at place: Int) -> Int? {
    let bytes = mark.utf8
    guard place + bytes.count <= utf8.count,
      utf8[place..<place + bytes.count].elementsEqual(bytes)
    else { return nil }
    return place + bytes.count
  }

  /// The end of square brackets with words of the draft's own, and what is kept of them: the letter of `[T]he`, nothing of
  /// `[sic]`; `nil` for words that stand in place of the source's.
  private func bracket(_ start: Int) -> (end: Int, kept: ArraySlice<UInt8>?)? {
    guard utf8[start] == 0x5B,
      let close = utf8[start...].prefix(Self.longestInsertion).firstIndex(of: 0x5D)
    else { return nil }
    let inner = utf8[start + 1..<close]
    let name = inner.map { $0 | 0x20 }
    if name.elementsEqual("sic".utf8) || name.elementsEqual("sic!".utf8) { return (close + 1, []) }
    let isLetter = inner.count == 1 && (inner[start + 1] | 0x20) &- 0x61 < 26
    if isLetter { return (close + 1, inner) }
    guard inner.contains(where: { ($0 | 0x20) &- 0x61 < 26 || $0 >= 0xE3 }) else { return nil }
    return (close + 1, nil)
  }
}
