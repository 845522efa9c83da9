import GazetteConsole

/// Why what was asked of measures cannot be done.
enum MeasureOptionError: CodedError, SpokenError, CustomStringConvertible {
  /// The value of an option is none; `known` are some that are.
  case value(option: String, value: String, known: [String])
  /// No document has a measure of this id.
  case noMeasure(id: String)

  /// A short name for reports.
  var code: String {
    switch self {
    case .value: "usage"
    case .noMeasure: "no-measure"
    }
  }

  /// One line: what happened and what to do.
  var description: String {
    let english = Messages(language: .english)
    let (key, values) = sentence
    return english.filled(english.sentence(key) ?? key, with: values)
  }

  /// The sentence of the table of messages.
  ///
  /// - Parameter say: Not asked.
  /// - Returns: The key and what is filled in.
  func message(_ say: (String) -> String?) -> (key: String, values: [String])? { sentence }

  private var sentence: (key: String, values: [String]) {
    switch self {
    case .value(let option, let value, let known):
      ("measures.value", [option, value, known.joined(separator: ", ")])
    case .noMeasure(let id): ("measures.no-measure", [id])
    }
  }
}
