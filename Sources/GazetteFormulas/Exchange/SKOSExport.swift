public import GazetteConcepts
internal import GazetteDocument

/// A thesaurus in the words of SKOS ("Simple Knowledge Organization System Reference", W3C 2009).
///
/// What SKOS has no words for stands in a vocabulary of ours beside it, so that nothing is lost on the way out and in
/// again: the order of parts, broken renderings (which are hidden labels to others), labels that need context.
public struct SKOSExport: Sendable {
  private let thesaurus: Thesaurus
  private let base: String
  /// The concepts directly below each one.
  private let narrower: [String: [Concept]]

  /// The beginning of the IRIs of concepts when nothing else is asked for.
  public static let standardBase = "urn:gazette:concept:"

  /// Prepares to write a thesaurus.
  ///
  /// - Parameters:
  ///   - thesaurus: The thesaurus.
  ///   - base: What the IRIs of its concepts begin with; their ids follow.
  public init(_ thesaurus: Thesaurus, base: String = standardBase) {
    (self.thesaurus, self.base) = (thesaurus, base)
    narrower = Dictionary(grouping: thesaurus.concepts.filter { $0.broader != nil }) {
      $0.broader ?? ""
    }
  }

  /// The thesaurus as Turtle.
  public func turtle() -> String { TurtleWriter.text(descriptions()) }

  /// The thesaurus as RDF/XML.
  public func rdfXML() -> String { RDFXMLWriter.text(descriptions()) }

  private func descriptions() -> [RDFDescription] {
    let scheme = base + "thesaurus"
    var head = RDFDescription(subject: scheme, type: RDFName.skos + "ConceptScheme")
    for concept in thesaurus.concepts where concept.broader == nil {
      head.properties.append(
        RDFProperty(RDFName.skos + "hasTopConcept", .iri(base + concept.id)))
    }
    return [head] + thesaurus.concepts.map { description(of: $0, in: scheme) }
  }

  private func description(of concept: Concept, in scheme: String) -> RDFDescription {
    var description = RDFDescription(
      subject: base + concept.id, type: RDFName.skos + "Concept")
    func add(_ name: String, _ value: RDFValue) {
      description.properties.append(RDFProperty(name, value))
    }
    add(RDFName.skos + "inScheme", .iri(scheme))
    addLabels(of: concept, add)
    if let broader = concept.broader { add(RDFName.skos + "broader", .iri(base + broader)) }
    for child in narrower[concept.id] ?? [] {
      add(RDFName.skos + "narrower", .iri(base + child.id))
    }
    for case .concept(let id) in concept.parts {
      add(RDFName.iso + "narrowerPartitive", .iri(base + id))
    }
    for case .concept(let id) in concept.neighbours {
      add(RDFName.skos + "related", .iri(base + id))
    }
    add(RDFName.gazette + "kind", .words(concept.kind.rawValue, language: nil))
    if !concept.parts.isEmpty { add(RDFName.gazette + "parts", list(concept.parts)) }
    if !concept.neighbours.isEmpty { add(RDFName.gazette + "neighbours", list(concept.neighbours)) }
    for id in concept.differsFrom { add(RDFName.gazette + "differsFrom", .iri(base + id)) }
    for (language, text) in concept.definitions.sorted(by: { $0.key.tag < $1.key.tag }) {
      add(RDFName.skos + "definition", .words(text, language: language.tag))
    }
    if let source = concept.firstSource {
      let values = [
        (RDFName.terms + "bibliographicCitation", source.document),
        (RDFName.terms + "date", source.date),
        (RDFName.gazette + "confidence", source.confidence),
      ]
      add(
        RDFName.gazette + "firstSource",
        .node(
          values.compactMap { name, value in
            value.map { RDFProperty(name, .words($0, language: nil)) }
          }))
    }
    if let note = concept.note { add(RDFName.skos + "note", .words(note, language: nil)) }
    return description
  }

  private func addLabels(of concept: Concept, _ add: (String, RDFValue) -> Void) {
    var preferred: Set<Language> = []
    var marks: [(String, RDFValue)] = []
    for label in concept.labels {
      let words = RDFValue.words(label.text, language: label.language.tag)
      switch label.status {
      case .preferred where preferred.insert(label.language).inserted:
        add(RDFName.skos + "prefLabel", words)
      case .preferred:
        // SKOS has one preferred label a language.
        add(RDFName.skos + "altLabel", words)
        marks.append((RDFName.gazette + "preferredLabel", words))
      case .alias: add(RDFName.skos + "altLabel", words)
      case .hidden: add(RDFName.skos + "hiddenLabel", words)
      case .broken:
        add(RDFName.skos + "hiddenLabel", words)
        marks.append((RDFName.gazette + "brokenLabel", words))
      }
      if label.needsContext { marks.append((RDFName.gazette + "contextLabel", words)) }
      if let source = label.source {
        let form = RDFProperty(RDFName.gazette + "label", words)
        let origin = RDFProperty(RDFName.terms + "source", .words(source, language: nil))
        marks.append((RDFName.gazette + "labelSource", .node([form, origin])))
      }
    }
    for label in concept.negativeLabels {
      marks.append(
        (RDFName.gazette + "negativeLabel", .words(label.text, language: label.language.tag)))
    }
    for (name, value) in marks { add(name, value) }
  }

  private func list(_ parts: [Concept.Part]) -> RDFValue {
    .list(
      parts.map { part in
        switch part {
        case .concept(let id): .iri(base + id)
        case .label(let text): .words(text, language: nil)
        }
      })
  }
}
