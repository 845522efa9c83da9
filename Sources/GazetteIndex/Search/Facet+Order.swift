extension Facet {
  /// Puts the counts of a source in order and keeps the most frequent.
  init(_ source: Source, counting found: [Value: Int], limit: Int) {
    let order = found.sorted { left, right in
      left.value != right.value ? left.value > right.value : left.key < right.key
    }
    self.source = source
    counts = order.prefix(max(0, limit)).map { Count(value: $0.key, count: $0.value) }
    valueCount = order.count
  }
}

extension Facet.Value: Comparable {
  /// Orders terms by their bytes and numbers by size; numbers come first.
  public static func < (left: Facet.Value, right: Facet.Value) -> Bool {
    switch (left, right) {
    case (.term(let first), .term(let second)): first.lexicographicallyPrecedes(second)
    case (.number(let first), .number(let second)): first < second
    case (.number, .term): true
    case (.term, .number): false
    }
  }
}
