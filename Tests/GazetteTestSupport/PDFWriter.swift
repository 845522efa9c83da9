#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes small PDF files.
package enum PDFWriter {
  /// A PDF with some lines on each page.
  package static func pdf(_ pages: [[String]]) -> [UInt8] {
    var objects: [String] = ["<< /Type /Catalog /Pages 2 0 R >>"]
    let kids = pages.indices.map { "\(4 + $0 * 2) 0 R" }.joined(separator: " ")
    objects.append("<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for (index, lines) in pages.enumerated() {
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents \(5 + index * 2) 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
      )
      let shown = lines.map { "(\($0)) Tj 0 -40 Td" }.joined(separator: "\n")
      let stream = "BT /F1 12 Tf 72 720 Td\n\(shown)\nET"
      objects.append("<< /Length \(stream.utf8.count) >>\nstream\n\(stream)\nendstream")
    }
    var file = "%PDF-1.4\n"
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places {
      let digits = String(place)
      file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    file += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(file.utf8)
  }

  /// Whether the program is there that takes text out of PDF.
  package static let isReadable: Bool = {
    let paths = getenv("PATH").map { String(cString: $0) } ?? ""
    return paths.split(separator: ":").contains { access("\($0)/pdftotext", X_OK) == 0 }
  }()
}
