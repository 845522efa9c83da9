import GazetteTestSupport
import Testing

@testable import GazetteIndex

/// The power is cut at every effect of the writer: what the disk may hold then opens as the last commit or the new one.
@Suite struct PowerCutTests {
  /// How many images of a disk are drawn at every effect, beside the two in which all or nothing survives.
  private static let draws = 4 * TestScale.factor

  /// Counts what the disks hold; the writer that is watched works in one thread.
  private final class Tally: @unchecked Sendable {
    let disk: PowerCut
    let image = TemporaryFolder()
    var generator = SeededGenerator(seed: OracleTests.seed)
    var acknowledged = 0
    var images = 0
    var lost = 0
    var wrong: [String] = []

    init(_ disk: PowerCut) { self.disk = disk }

    func check() {
      for draw in 0..<(PowerCutTests.draws + 2) {
        disk.image(into: image, &generator, all: draw < 2 ? draw == 0 : nil)
        images += 1
        do {
          let found = try CrashScenario.check(image.path)
          if found != acknowledged, found != acknowledged + 1 { lost += 1 }
        } catch {
          wrong.append("\(error)")
        }
      }
    }
  }

  /// Cuts the power at every effect; gives how many images were opened, and how many had lost a commit.
  private func cuts(honouringSyncs: Bool) throws -> (images: Int, lost: Int, wrong: [String]) {
    let folder = TemporaryFolder()
    let tally = Tally(PowerCut(folder, honoursSyncs: honouringSyncs))
    let index = IndexFolder(path: folder.path)
    index.observe { operation, path, target in
      tally.disk.note(operation, path, target)
      tally.check()
    }
    try CrashScenario.run(index) { tally.acknowledged = $0 }
    tally.disk.settle()
    tally.check()
    #expect(tally.acknowledged == 4)
    return (tally.images, tally.lost, tally.wrong)
  }

  @Test("no cut of the power loses or damages an acknowledged commit", .tags(.crash))
  func honest() throws {
    let result = try cuts(honouringSyncs: true)
    #expect(result.images > 300 && result.lost == 0 && result.wrong.isEmpty)
    #expect(result.wrong.prefix(3) == [])
    print("\(result.images) disks after a cut of the power, 0 commits lost, 0 damaged")
  }

  @Test("the test can fail: a disk that ignores syncs loses commits or damages them", .tags(.crash))
  func control() throws {
    let result = try cuts(honouringSyncs: false)
    #expect(result.lost + result.wrong.count > 20)
  }
}
