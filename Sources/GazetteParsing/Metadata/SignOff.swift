internal import GazetteDocument

/// The lines that close an official paper: who issued it and when.
struct SignOff {
  /// The names above the date, from the first to the last; `nil` when none stands there.
  private(set) var issuer: Range<Int>?
  /// The names one by one.
  private(set) var names: [Range<Int>] = []
  /// The date.
  private(set) var date: CalendarDate
  /// Where the date stands.
  private(set) var range: Range<Int>
  /// The place of the block of the date among the blocks.
  private(set) var block: Int

  /// Finds the first line below the head that is a date with the name of a body above it, else the last date line of all.
  ///
  /// - Parameters:
  ///   - text: The source text.
  ///   - blocks: Its blocks.
  ///   - own: The places of those that are text of the document.
  init?(_ text: Span<UInt8>, blocks: [Block], own: [Int]) {
    var last: SignOff?
    for place in own.indices.dropFirst(2) {
      let range = blocks[own[place]].range
      guard let date = DateLine(text, in: range) else {
        guard let found = SignOff.oneLine(text, range, block: own[place]) else { continue }
        self = found
        return
      }
      // X办公室 2019年3月1日印发 tells when it was printed.
      if text.starts(with: "印发", at: range.upperBound - 6, end: range.upperBound), last != nil {
        continue
      }
      let names = place > 2 ? SignOff.names(text, blocks, own, above: place) : []
      let found = SignOff(date, names: names, block: own[place])
      if !names.isEmpty {
        self = found
        return
      }
      last = found
    }
    guard let last, let end = own.last.map({ blocks[$0].range.upperBound }) else { return nil }
    // A date line in the middle of a text signs nothing.
    guard last.range.lowerBound > end - 600 else { return nil }
    self = last
  }

  private init(_ date: DateLine, names: [Range<Int>], block: Int) {
    self.date = date.value
    range = date.range
    self.names = names
    if let first = names.first, let last = names.last {
      issuer = first.lowerBound..<last.upperBound
    }
    self.block = block
  }

  /// The lines above a date that are names of bodies, first to last.
  private static func names(
    _ text: Span<UInt8>, _ blocks: [Block], _ own: [Int], above place: Int
  ) -> [Range<Int>] {
    var names: [Range<Int>] = []
    var line = place - 1
    while line > 1, names.count < 12 {
      let range = blocks[own[line]].range
      let isName =
        range.count <= 200
        && (TitlePattern(text: text).isBodies(range) || EnglishTitle.isBody(text, range))
      guard isName else { break }
      names.insert(range, at: 0)
      line -= 1
    }
    return names
  }

  /// 国务院办公厅　2018年12月6日: name and date on one line.
  static func oneLine(_ text: Span<UInt8>, _ line: Range<Int>, block: Int) -> SignOff? {
    guard line.count <= 200, line.count > 24,
      text.triple(at: line.upperBound - 3, end: line.upperBound) == 0xE697A5
    else { return nil }
    var position = line.lowerBound
    while position < line.upperBound {
      let space = text.spaceLength(at: position, end: line.upperBound)
      guard space > 0 else {
        position += 1
        continue
      }
      let rest = text.skippingSpace(from: position, to: line.upperBound)
      if let date = DateLine(text, in: rest..<line.upperBound) {
        let name = text.trimmed(line.lowerBound..<position)
        guard TitlePattern(text: text).isBodies(name) else { return nil }
        return SignOff(date, names: [name], block: block)
      }
      position = rest
    }
    return nil
  }
}
