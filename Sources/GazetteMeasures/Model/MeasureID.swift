public import GazetteDocument
private import GazetteAnalysis

/// The stable name of a measure: the same on every machine, and unchanged when other sentences come or go.
public struct MeasureID: Sendable, Hashable, CustomStringConvertible {
  /// `m-` and twelve hexadecimal digits.
  public let description: String

  /// The ids of a document's measures, in their order.
  ///
  /// Each is made of the family, the folded sentence, the folded words of the measure, and how often the same stood before.
  ///
  /// - Parameters:
  ///   - measures: Measures of `document`.
  ///   - document: The document that they were found in.
  /// - Returns: As many ids as there are measures, no two alike.
  public static func ids(of measures: [Measure], in document: PolicyDocument) -> [MeasureID] {
    let family = Array(FamilyName.of(document.metadata, id: document.id).utf8)
    var counts: [[UInt8]: Int] = [:]
    return measures.map { measure in
      var key = family
      key.append(0)
      let sentence = document.sentences[measure.sentence].span
      key += TextFolding.fold(Array(document.text.utf8[sentence.bytes])).utf8
      key.append(0)
      key += TextFolding.fold(Array(document.text.utf8[measure.span.bytes])).utf8
      key.append(0)
      let occurrence = counts[key, default: 0]
      counts[key] = occurrence + 1
      key += Array(String(occurrence).utf8)
      let digest = ContentHash.digest(of: key.span).description
      return MeasureID(description: "m-" + digest.prefix(12))
    }
  }
}
