internal import GazetteDocument

/// The request that a reply answers and names without marks: 你省关于某某事项的请示（某政〔2018〕1号）收悉.
struct AnsweredPaper {
  /// The request.
  let paper: CitedPaper
  /// From the request to the word that says that it came.
  let range: Range<Int>

  /// Reads a line; `nil` when it acknowledges nothing, or names the request with marks, which is a citation like others.
  init?(_ text: Span<UInt8>, in line: Range<Int>) {
    let head = line.lowerBound..<min(line.upperBound, line.lowerBound + 400)
    guard let word = text.firstPlace(of: "收悉", in: head),
      let start = text.firstPlace(of: "关于", in: head.lowerBound..<word),
      text.firstPlace(of: "《", in: head.lowerBound..<word) == nil,
      text.firstPlace(of: "。", in: head.lowerBound..<word) == nil
    else { return nil }
    var end = word
    var number: DocumentNumber?
    if let bracket = text.firstPlace(of: "（", in: start..<word),
      let found = NumberReader(text: text).number(in: bracket + 3..<word)
    {
      number = found.value
      end = bracket
    }
    let title = text.trimmed(start..<end)
    guard title.count >= 9 else { return nil }
    paper = CitedPaper(title: title, number: number, range: start..<word)
    range = start..<word + 6
  }
}
