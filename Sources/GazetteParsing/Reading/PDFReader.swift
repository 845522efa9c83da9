internal import GazetteDocument

/// Reads PDF through poppler's `pdftotext` where it is installed: the source text is the text page by page, with a form
/// feed between two pages.
enum PDFReader {
  /// The program that takes the text out.
  private static let program = "pdftotext"

  /// The blocks of a document.
  ///
  /// - Throws: `ParseError.unsupported` when the program is missing or the file encrypted, `.noText` when no page has any,
  ///   `.malformed` when the file is damaged.
  static func read(_ bytes: [UInt8], program: String = program) throws(ParseError) -> ExtractedText
  {
    let child = ChildProgram(
      name: program, arguments: ["-enc", "UTF-8", "-eol", "unix", "-", "-"])
    let result: ChildProgram.Result
    do throws(ChildProgram.Failure) {
      result = try child.run(bytes)
    } catch {
      switch error {
      case .notInstalled:
        throw .unsupported(ParseFinding(.pdfProgram))
      case .tooMuch:
        throw .malformed(ParseFinding(.pdfSize, child.limit), offset: nil)
      case .tooLong:
        throw .incomplete(ParseFinding(.pdfTime, child.seconds), offset: nil)
      }
    }
    guard result.isSuccess else {
      let words = String(decoding: result.errors.prefix(300).prefix { $0 != 0x0A }, as: UTF8.self)
      if words.utf8.starts(with: "Command Line Error: Incorrect password".utf8) {
        throw .unsupported(ParseFinding(.encryptedPDF))
      }
      let finding =
        words.isEmpty ? ParseFinding(.pdfDamaged) : ParseFinding(.pdfDamagedWords, words)
      throw .malformed(finding, offset: nil)
    }
    return try text(of: result.output)
  }

  /// The blocks of what the program wrote.
  private static func text(of output: [UInt8]) throws(ParseError) -> ExtractedText {
    let valid = UTF8Validation.firstInvalid(output.span) == output.count
    var utf8 = valid ? output : UTF8Validation.repaired(output.span).utf8
    // The program ends every page with a form feed; between pages it stays.
    while let last = utf8.last, last == 0x0C || last == 0x0A { utf8.removeLast() }
    guard utf8.span.hasWord(in: 0..<utf8.count) else {
      throw .noText(ParseFinding(.pdfScan))
    }
    return TextReader.read(utf8, nil)
  }
}
