extension ThesaurusError {
  /// The sentence of the table of messages for what is wrong, with the file, the line and what it is about.
  ///
  /// - Parameter say: The sentence of a key in the language of the run; asked for the words of libyaml and the shapes of values.
  /// - Returns: The key and what is filled in.
  public func message(_ say: (String) -> String?) -> (key: String, values: [String])? {
    func said(_ group: String, _ words: String) -> String {
      say(group + "." + Self.key(of: words)) ?? words
    }
    let values: [String] =
      switch problem {
      case .yaml(let words): [said("yaml", words)]
      case .noConcepts, .missingID: []
      case .invalidID(let id): [id]
      case .repeatedID(let id, let line): [id, "\(line)"]
      case .wrongShape(let field, let expected): [field, said("shape", expected)]
      case .unknownValue(let field, let value, let allowed):
        [field, value, allowed.joined(separator: ", ")]
      case .unknownField(let field, let allowed): [field, allowed.joined(separator: ", ")]
      }
    return ("error.\(code).at", [file, "\(line)"] + values)
  }

  /// The letters and digits of some English words in small letters, joined by hyphens where others stand between.
  private static func key(of words: String) -> String {
    words.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
      .joined(separator: "-")
  }
}
