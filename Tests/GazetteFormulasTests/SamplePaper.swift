import Gazette
import GazetteConcepts
import GazetteDocument
import GazetteFormulas

/// A paper of a few lines to look for formulas in.
enum SamplePaper {
  static func document(_ id: String, _ text: String, date: String? = nil) throws -> PolicyDocument {
    var document = try DocumentParser().parse(
      Array(text.utf8), id: PolicyDocument.ID(id), file: id + ".txt")
    document.metadata.written = .notStated
    document.metadata.published = .notStated
    document.metadata.effective = .notStated
    if let date = date.flatMap({ CalendarDate(iso: $0) }) {
      document.metadata.written = MetadataValue(date, state: .stated)
    }
    return document
  }
}
