import Foundation

/// The parts of a workbook as text, unpacked by the system's own tool.
struct WorkbookParts {
  private let parts: [String: String]

  /// Unpacks a workbook.
  init(_ bytes: [UInt8]) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("gazette-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("a.xlsx")
    try Data(bytes).write(to: file)
    let program = Process()
    program.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    program.arguments = ["python3", "-m", "zipfile", "-e", file.path, folder.path]
    try program.run()
    program.waitUntilExit()
    var parts: [String: String] = [:]
    for name in [
      "xl/worksheets/sheet1.xml", "xl/workbook.xml", "docProps/core.xml", "xl/styles.xml",
    ] {
      parts[name] = try? String(
        contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
    self.parts = parts
  }

  /// A part by its name.
  subscript(name: String) -> String? { parts[name] }
}
