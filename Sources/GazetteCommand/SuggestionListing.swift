import GazetteConsole
import GazetteSearch

/// What could have been meant by words that stand nowhere, as people read it on a terminal.
struct SuggestionListing {
  let console: Console

  /// A line for each word.
  func lines(_ suggestions: [QuerySuggestion]) -> [String] {
    suggestions.map { suggestion in
      let offers = suggestion.offers.map { offer in
        "\(TerminalText.visible(offer.text)) (\(offer.count))"
      }
      return console.say(
        "search.suggest", TerminalText.visible(suggestion.word),
        offers.joined(separator: console.isChinese ? "、" : ", "))
    }
  }
}
