import GazetteTestSupport

@testable import GazetteIndex

/// What a disk may hold after the power was cut: only what was synchronised is sure, the rest may be there, in part, or not.
///
/// The writer that it watches works in one thread.
final class PowerCut: @unchecked Sendable {
  /// What a file holds for sure, and what it would hold if nothing were lost.
  private struct File {
    var durable: [UInt8]?
    var current: [UInt8] = []
  }

  private let folder: TemporaryFolder
  /// Whether the disk keeps what it is told to keep.
  private let honoursSyncs: Bool
  private var files: [Int: File] = [:]
  private var names: [String: Int] = [:]
  private var durableNames: [String: Int] = [:]
  private var next = 0
  private var pending: (operation: String, name: String, target: String)?

  /// Watches a folder.
  init(_ folder: TemporaryFolder, honoursSyncs: Bool = true) {
    self.folder = folder
    self.honoursSyncs = honoursSyncs
  }

  /// Takes note of an effect that is about to happen; the one before it has happened by now.
  func note(_ operation: String, _ path: String, _ target: String) {
    settle()
    func name(_ path: String) -> String { String(path.split(separator: "/").last ?? "") }
    pending = (operation, name(path), name(target))
  }

  /// Takes note that the last effect has happened.
  func settle() {
    guard let (operation, name, target) = pending else { return }
    pending = nil
    switch operation {
    case "create" where name.hasSuffix(".tmp"):
      names[name] = next
      files[next] = File()
      next += 1
    case "write":
      if let file = names[name] { files[file]?.current = folder.read(name) }
    case "synchronize" where names[name] != nil:
      if honoursSyncs, let number = names[name], let current = files[number]?.current {
        files[number]?.durable = current
      }
    case "synchronize":
      if honoursSyncs { durableNames = names }
    case "rename":
      names[target] = names.removeValue(forKey: name)
    case "remove": names[name] = nil
    default: break
    }
  }

  /// Writes into a folder what the disk may hold now.
  ///
  /// Names and contents that were not synchronised are drawn: as before, as now, or half written.
  func image(into other: TemporaryFolder, _ generator: inout SeededGenerator, all: Bool?) {
    for name in other.names { other.remove(name) }
    for name in Set(names.keys).union(durableNames.keys).sorted() {
      let isNew = all ?? generator.once(in: 2)
      guard let number = isNew ? names[name] : durableNames[name], let file = files[number] else {
        continue
      }
      let keeps = all ?? generator.once(in: 3)
      var bytes = keeps ? file.current : file.durable ?? []
      if !keeps, file.durable == nil, generator.once(in: 2) {
        bytes = Array(file.current.prefix(generator.below(file.current.count + 1)))
      }
      other.write(name, bytes)
    }
  }
}
