import GazetteConsole
import GazetteQuery
import GazetteSearch

extension SearchListing {
  /// Says of a search that found nothing where it looked, what came nearest and what to try.
  func print(_ empty: EmptyAnswer, of search: PolicySearch, asked: String = "") {
    let separator = console.isChinese ? "、" : ", "
    console.tell(
      console.say(
        "search.none", Self.excerpt(of: asked), "\(empty.documents)", search.revision,
        "\(empty.passages)"))
    if !empty.fields.isEmpty {
      let names = empty.fields.map { console.say("search.field." + $0.rawValue) }
      console.tell(console.say("search.none.fields", names.joined(separator: separator)))
    }
    // Of a page that was pasted each word by itself says nothing.
    for part in empty.parts where empty.parts.count <= 6 {
      console.tell(console.say("search.none.part", Self.excerpt(of: part.query), "\(part.count)"))
    }
    for attempt in empty.nearest {
      console.tell(
        console.say("search.none.try", Self.excerpt(of: attempt.query), "\(attempt.count)"))
    }
    if empty.nearest.isEmpty { console.tell(console.say("search.none.fewer")) }
  }
}
