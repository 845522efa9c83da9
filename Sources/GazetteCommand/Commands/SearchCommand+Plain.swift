import GazetteConsole

extension SearchCommand {
  /// Takes a command line apart that is a plain search: words, and options from the list below with their values behind.
  ///
  /// Whatever else stands there makes it `nil`, and the argument parser has its say, which knows every form and every
  /// error. It takes a third of a cold search to look up by reflection what options there are; people search more than
  /// they do anything else.
  ///
  /// - Parameter words: The words after the program's name.
  init?(plain words: ArraySlice<String>) {
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
      case "--json", "--no-color", "--literal": value = ""
      case "--index", "--limit", "--next", "--ui": value = rest.popFirst()
      default: return nil
      }
      guard let value, !value.hasPrefix("-"), options.updateValue(value, forKey: word) == nil
      else { return nil }
    }
    guard !query.isEmpty else { return nil }
    self.init()
    self.query = query
    limit = 10
    sort = nil
    explain = false
    literal = options["--literal"] != nil
    facet = nil
    if let text = options["--limit"] {
      guard let number = Int(text) else { return nil }
      limit = number
    }
    next = options["--next"]
    guard let global = GlobalOptions(plain: options), (try? validate()) != nil else { return nil }
    self.global = global
  }
}
