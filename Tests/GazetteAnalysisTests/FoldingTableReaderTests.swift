import Foundation
import GazetteAnalysis
import Testing

@Suite struct FoldingTableReaderTests {
  /// The file that is compiled into the program.
  private var file: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/CGazetteData/data/folding.bin").standardizedFileURL
  }

  @Test("The prepared table is what the texts say")
  func prepared() throws {
    let prepared = FoldingTableReader.readEmbedded().prepared
    // Whoever changes the texts prepares the table anew: GAZETTE_RECORD=1 swift test --filter FoldingTableReader
    if ProcessInfo.processInfo.environment["GAZETTE_RECORD"] != nil {
      try Data(prepared).write(to: file)
    }
    #expect(prepared.count > 300_000)
    #expect(try Array(Data(contentsOf: file)) == prepared)
  }
}
