import Dispatch
import Synchronization

/// A merge of segments that goes on in another thread while the writer works.
///
/// Nobody sees its result before the writer takes it over.
final class BackgroundMerge: Sendable {
  /// The segments as they were when the merge began; what is deleted of them since then must be deleted of the result.
  let sources: [LiveSegment]
  private let isCancelled = Atomic(false)
  private let result = Mutex<Result<AtomicFile, IndexError>?>(nil)
  private let group = DispatchGroup()

  /// Begins a merge; the result lies in a folder without a name.
  init(
    _ sources: [LiveSegment], schema: Schema, folder: IndexFolder, limits: SegmentLimits
  ) {
    self.sources = sources
    DispatchQueue.global(qos: .utility).async(group: group) {
      let result = self.merge(schema: schema, folder: folder, limits: limits)
      self.result.withLock { $0 = result }
    }
  }

  private func merge(
    schema: Schema, folder: IndexFolder, limits: SegmentLimits
  ) -> Result<AtomicFile, IndexError> {
    do throws(IndexError) {
      let file = try AtomicFile(in: folder)
      let merger = try SegmentMerger(sources, schema: schema, limits: limits)
      _ = try merger.write(to: file) { self.isCancelled.load(ordering: .relaxed) }
      return .success(file)
    } catch {
      return .failure(error)
    }
  }

  /// Whether it has ended.
  var isDone: Bool { result.withLock { $0 != nil } }

  /// Waits for the end and gives the result, once.
  func wait() throws(IndexError) -> AtomicFile {
    group.wait()
    let taken = result.withLock { result in
      defer { result = nil }
      return result
    }
    guard let taken else { preconditionFailure("the result was taken before") }
    return try taken.get()
  }

  /// Gives the merge up; returns when its thread has ended.
  func cancel() {
    isCancelled.store(true, ordering: .relaxed)
    group.wait()
  }
}
