extension QuerySyntax {
  /// A node's name, what it says itself, and the nodes below it: what a tree is shown by.
  package var node: (name: String, text: String?, parts: [QuerySyntax]) {
    switch kind {
    case .word(let word): ("word", word, [])
    case .phrase(let phrase): ("phrase", phrase, [])
    case .prefix(let word): ("prefix", word, [])
    case .pattern(let pattern): ("pattern", pattern, [])
    case .fuzzy(let word, let edits): ("fuzzy", "\(word)~\(edits)", [])
    case .sloppy(let phrase, let slop): ("sloppy", "\(phrase)~\(slop)", [])
    case .field(let field, let value): ("field", field.rawValue, [value])
    case .dates(let field, let range): ("date", "\(field.rawValue):\(range)", [])
    case .all(let parts): ("all", nil, parts)
    case .any(let parts): ("any", nil, parts)
    case .near(let left, let right, let distance): ("near", "\(distance)", [left, right])
    case .not(let inner): ("not", nil, [inner])
    case .boosted(let inner, let factor): ("boosted", "\(factor)", [inner])
    case .within(let scope, let parts): ("within", scope.rawValue, parts)
    }
  }
}
