import GazetteAnalysis
import GazetteIndex
import GazetteQuery

extension PolicySearch {
  /// The documents with a number that somebody typed as it sounds: `Guo Fa [2018] No. 43` is 国发〔2018〕43号.
  ///
  /// Costs a look at the numbers of all documents, for such a text only.
  ///
  /// - Parameter text: The query as typed.
  /// - Returns: What they are found by; `nil` when the text is no such number or no document has it.
  /// - Throws: `IndexError` when the index is damaged.
  func numberQuery(_ text: String) throws(IndexError) -> Query? {
    guard let typed = QueryNumber.transliterated(text), let letters = TransliteratedNumber(typed)
    else { return nil }
    let field = PolicyField.number.id
    let all = Query.wildcard(Term(field: field, "*" + letters.count))
    var terms: [Query] = []
    for found in try searcher.expansion(of: all).terms {
      let number = String(decoding: found.term.bytes, as: UTF8.self)
      guard let (code, count) = TransliteratedNumber.parts(of: number), count == letters.count,
        letters.isSpelt(code) || letters.spells(code, PinyinTable.standard)
      else { continue }
      terms.append(.term(found.term))
    }
    return terms.isEmpty ? nil : .any(terms)
  }
}
