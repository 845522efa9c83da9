import GazetteAnalysis
import GazetteIndex

extension QueryLowering {
  /// What a tag asks for: one of the concepts that its value names, in the words of the passage.
  ///
  /// In the heading over it too where that counts; a tag that is ruled out is ruled out in both.
  ///
  /// Without a thesaurus the value is the id of a concept itself.
  func tagQuery(_ value: String) -> Query {
    var terms = mentions(of: value)
    if hasHeadings || isNegated {
      terms += mentions(of: value, in: .heading) + mentions(of: value, in: .title)
    }
    switch terms.count {
    case 0: return .nothing
    case 1: return .term(terms[0])
    default: return .fields(terms.map { WeightedTerm($0) })
    }
  }

  func mentions(of value: String, in field: PolicyField = .body) -> [Term] {
    let ids = concepts[value] ?? [value.first == "=" ? String(value.dropFirst()) : value]
    return ids.map { Term(mention: Array($0.utf8), in: field.id) }
  }

  /// One way to look for what stands beside `NEAR`: terms of a field, and how many words they are.
  private struct Side {
    let field: FieldID
    let terms: [PhraseTerm]
    let length: Int

    /// The offset of the last term.
    var lastOffset: Int { terms.map(\.offset).max() ?? 0 }
  }

  /// The most pairs of ways that are looked for, which bounds the cost of two wide tags.
  private static let pairLimit = 1_024

  /// Lowers two things that stand near each other in the words of the passage.
  mutating func nearPart(_ left: QuerySyntax, _ right: QuerySyntax, _ distance: Int) -> Part? {
    let (lefts, rights) = (sides(of: left), sides(of: right))
    var pairs: [Query] = []
    for left in lefts {
      for right in rights where left.field == right.field && pairs.count < Self.pairLimit {
        let span = max(left.length + right.lastOffset, right.length + left.lastOffset)
        pairs.append(
          .near(
            field: left.field, phrases: [left.terms, right.terms], distance: distance + span))
      }
    }
    guard !pairs.isEmpty else { return Part(query: .nothing, isFree: true) }
    return Part(query: pairs.count == 1 ? pairs[0] : .any(pairs), isFree: true)
  }

  /// The ways to look for one side: as it stands, in the source too, and a word by its stem.
  private mutating func sides(of syntax: QuerySyntax) -> [Side] {
    let text: String
    var hasStem = false
    switch syntax.kind {
    case .word(let word): (text, hasStem) = (word, true)
    case .phrase(let phrase): text = phrase
    case .field(.concept, let value):
      guard case .word(let name) = value.kind else { return [] }
      return mentions(of: name).map {
        Side(field: $0.field, terms: [PhraseTerm(bytes: $0.bytes, offset: 0)], length: 1)
      }
    default: return []
    }
    let terms = terms(text)
    guard !terms.atoms.isEmpty else {
      note(.emptyQuote, syntax.range)
      return []
    }
    note(
      QueryPiece(
        text: text, range: syntax.range,
        kind: hasStem && terms.atoms.count == 1 ? .word : .phrase, field: .body,
        atoms: terms.atoms, stem: hasStem ? terms.stem : nil))
    let length = (terms.atoms.last?.offset ?? 0) + 1
    var sides = [PolicyField.body, .raw].map {
      Side(field: $0.id, terms: terms.phrase, length: length)
    }
    if hasStem, let stem = terms.stem, let stems = TextField(.body).stems {
      sides.append(Side(field: stems, terms: [PhraseTerm(bytes: stem, offset: 0)], length: 1))
    }
    return sides
  }
}
