public import GazetteDocument

/// A document made of given passages, for tests and measurements that need no reader of files.
public enum OnePassageDocument {
  /// A document whose only passage is a text.
  public static func document(named name: String, _ utf8: [UInt8]) -> PolicyDocument {
    document(named: name, passages: [String(decoding: utf8, as: UTF8.self)])
  }

  /// A document of passages that stand on a line each; a passage is Chinese where a third of its bytes are Han.
  public static func document(named name: String, passages: [String]) -> PolicyDocument {
    let text = SourceText(passages.joined(separator: "\n"))
    let digest = ContentHash.digest(of: text.utf8.span)
    var document = PolicyDocument(
      id: .init(name), file: name, sha256: digest, textSHA256: digest, format: .text,
      encoding: "UTF-8", language: .undetermined, text: text)
    var place = TextPosition(byte: 0, scalar: 0)
    for (index, passage) in passages.enumerated() {
      let end = TextPosition(
        byte: place.byte + passage.utf8.count,
        scalar: place.scalar + passage.unicodeScalars.count)
      let span = TextSpan(start: place, end: end)
      let isChinese = passage.utf8.count { $0 >= 0xE3 } * 9 > passage.utf8.count
      let language = isChinese ? Language.simplifiedChinese : .english
      document.sentences.append(Sentence(span: span))
      document.passages.append(
        Passage(
          span: span, section: 0, ordinal: index + 1, sentences: index..<index + 1,
          language: language))
      place = TextPosition(byte: end.byte + 1, scalar: end.scalar + 1)
    }
    return document
  }
}
