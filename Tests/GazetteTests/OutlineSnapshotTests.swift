import Foundation
import Gazette
import GazetteTestSupport
import Testing

/// The outlines of the project's own corpus, held against what was read and found right.
///
/// `GAZETTE_RECORD=1` writes them anew; the difference is then read like any other change.
@Suite struct OutlineSnapshotTests {
  private static let folder = ProjectFolder.top + "/Tests/GazetteTests/Snapshots"

  @Test("every document has the outline, the metadata and the passages that were found right")
  func outlines() throws {
    let records = ProcessInfo.processInfo.environment["GAZETTE_RECORD"] != nil
    let corpus = try Corpus(at: ProjectFolder.corpus)
    var names: Set<String> = []
    for document in try corpus.documents {
      let name = document.id.name.replacing("/", with: "--") + ".outline.txt"
      names.insert(name)
      let url = URL(fileURLWithPath: Self.folder + "/" + name)
      let printed = OutlinePrinter().tree(of: document)
      if records {
        try Data(printed.utf8).write(to: url)
        continue
      }
      let kept = try #require(
        try? String(contentsOf: url, encoding: .utf8), "no snapshot of \(document.id)")
      let difference = Self.firstDifference(kept, printed)
      #expect(difference == nil, "\(document.id): \(difference ?? "")")
    }
    let kept = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
    #expect(Set(kept) == names, "a snapshot without its document, or the reverse")
  }

  /// The first line that differs, with its number.
  private static func firstDifference(_ kept: String, _ printed: String) -> String? {
    let old = kept.split(separator: "\n", omittingEmptySubsequences: false)
    let new = printed.split(separator: "\n", omittingEmptySubsequences: false)
    for index in 0..<max(old.count, new.count) {
      let one = index < old.count ? String(old[index]) : "nothing"
      let other = index < new.count ? String(new[index]) : "nothing"
      if !one.utf8.elementsEqual(other.utf8) {
        return "line \(index + 1) was \(one.debugDescription), is \(other.debugDescription)"
      }
    }
    return nil
  }
}
