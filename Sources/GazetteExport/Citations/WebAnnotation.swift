import GazetteDocument
import GazetteSearch

/// A citation as a Web Annotation (W3C Recommendation, 2017): the citation as the body, the words as a specific resource.
///
/// Positions count Unicode scalars, as the data model wants; bytes and the digest of the text stand beside them under names
/// of our own. A source without an address on the web is named by its digest (RFC 6920).
public enum WebAnnotation {
  /// The annotation.
  public static func json(of item: BibliographicItem) -> JSONValue {
    let excerpt = item.excerpt
    let selector = excerpt.selector
    return .object([
      "@context": .array([
        .string("http://www.w3.org/ns/anno.jsonld"),
        .object([
          "textSha256": .string("urn:gazette:textSha256"),
          "startByte": .string("urn:gazette:startByte"), "endByte": .string("urn:gazette:endByte"),
          "revision": .string("urn:gazette:revision"), "path": .string("urn:gazette:path"),
          "asPolicy": .string("urn:gazette:asPolicy"), "reason": .string("urn:gazette:reason"),
        ]),
      ]),
      "id": .string(excerpt.id.description), "type": .string("Annotation"),
      "motivation": .string("identifying"),
      "body": .object([
        "type": .string("TextualBody"), "format": .string("text/plain"),
        "language": .string(excerpt.document.language.tag),
        "value": .string(BibliographicItem.line(item.note)),
      ]),
      "path": .string(excerpt.citation.short), "revision": .string(item.revision),
      "asPolicy": .string(excerpt.quotability.asPolicy.rawValue),
      "reason": JSONValue(excerpt.quotability.reason?.rawValue),
      "target": .object([
        "type": .string("SpecificResource"),
        "source": .string(excerpt.sourceURL ?? name(of: selector.textSHA256)),
        "textSha256": .string(selector.textSHA256.description),
        "selector": .array([
          .object([
            "type": .string("TextPositionSelector"),
            "start": .integer(selector.span.start.scalar),
            "end": .integer(selector.span.end.scalar),
            "startByte": .integer(selector.span.start.byte),
            "endByte": .integer(selector.span.end.byte),
          ]),
          .object([
            "type": .string("TextQuoteSelector"), "exact": .string(selector.exact),
            "prefix": .string(selector.prefix), "suffix": .string(selector.suffix),
          ]),
        ]),
      ]),
    ])
  }

  /// `ni:///sha-256;…` with the digest in base64 for addresses, without padding.
  static func name(of digest: Digest) -> String {
    let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    var (text, bits, count): ([UInt8], UInt32, Int) = ([], 0, 0)
    for byte in digest.bytes {
      bits = bits << 8 | UInt32(byte)
      count += 8
      while count >= 6 {
        count -= 6
        text.append(signs[Int(bits >> UInt32(count) & 63)])
      }
    }
    if count > 0 { text.append(signs[Int(bits << UInt32(6 - count) & 63)]) }
    return "ni:///sha-256;" + String(decoding: text, as: UTF8.self)
  }
}
