import GazetteAnalysis
import GazetteIndex

/// Turns the queries of the side-by-side benchmark into queries of the engine.
///
/// They are `word`, `+a +b` for all, `a b` for any, `"a b"` for a phrase; what stands between blanks goes through the
/// analyzer of the index.
struct BenchmarkQuery {
  private let field: FieldID
  private var stream = TokenStream()

  init(field: FieldID) { self.field = field }

  /// The query of a line.
  mutating func parse(_ line: ArraySlice<UInt8>) -> Query {
    if line.first == 0x22 {
      let end = line.dropFirst().firstIndex(of: 0x22) ?? line.endIndex
      return phrase(line[(line.startIndex + 1)..<end])
    }
    var parts: [Query] = []
    var isAll = false
    var at = line.startIndex
    while at < line.endIndex {
      if line[at] == 0x20 {
        at += 1
        continue
      }
      if line[at] == 0x2B {
        isAll = true
        at += 1
      }
      let end = line[at...].firstIndex(of: 0x20) ?? line.endIndex
      parts.append(phrase(line[at..<end]))
      at = end
    }
    if parts.count == 1 { return parts[0] }
    return isAll ? .all(parts) : .any(parts)
  }

  private mutating func phrase(_ text: ArraySlice<UInt8>) -> Query {
    stream.removeAll()
    Analyzer.plain.analyze(text, into: &stream)
    if stream.tokens.count == 1 {
      return .term(Term(field: field, bytes: Array(stream.term(of: stream.tokens[0]))))
    }
    return .phrase(
      field: field,
      terms: stream.tokens.map {
        PhraseTerm(bytes: Array(stream.term(of: $0)), offset: Int($0.position))
      })
  }
}
