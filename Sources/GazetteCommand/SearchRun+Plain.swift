import GazetteConsole
import GazetteSearch

extension SearchRun {
  /// Takes a command line apart that is a plain search: words, and options from the list below with their values behind.
  ///
  /// Whatever else stands there makes it `nil`, and the argument parser has its say, which knows every form and every
  /// error. It takes a third of a cold search to look up by reflection what options there are; people search more than
  /// they do anything else.
  ///
  /// - Parameter words: The words after the program's name.
  /// - Returns: What runs the search.
  static func plain(_ words: ArraySlice<String>) -> (() throws -> Void)? {
    guard words.first == "search" else { return nil }
    var query: [String] = []
    var options: [String: String] = [:]
    var rest = words.dropFirst()
    while let word = rest.popFirst() {
      guard word.hasPrefix("-") else {
        query.append(word)
        continue
      }
      let value: String?
      switch word {
      case "--json", "--no-color", "--literal", "--alike": value = ""
      case "--index", "--limit", "--next", "--ui": value = rest.popFirst()
      default: return nil
      }
      guard let value, !value.hasPrefix("-"), options.updateValue(value, forKey: word) == nil
      else { return nil }
    }
    guard !query.isEmpty else { return nil }
    var run = SearchRun(query: query.joined(separator: " "))
    run.isLiteral = options["--literal"] != nil
    run.showsAlike = options["--alike"] != nil
    if let text = options["--limit"] {
      guard let number = Int(text), limits.contains(number) else { return nil }
      run.limit = number
    }
    run.cursor = options["--next"]
    if let tag = options["--ui"], UILanguage(rawValue: tag) == nil { return nil }
    let index = GlobalOptions.index(named: options["--index"])
    return { [run] in try run.run(in: PolicySearch(at: index)) }
  }
}
