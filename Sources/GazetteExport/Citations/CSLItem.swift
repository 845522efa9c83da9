import GazetteDocument
import GazetteSearch

/// A citation as an item of CSL-JSON, the input of citation processors.
///
/// Only keys that the schema of the Citation Style Language lists, so that no processor refuses the item; what is Gazette's
/// own stands under `custom`.
public enum CSLItem {
  /// The item.
  public static func json(of item: BibliographicItem) -> JSONValue {
    let excerpt = item.excerpt
    var object: [String: JSONValue] = [
      "id": .string(item.key), "type": .string(item.type.csl),
      "title": .string(BibliographicItem.line(item.title)),
      "language": .string(excerpt.document.language.tag),
      "note": .string(BibliographicItem.line(item.note)),
      "custom": .object(["gazette": custom(item)]),
    ]
    func set(_ key: String, _ text: String?) {
      if let text, !text.isEmpty { object[key] = .string(BibliographicItem.line(text)) }
    }
    set("container-title", item.containerTitle ?? excerpt.newspaper)
    set("number", item.number)
    set("genre", excerpt.document.metadata.kind.value)
    set("section", item.locator.map(section))
    set("URL", item.deepLink)
    set("authority", item.issuers.joined(separator: item.isChinese ? "、" : "; "))
    set("status", excerpt.document.metadata.status.value)
    set("event", excerpt.voice.kind == .leaderSpeech ? excerpt.voice.occasion : nil)
    if let page = excerpt.citation.page { object["page"] = .string("\(page)") }
    // A body's name is not to be taken apart into family and given name, nor is a Chinese one without a blank.
    let authors = item.authors
    if !authors.isEmpty {
      object["author"] = .array(authors.map { .object(["literal": .string($0)]) })
    }
    object["issued"] = item.date.map(date)
    object["accessed"] = item.accessed.map(date)
    return .object(object)
  }

  /// The number alone: styles put a sign of their own in front of it.
  private static func section(_ locator: String) -> String {
    for sign in ["art. ", "s. ", "ch. "] where locator.hasPrefix(sign) {
      return String(locator.dropFirst(sign.count))
    }
    return locator
  }

  private static func date(_ date: CalendarDate) -> JSONValue {
    let parts = [date.year, date.month, date.day].compactMap(\.self)
    return .object(["date-parts": .array([.array(parts.map(JSONValue.integer))])])
  }

  private static func custom(_ item: BibliographicItem) -> JSONValue {
    .object([
      "id": .string(item.excerpt.id.description), "path": .string(item.excerpt.citation.short),
      "revision": .string(item.revision), "voice": JSONValue(item.excerpt.voice),
      "quotable": JSONValue(item.excerpt.quotability),
      "selector": JSONValue(item.excerpt.selector),
    ])
  }
}
