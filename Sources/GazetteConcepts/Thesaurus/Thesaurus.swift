internal import GazetteDocument

/// A set of concepts with their renderings, merged from one or several files.
public struct Thesaurus: Sendable, Hashable {
  /// The concepts, in the order of the files; one that a later file has again stands where it stood first.
  public let concepts: [Concept]
  private let places: [String: Int]
  private let roots: [Int]

  /// A thesaurus without concepts.
  public static let empty = Thesaurus(concepts: [])

  /// Takes over concepts with distinct ids; of two with one id the later counts.
  public init(concepts: [Concept]) {
    var kept: [Concept] = []
    var places: [String: Int] = [:]
    for concept in concepts {
      if let place = places[concept.id] {
        kept[place] = concept
      } else {
        places[concept.id] = kept.count
        kept.append(concept)
      }
    }
    self.concepts = kept
    self.places = places
    roots = kept.indices.map { Self.root(of: $0, in: kept, places) }
  }

  /// The same concepts in the byte order of their ids, by which an index numbers them.
  package func sortedByID() -> Thesaurus {
    Thesaurus(
      concepts: concepts.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) })
  }

  /// Adds the concepts of another thesaurus; one that both have is taken from there.
  public func merging(_ other: Thesaurus) -> Thesaurus {
    Thesaurus(concepts: concepts + other.concepts)
  }

  /// The concept with an id; `nil` when there is none.
  public subscript(_ id: String) -> Concept? { places[id].map { concepts[$0] } }

  /// The number of a concept among `concepts`; `nil` when there is none with the id.
  package func place(of id: String) -> Int? { places[id] }

  /// The field of a concept: the number of the widest concept above it.
  package func field(of place: Int) -> Int { roots[place] }

  /// The concepts directly below one, by `broader`, and its parts that are concepts: rising, without repetition.
  package func narrower(than id: String) -> [Int] {
    var found: Set<Int> = []
    for (place, concept) in concepts.enumerated() where concept.broader == id {
      found.insert(place)
    }
    for case .concept(let part) in self[id]?.parts ?? [] {
      if let place = places[part] { found.insert(place) }
    }
    return found.sorted()
  }

  /// A concept and all that lie below it; every one once, however the thesaurus is knotted.
  package func family(of id: String) -> [Int] {
    guard let start = places[id] else { return [] }
    var found: Set<Int> = [start]
    var queue = [start]
    while let place = queue.popLast() {
      for next in narrower(than: concepts[place].id) where found.insert(next).inserted {
        queue.append(next)
      }
    }
    return found.sorted()
  }

  /// The first 32 bits of a SHA-256 over all that decides what is found: ids, labels, relations.
  public var fingerprint: UInt32 {
    var hash = ContentHash()
    func add(_ text: String) {
      hash.update(Array((text + "\u{0}").utf8).span)
    }
    for concept in concepts.sorted(by: { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }) {
      add(concept.id)
      add(concept.broader ?? "")
      for label in concept.labels + concept.negativeLabels {
        add(label.text)
        add(label.language.tag + label.status.rawValue + (label.needsContext ? "?" : ""))
      }
      add("\(concept.labels.count)")
      for part in concept.parts {
        switch part {
        case .concept(let id): add("#" + id)
        case .label(let text): add(text)
        }
      }
    }
    return hash.finalize().prefix
  }

  private static func root(of place: Int, in concepts: [Concept], _ places: [String: Int]) -> Int {
    var place = place
    var path = [place]
    var seen: Set<Int> = [place]
    while let id = concepts[place].broader, let next = places[id] {
      guard seen.insert(next).inserted else {
        // A circle has no top; the least number in it stands for it, also for those that lead into it.
        let circle = path.drop { $0 != next }
        return circle.min() ?? place
      }
      path.append(next)
      place = next
    }
    return place
  }
}
