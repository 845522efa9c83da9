import GazetteConcepts
import GazetteDocument
import GazetteSearch
import Synchronization

/// The thesaurus by which a run tags documents: read and compiled when the first of them needs it.
///
/// Merged in this order, later entries taking the place of earlier ones with their ids: what is built in, `concepts.yaml` of each
/// folder of the corpus, the files that were given.
final class Tagging: Sendable {
  /// The files in the order in which they are merged.
  let sources: [ThesaurusOrigin.Source]
  private let files: [(name: String, bytes: [UInt8])]
  private let compiled = Mutex<ConceptMatcher?>(nil)

  /// The matcher that was compiled last in this process, for runs that follow each other.
  private static let last = Mutex<(sources: [Digest], matcher: ConceptMatcher)?>(nil)

  /// A thesaurus with more bytes is refused.
  private static let maximumSize = 64 << 20

  /// Reads the files, not yet what is in them.
  ///
  /// - Throws: `CorpusError` for the first file that cannot be read.
  init(corpus roots: [String], files paths: [String]) throws(CorpusError) {
    var files = [(name: Thesaurus.builtInFile, bytes: Thesaurus.builtInBytes)]
    for path in roots.compactMap(Corpus.conceptFile) + paths {
      files.append((path, try FileReading.bytes(of: path, limit: Self.maximumSize)))
    }
    self.files = files
    sources = files.map {
      ThesaurusOrigin.Source(path: $0.name, sha256: ContentHash.digest(of: $0.bytes.span))
    }
  }

  /// The matcher, compiled at the first call; concepts are numbered in the order of their ids.
  ///
  /// - Throws: `ThesaurusError` for the first thing that is wrong with a file.
  func matcher() throws(ThesaurusError) -> ConceptMatcher {
    try compiled.withLock { (compiled) throws(ThesaurusError) in
      if let compiled { return compiled }
      let digests = sources.map(\.sha256)
      let known = Self.last.withLock { $0 }
      if let known, known.sources == digests {
        compiled = known.matcher
        return known.matcher
      }
      let matcher = ConceptMatcher(try thesaurus().sortedByID())
      Self.last.withLock { $0 = (digests, matcher) }
      compiled = matcher
      return matcher
    }
  }

  private func thesaurus() throws(ThesaurusError) -> Thesaurus {
    var thesaurus = Thesaurus.empty
    var before: [UInt8] = []
    // A copy of the one before adds nothing.
    for (name, bytes) in files where bytes != before {
      thesaurus = thesaurus.merging(try Thesaurus(yaml: bytes, file: name))
      before = bytes
    }
    return thesaurus
  }

  /// What an index remembers of the thesaurus.
  func origin() throws(ThesaurusError) -> ThesaurusOrigin {
    ThesaurusOrigin(
      fingerprint: try matcher().thesaurus.fingerprint, version: ThesaurusCoding.taggingVersion,
      sources: sources)
  }

  /// Whether an index was tagged by these very files.
  func agrees(with origin: ThesaurusOrigin) -> Bool {
    origin.version == ThesaurusCoding.taggingVersion
      && origin.sources.map(\.sha256) == sources.map(\.sha256)
  }
}
