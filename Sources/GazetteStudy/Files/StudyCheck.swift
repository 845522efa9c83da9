public import Gazette

/// What has become of a pack's cards and questions since it was built.
public struct StudyCheck: Sendable {
  /// How an item stands.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// All its sentences stand in the sources as they did.
    case fresh
    /// Other words stand in the place of one.
    case changed
    /// One is gone, or nothing tells where it is.
    case orphaned
    /// A document is not there at all.
    case sourceMissing = "source-missing"
    /// The pack's receipt was altered.
    case badReceipt = "bad-receipt"
  }

  /// One card or question.
  public struct Item: Sendable, Hashable {
    /// What the pack says of it.
    public let item: StudyManifest.Item
    /// How it stands.
    public let state: State
    /// What became of its sentences.
    public let passages: [ReceiptCheck.Item]
  }

  /// The items in the order of the pack.
  public let items: [Item]
  /// What became of all sentences of the pack, those of the handout too.
  public let passages: ReceiptCheck

  /// Joins a manifest with what checking its receipt showed.
  ///
  /// - Parameters:
  ///   - manifest: The manifest.
  ///   - check: The check of the receipt beside it.
  public init(_ manifest: StudyManifest, _ check: ReceiptCheck) {
    passages = check
    items = manifest.items.map { item in
      let passages = item.passages.filter { check.items.indices.contains($0) }
        .map { check.items[$0] }
      let worst = passages.map { State($0.state) }.max { $0.rank < $1.rank }
      return Item(item: item, state: worst ?? .fresh, passages: passages)
    }
  }

  /// How many items are in a state.
  public func count(of state: State) -> Int { items.count { $0.state == state } }

  /// Whether something needs a second look.
  public var hasFindings: Bool {
    passages.hasFindings || items.contains { ![.fresh, .sourceMissing].contains($0.state) }
  }
}

extension StudyCheck.State {
  fileprivate init(_ state: ReceiptCheck.State) {
    switch state {
    case .same, .moved: self = .fresh
    case .changed: self = .changed
    case .orphaned: self = .orphaned
    case .sourceMissing: self = .sourceMissing
    case .badReceipt: self = .badReceipt
    }
  }

  /// The worse, the greater.
  fileprivate var rank: Int { StudyCheck.State.allCases.firstIndex(of: self) ?? 0 }
}
