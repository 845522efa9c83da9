import Foundation
import GazetteDocument
public import GazetteMeasures
import GazetteParsing
import GazetteTestSupport

/// Parses the documents of annotations once and gives the measures of each annotated sentence.
public struct AnnotatedDocuments {
  private let folder: String
  private let extractor: MeasureExtractor
  private var read: [String: (document: PolicyDocument, measures: [Measure])] = [:]

  /// Reads documents below a folder, or of the project itself.
  public init(folder: String, extractor: MeasureExtractor = MeasureExtractor()) {
    self.folder = folder
    self.extractor = extractor
  }

  /// The measures found in an annotated sentence; `nil` where its document is missing or is another text by now.
  public mutating func measures(of gold: GoldSentence) throws -> [Measure]? {
    if gold.file.isEmpty {
      return extractor.measures(
        inSentence: gold.text, language: gold.isChinese ? .simplifiedChinese : .english)
    }
    if read[gold.file] == nil {
      // Texts of our own lie in the project, those of others beside it.
      guard
        let data = FileManager.default.contents(atPath: folder + "/" + gold.file)
          ?? FileManager.default.contents(atPath: ProjectFolder.top + "/" + gold.file)
      else { return nil }
      let document = try DocumentParser().parse(
        [UInt8](data), id: PolicyDocument.ID(gold.file), file: gold.file)
      read[gold.file] = (document, extractor.measures(in: document))
    }
    guard let entry = read[gold.file], entry.document.textSHA256.description == gold.sha256 else {
      return nil
    }
    return entry.measures.filter {
      $0.span.start.scalar >= gold.range.lowerBound && $0.span.end.scalar <= gold.range.upperBound
    }
  }

  /// The words of a span of a sentence's document, for people to read.
  public func words(_ range: Range<Int>, of gold: GoldSentence) -> String {
    let text =
      read[gold.file].map { String(decoding: $0.document.text.utf8, as: UTF8.self) } ?? gold.text
    return String(
      String.UnicodeScalarView(text.unicodeScalars.dropFirst(range.lowerBound).prefix(range.count)))
  }
}
