/// How a word of the command line can go on: found by walking the description of the command along the words before it.
struct CompletionAnswer {
  /// The words, as far as they can be listed.
  private(set) var words: [CompletionWord] = []
  /// Whether files and folders are wanted.
  private(set) var wantsFiles = false

  /// How many words are offered at most.
  static let limit = 200

  /// Subcommands of which the sibling program knows more.
  private static let handedOver: Set<String> = ["concepts", "lint", "checklist"]

  /// Finds the words.
  ///
  /// - Parameters:
  ///   - before: The words between the program's name and the one at the cursor.
  ///   - current: The one at the cursor, as far as it is typed.
  init(_ before: [String], current: String) {
    let isHandedOver = before.first.map(Self.handedOver.contains) ?? false
    guard
      let root = isHandedOver ? CommandDescription.sibling() : CommandDescription.own()
    else { return }
    var node = root
    var positionals = 0
    var pending: ArgumentDescription?
    var isLiteral = false
    var index: String?
    for word in before {
      if let option = pending {
        if option.longName == "index" { index = word }
        pending = nil
      } else if !isLiteral, word == "--" {
        isLiteral = true
      } else if !isLiteral, word.utf8.count > 1, word.hasPrefix("-") {
        pending = node.arguments?.first { $0.takesValue && $0.isNamed(word) }
        if word.hasPrefix("--index=") { index = String(word.dropFirst(8)) }
      } else if let inner = node.subcommands?.first(where: { $0.commandName == word }),
        positionals == 0
      {
        node = inner
      } else {
        positionals += 1
      }
    }
    let values = IndexValues(at: index)
    if let option = pending {
      complete(option, current, values)
    } else if !isLiteral, let (option, value) = Self.assigned(current, in: node) {
      complete(option, value, values)
      for place in words.indices {
        words[place].value = "--\(option.longName ?? "")=" + words[place].value
      }
    } else if !isLiteral, current.hasPrefix("-") {
      offerOptions(of: node, current)
    } else if !node.shownSubcommands.isEmpty, positionals == 0 {
      words = node.shownSubcommands.map {
        CompletionWord(value: $0.commandName, note: $0.abstract ?? "")
      }.filter { $0.value.hasPrefix(current) }
      if let name = node.defaultSubcommand, words.isEmpty,
        let inner = node.subcommands?.first(where: { $0.commandName == name })
      {
        offerPositional(0, of: inner, current, values)
      }
    } else {
      offerPositional(positionals, of: node, current, values)
    }
    words = words.filter { word in
      !word.value.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
    }
    if words.count > Self.limit { words.removeLast(words.count - Self.limit) }
  }

  /// `--name=value` as the option and what is typed of the value.
  private static func assigned(
    _ word: String, in node: CommandDescription
  ) -> (option: ArgumentDescription, value: String)? {
    guard word.hasPrefix("--"), let sign = word.firstIndex(of: "=") else { return nil }
    let name = String(word[..<sign])
    guard let option = node.arguments?.first(where: { $0.takesValue && $0.isNamed(name) }) else {
      return nil
    }
    return (option, String(word[word.index(after: sign)...]))
  }

  private mutating func offerOptions(of node: CommandDescription, _ current: String) {
    for argument in node.shownArguments where !argument.isPositional {
      let names = (argument.names ?? []).map(\.typed)
      guard let name = names.first(where: { $0.hasPrefix("--") }) ?? names.first,
        name.hasPrefix(current)
      else { continue }
      words.append(CompletionWord(value: name, note: argument.abstract ?? ""))
    }
  }

  private mutating func offerPositional(
    _ place: Int, of node: CommandDescription, _ current: String, _ values: IndexValues
  ) {
    let positional = (node.arguments ?? []).filter(\.isPositional)
    guard let last = positional.last else { return }
    if place < positional.count {
      complete(positional[place], current, values)
    } else if last.isRepeating {
      complete(last, current, values)
    }
  }

  /// What an argument can be, by the name of its value.
  private mutating func complete(
    _ argument: ArgumentDescription, _ current: String, _ values: IndexValues
  ) {
    if let all = argument.allValues, !all.isEmpty {
      words = all.filter { $0.hasPrefix(current) }.map { CompletionWord(value: $0) }
      return
    }
    switch argument.valueName {
    case "document", "doc[#path]", "old", "new": words = values.documents(current)
    case "query": words = QueryCompletion(values).words(current)
    case "words|id|doc#path":
      words = values.documents(current)
      if words.isEmpty { words = values.labels(current) }
    case "id": words = values.namedConcepts(current)
    case "pattern": words = values.labels(current)
    case "revision": words = values.revisions(current)
    case "name": words = values.savedQueries(current)
    case "same|reworded|translation", "en|zh":
      words = (argument.valueName ?? "").split(separator: "|").map(String.init)
        .filter { $0.hasPrefix(current) }.map { CompletionWord(value: $0) }
    case "file", "draft", "paths", "index-folder", "index", "saved", "queries", "svg":
      wantsFiles = true
    default: break
    }
  }
}
