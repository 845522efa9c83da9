/// What the owner of an index kept beside one commit of what the commit took away: groups as they were, and notes on them.
///
/// A file of its own, `12.log` for the twelfth commit, written once. The body is what was stored for each group, packed as in its
/// segment (`StoredFormat`), then the notes, then their length in 64 bits.
package struct CommitLog: Sendable {
  private static let nameEnding = ".log"
  private static let trailerSize = 8

  /// The number of the commit.
  package let generation: UInt64
  /// The path of the file, for messages.
  package var path: String { file.path }
  private let file: CheckedFile
  private let decompressors = DecompressorPool()

  /// Opens the log of a commit and checks where its parts lie.
  init(folder: String, generation: UInt64) throws(IndexError) {
    self.generation = generation
    file = try CheckedFile(path: folder + "/" + Self.name(generation), kind: .log)
    _ = try notesRange()
  }

  /// The name of the file for a commit.
  static func name(_ generation: UInt64) -> String { "\(generation)" + nameEnding }

  /// The commits that have a log among the files of a folder, rising.
  static func generations(among names: [String]) -> [UInt64] {
    names.filter { $0.hasSuffix(nameEnding) }
      .compactMap { UInt64($0.dropLast(nameEnding.count)) }.sorted()
  }

  private func notesRange() throws(IndexError) -> Range<Int> {
    let end = file.body.count - Self.trailerSize
    guard end >= 0 else { throw file.corrupt(0, "a log is too short") }
    let view = try file.checked(end, Self.trailerSize, "the end of a log")
    let count = Int(clamping: view.load(0, as: UInt64.self))
    guard count <= end else { throw file.corrupt(end, "the notes of a log lie outside of it") }
    return end - count..<end
  }

  /// What the owner noted.
  ///
  /// - Throws: `IndexError.corrupt` when it is damaged.
  package func notes() throws(IndexError) -> [UInt8] {
    let range = try notesRange()
    return try file.checked(range.lowerBound, range.count, "the notes of a log").array
  }

  /// What was stored for a group, by the place that the writer gave.
  ///
  /// - Throws: `IndexError.corrupt` when the place lies outside, or what is there is damaged.
  package func stored(at place: Range<Int>) throws(IndexError) -> StoredBytes {
    guard place.lowerBound >= 0, place.upperBound <= (try notesRange()).lowerBound else {
      throw file.corrupt(max(0, place.lowerBound), "a log has no group at this place")
    }
    return try StoredBytes(place, in: file, decompressors)
  }
}
