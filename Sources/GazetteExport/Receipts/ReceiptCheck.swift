public import GazetteDocument
public import GazetteQuotations

/// What checking a receipt against its sources shows.
public struct ReceiptCheck: Sendable, Hashable {
  /// What became of a passage.
  public enum State: String, Sendable, Hashable, CaseIterable {
    case same, moved, changed, orphaned
    /// No source was given that may be its document.
    case sourceMissing = "source-missing"
    /// The receipt contradicts itself, or says of the very text that it names what is not so.
    case badReceipt = "bad-receipt"
  }

  /// Why a passage of a receipt is bad.
  public enum Fault: String, Sendable, Hashable, CaseIterable {
    /// Offsets, words, digest and id do not fit each other.
    case offsets
    /// The very text that it names has other words at the place.
    case words
    /// The very text that it names has another number of copies of the words.
    case counts
  }

  /// One passage.
  public struct Item: Sendable, Hashable {
    /// The passage of the receipt.
    public let passage: ReceiptPassage
    /// What became of it.
    public let state: State
    /// Why the receipt is bad; `nil` unless it is.
    public let fault: Fault?
    /// The source in which it was looked for; `nil` when there was none.
    public let source: DocumentSummary?
    /// Where its words are, what they became, and proposals; `nil` when they were not looked for.
    public let resolution: SelectorResolution?
    /// The words at the place found; `nil` without one.
    public let text: String?
  }

  /// Whether the checksum of the receipt is that of its contents.
  public let isWhole: Bool
  /// The passages in the order of the receipt.
  public let items: [Item]

  /// Checks a receipt against sources.
  ///
  /// - Parameters:
  ///   - receipt: The receipt.
  ///   - isWhole: Whether its checksum is right.
  ///   - source: The document in which a passage is to be looked for; `nil` when there is none.
  /// - Throws: What the closure throws.
  public init(
    _ receipt: Receipt, isWhole: Bool, in source: (ReceiptPassage) throws -> PolicyDocument?
  ) rethrows {
    self.isWhole = isWhole
    var resolvers: [Digest: SelectorResolver] = [:]
    items = try receipt.passages.map { passage in
      guard passage.isConsistent else {
        return Item(
          passage: passage, state: .badReceipt, fault: .offsets, source: nil, resolution: nil,
          text: nil)
      }
      guard let document = try source(passage) else {
        return Item(
          passage: passage, state: .sourceMissing, fault: nil, source: nil, resolution: nil,
          text: nil)
      }
      let resolver = resolvers[document.textSHA256] ?? SelectorResolver(document)
      resolvers[document.textSHA256] = resolver
      return ReceiptCheck.item(passage, in: document, resolver)
    }
  }

  private static func item(
    _ passage: ReceiptPassage, in document: PolicyDocument, _ resolver: SelectorResolver
  ) -> Item {
    let summary = DocumentSummary(document)
    if document.textSHA256 == passage.selector.textSHA256 {
      let fault = fault(of: passage.selector, in: document, resolver)
      if let fault {
        return Item(
          passage: passage, state: .badReceipt, fault: fault, source: summary, resolution: nil,
          text: nil)
      }
    }
    let resolution = resolver.resolve(passage.selector)
    return Item(
      passage: passage, state: State(resolution.state), fault: nil, source: summary,
      resolution: resolution, text: resolution.span.map(document.text.string(in:)))
  }

  /// What a selector says wrongly of the very text that it names.
  private static func fault(
    of selector: Selector, in document: PolicyDocument, _ resolver: SelectorResolver
  ) -> Fault? {
    guard resolver.holds(selector) else { return .words }
    let counted = selector.counted(in: document.text)
    let isCounted =
      (selector.occurrences ?? counted.occurrences) == counted.occurrences
      && (selector.copies ?? counted.copies) == counted.copies
    return isCounted ? nil : .counts
  }

  /// How many passages are in a state.
  public func count(of state: State) -> Int { items.count { $0.state == state } }

  /// Whether something is wrong: an altered receipt, or words that are no longer there as they were.
  public var hasFindings: Bool {
    !isWhole || items.contains { [.changed, .orphaned, .badReceipt].contains($0.state) }
  }

  /// Whether every passage could be looked for.
  public var isComplete: Bool { count(of: .sourceMissing) == 0 }
}

extension ReceiptCheck.State {
  fileprivate init(_ state: SelectorResolution.State) {
    switch state {
    case .same: self = .same
    case .moved: self = .moved
    case .changed: self = .changed
    case .orphaned: self = .orphaned
    }
  }
}
