import Dispatch
public import GazetteQuotations
public import GazetteSearch
import Synchronization

extension DraftReport {
  /// Fewer quotations are checked by one thread.
  private static let leastShare = 8

  /// Checks the quotations of a draft with several threads; the report is the same with any number of them.
  ///
  /// - Parameters:
  ///   - quotations: The quotations, in the order of the draft.
  ///   - search: The index.
  ///   - threads: How many threads work; as many as there are processors when it is `nil`.
  /// - Throws: `IndexError` when the index is damaged.
  public init(
    checking quotations: [Quotation], in search: PolicySearch, threads: Int? = nil
  ) throws {
    var verifier = QuotationVerifier(search)
    let claimed = try verifier.sources(of: quotations)
    let wanted = max(1, threads ?? CPUCount.available)
    let count = min(wanted, max(1, quotations.count / Self.leastShare))
    guard count > 1 else {
      self.init(try zip(quotations, claimed).map { try verifier.verify($0, claimed: $1) })
      return
    }
    let found = Mutex<[VerifiedQuotation?]>(Array(repeating: nil, count: quotations.count))
    let failure = Mutex<(any Error)?>(nil)
    DispatchQueue.concurrentPerform(iterations: count) { thread in
      var verifier = QuotationVerifier(search)
      // In turns, so that hard ones that stand together are shared.
      for place in stride(from: thread, to: quotations.count, by: count) {
        guard failure.withLock({ $0 == nil }) else { return }
        do {
          let verified = try verifier.verify(quotations[place], claimed: claimed[place])
          found.withLock { $0[place] = verified }
        } catch {
          failure.withLock { $0 = $0 ?? error }
        }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    self.init(found.withLock { $0.compactMap { $0 } })
  }
}
