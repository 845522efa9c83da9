import GazetteAnalysis
import GazetteDocument
import GazetteParsing
import GazetteSearch

/// The part of a revision that compares across machines.
enum CorpusFingerprint {
  /// The first 32 bits of a SHA-256 over the sorted documents with the hashes of their texts, and the thesaurus, and the versions of what
  /// made the index of them.
  static func of(_ files: [FileRecord], thesaurus: ThesaurusOrigin) -> UInt32 {
    var text = "reader \(DocumentParser.version)\n"
    text += "analyzer \(Analyzer.standard.name) \(Analyzer.standard.version)\n"
    text += "thesaurus \(thesaurus.fingerprint) \(thesaurus.version)\n"
    for file in files.sorted(by: { $0.document < $1.document }) {
      guard let hash = file.textSHA256 else { continue }
      text += "\(file.document.name)\t\(hash)\n"
    }
    return ContentHash.digest(of: Array(text.utf8).span).prefix
  }
}
