extension Searcher {
  /// The inverse document frequency with which `Query.fields` weighs some terms: that of the most frequent of them.
  ///
  /// - Parameter terms: The terms.
  /// - Returns: The weight, and in how many entries the most frequent term stands.
  /// - Throws: `IndexError` when the index is damaged.
  package func weight(
    of terms: [WeightedTerm]
  ) throws(IndexError) -> (weight: Float, documentFrequency: Int) {
    let compiler = try compiler(for: .fields(terms))
    var most = 0
    for term in terms { most = max(most, try compiler.documentFrequency(of: term.term)) }
    return (try compiler.fieldsWeight(terms), most)
  }
}
