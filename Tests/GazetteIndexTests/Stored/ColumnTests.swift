import GazetteTestSupport
import Testing

@testable import GazetteIndex

@Suite struct ColumnTests {
  let folder = TemporaryFolder()

  @Test(
    "values of every width and absent ones come back",
    arguments: [
      [], [nil], [5], [5, 5, 5], [nil, 7, nil], [0, 255], [-1, 255], [1, nil, 65_536],
      [.min, .max, 0, nil], [20_230_101, 20_251_231, nil], [.max, .max - 1],
    ] as [[Int64?]])
  func roundTrip(values: [Int64?]) throws {
    let writer = CheckedFileWriter(kind: .segment, to: nil)
    let bytes = Column.encode(values)
    try writer.append([9] + bytes)
    folder.write("f", try writer.finish())
    let file = try CheckedFile(path: folder.path + "/f", kind: .segment)
    let column = try Column(file: file, start: 1, length: bytes.count, count: values.count)
    #expect(values.indices.map { column[$0] } == values)
    #expect(throws: IndexError.self) {
      try Column(file: file, start: 1, length: bytes.count - 1, count: values.count)
    }
  }
}
