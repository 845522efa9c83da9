/// A pattern of literal bytes, `*` for any run of scalars and `?` for one.
struct WildcardPattern: Sendable {
  private enum Step: Hashable {
    case unit(UInt32)
    case one
    case run
  }

  private let steps: [Step]
  /// The bytes that every term of the pattern begins with.
  let prefix: [UInt8]

  /// Reads a pattern; a backslash takes what follows as it is, at the end it is itself.
  init(_ bytes: [UInt8]) {
    var steps: [Step] = []
    var literal: [UInt8] = []
    var prefix: [UInt8]?
    func flush(_ literal: inout [UInt8]) {
      steps += TermUnits.numbers(literal).map { .unit($0) }
      literal = []
    }
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\\"), at + 1 < bytes.count {
        at += 1
        literal.append(bytes[at])
      } else if byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") {
        prefix = prefix ?? literal
        flush(&literal)
        // Several `*` in a row are one.
        if byte == UInt8(ascii: "?") {
          steps.append(.one)
        } else if steps.last != .run {
          steps.append(.run)
        }
      } else {
        literal.append(byte)
      }
      at += 1
    }
    self.prefix = prefix ?? literal
    flush(&literal)
    self.steps = steps
  }

  /// Whether the bytes of a term fit; costs the product of the lengths at worst.
  func matches(_ term: ArraySlice<UInt8>) -> Bool {
    var at = 0
    var step = 0
    // Where to go on when what follows the last `*` does not fit: it takes one scalar more.
    var retry: (at: Int, step: Int)?
    while true {
      if step < steps.count, steps[step] == .run {
        step += 1
        retry = (at, step)
        continue
      }
      if at < term.count {
        let end = TermUnits.end(term, at: at)
        if step < steps.count, fits(steps[step], term, at, end) {
          at = end
          step += 1
          continue
        }
      } else if step == steps.count {
        return true
      }
      guard let last = retry, last.at < term.count else { return false }
      at = TermUnits.end(term, at: last.at)
      step = last.step
      retry = (at, step)
    }
  }

  @inline(__always)
  private func fits(_ step: Step, _ term: ArraySlice<UInt8>, _ start: Int, _ end: Int) -> Bool {
    switch step {
    case .one: return true
    case .run: return false
    case .unit(let unit):
      let first = term.startIndex
      return TermUnits.number(term[(first + start)..<(first + end)]) == unit
    }
  }
}
