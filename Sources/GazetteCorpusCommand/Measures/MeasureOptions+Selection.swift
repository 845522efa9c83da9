import Gazette
import GazetteConsole

extension MeasureOptions {
  /// The selection that the options mean.
  ///
  /// - Returns: The selection.
  /// - Throws: `MeasureOptionError` for a value that is none.
  func selected() throws(MeasureOptionError) -> MeasureSelection {
    var selection = MeasureSelection()
    selection.documents = documents
    selection.section = section
    selection.concepts = concepts
    selection.query = query
    selection.filter.actor = actor
    selection.filter.takesOptional = takesOptional
    if let strength { selection.filter.strength = try Self.range(strength) }
    if let dueBefore {
      guard let date = CalendarDate(iso: dueBefore) else {
        throw .value(
          option: "--due-before", value: dueBefore, known: ["2025-12-31", "2025-12", "2025"])
      }
      selection.filter.dueBefore = date
    }
    for name in missing {
      guard let field = MeasureFieldName(rawValue: name) else {
        throw .value(
          option: "--missing", value: name, known: MeasureFieldName.allCases.map(\.rawValue))
      }
      selection.filter.missing.insert(field)
    }
    for name in voices {
      guard let voice = Voice.Kind(rawValue: name) else {
        throw .value(option: "--voice", value: name, known: Voice.Kind.allCases.map(\.rawValue))
      }
      selection.filter.voices.insert(voice)
    }
    return selection
  }

  /// The extractor with the words of the files that are named, and those beside the corpus.
  ///
  /// - Parameter search: The index.
  /// - Returns: The extractor.
  /// - Throws: What reading a file throws.
  func extractor(for search: PolicySearch) throws -> MeasureExtractor {
    try Self.extractor(for: search, lexicons: lexicons)
  }

  /// The extractor with the words of some files, and those beside the corpus.
  ///
  /// - Parameters:
  ///   - search: The index.
  ///   - lexicons: The files.
  /// - Returns: The extractor.
  /// - Throws: What reading a file throws.
  static func extractor(
    for search: PolicySearch, lexicons: [String] = []
  ) throws -> MeasureExtractor {
    let settings = try SettingsFile(named: nil, as: "lexicons/measures.txt") {
      try search.state().roots
    }
    var lexicon = MeasureLexicon.standard
    let own = try settings.text()
    if !own.isEmpty { lexicon = adding(own, of: settings.path, to: lexicon) }
    for file in lexicons {
      let bytes = try FileReading.bytes(of: file, limit: 64 << 20)
      lexicon = adding(String(decoding: bytes, as: UTF8.self), of: file, to: lexicon)
    }
    return MeasureExtractor(lexicon: lexicon)
  }

  /// The lexicon with a file of words added; tells each line of it that is at fault.
  private static func adding(
    _ table: String, of file: String, to lexicon: MeasureLexicon
  ) -> MeasureLexicon {
    let console = Console.current
    let (wider, notices) = lexicon.adding(table)
    for notice in notices {
      let reason = console.say("measures.lexicon." + notice.reason.rawValue, notice.words)
      console.tell("\(file):\(notice.line): \(reason)")
    }
    return wider
  }

  private static func range(_ text: String) throws(MeasureOptionError) -> ClosedRange<Int> {
    let ends = text.split(separator: ".", omittingEmptySubsequences: true).compactMap { Int($0) }
    let isRange = text.contains("..")
    let low = text.hasPrefix("..") ? 1 : ends.first ?? 0
    let high = !isRange ? low : text.hasSuffix("..") ? 5 : ends.last ?? 0
    guard low >= 1, high <= 5, low <= high, ends.count <= 2 else {
      throw .value(option: "--strength", value: text, known: ["4", "3..5", "4..", "..2"])
    }
    return low...high
  }
}
