/// Cuts a Chinese formula with several numbers into what it is put together of.
enum FormulaHalves {
  /// The pieces, each from a number up to the next; none for a formula that has fewer than two numbers or begins with none.
  ///
  /// 五个一批 and 一户一档 are no two formulas: a piece of one character, or one that begins with 一, stands for nothing by itself.
  static func of(_ key: String) -> [String] {
    let lexicon = FormulaLexicon.standard
    let scalars = Array(key.unicodeScalars)
    guard (4...12).contains(scalars.count) else { return [] }
    let starts = scalars.indices.filter { place in
      let number = lexicon.hanNumbers[scalars[place].value]
      return number.map { (2...12).contains($0) } ?? false
    }
    guard starts.count > 1, starts[0] == 0 else { return [] }
    let pieces = starts.indices.map { index in
      scalars[starts[index]..<(index + 1 < starts.count ? starts[index + 1] : scalars.count)]
    }
    guard pieces.allSatisfy({ $0.count > 1 }) else { return [] }
    return pieces.map { String(String.UnicodeScalarView($0)) }
  }
}
