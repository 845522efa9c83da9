/// What a draft says beside a quotation, where it may name the source: the nearest first.
public struct QuotationSurroundings: Sendable, Hashable {
  /// The texts in which a source is looked for, in this order: what stands in brackets behind the quotation or under its block,
  /// its notes and links, the rest of its sentence, and what leads to it.
  public var texts: [String]
  /// The place among the quotations of the draft from which a source is taken when none is named: the quotation before in the
  /// same sentence; `nil` for none.
  public var inherited: Int?

  /// Creates surroundings.
  public init(texts: [String] = [], inherited: Int? = nil) {
    self.texts = texts
    self.inherited = inherited
  }
}
