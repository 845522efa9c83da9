import GazetteTestSupport
import Testing

@testable import GazetteIndex

/// A writer that ends after any of its effects on the disk leaves the last commit, or the one under way, whole.
@Suite struct CrashTests {
  @Test("the last acknowledged commit opens after a stop at any effect, and the writer goes on")
  func stops() throws {
    let whole = TemporaryFolder()
    let counting = IndexFolder(path: whole.path + "/new/index")
    try CrashScenario.run(counting) { _ in }
    #expect(counting.effectCount > 60)
    for stop in 0..<counting.effectCount {
      let folder = TemporaryFolder()
      let path = folder.path + "/new/index"
      var acknowledged = 0
      // A stop while the last commit tidies up is no error any more.
      do {
        try CrashScenario.run(IndexFolder(path: path, failingAfter: stop)) { acknowledged = $0 }
        #expect(acknowledged == 4)
      } catch is IndexError {}
      let found = try CrashScenario.check(path)
      #expect(found == acknowledged || found == acknowledged + 1, "stop \(stop)")
      // The next writer finds the lock free, tidies up and goes on.
      let writer = try IndexWriter(at: path, schema: Sample.schema)
      #expect(Int(writer.generation) == found)
      try writer.add(Sample.group("z", "more roads"))
      #expect(Int(try writer.commit()) == found + 1)
      writer.close()
      let searcher = try SearchIndex(at: path).searcher()
      #expect(try searcher.group(key: "z") != nil)
      #expect(searcher.groupCount == CrashScenario.states[found].count + 1)
    }
  }

  @Test("an operation that fails once leaves a writer that can commit again")
  func failures() throws {
    let counting = IndexFolder(path: TemporaryFolder().path)
    try CrashScenario.run(counting) { _ in }
    for failure in 0..<counting.effectCount {
      let folder = TemporaryFolder()
      let target = IndexFolder(path: folder.path, failingOnceAfter: failure)
      do {
        let writer = try IndexWriter(folder: target, schema: Sample.schema, memoryBudget: 0)
        for key in ["a", "b", "c"] {
          let group = Sample.group(key, "roads \(key)")
          do { try writer.add(group) } catch { try writer.add(group) }
          do { try writer.commit() } catch { try writer.commit() }
        }
        writer.close()
      } catch {
        // The failure was in opening; the second try succeeds.
        let writer = try IndexWriter(folder: target, schema: Sample.schema)
        for key in ["a", "b", "c"] { try writer.add(Sample.group(key, "roads \(key)")) }
        try writer.commit()
      }
      let searcher = try SearchIndex(at: folder.path).searcher()
      #expect(try searcher.count(Sample.term("roads")) == 3, "failure \(failure)")
      #expect(searcher.groupCount == 3)
    }
  }
}
