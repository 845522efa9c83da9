/// A thing with its type and its properties, in the order in which they are written.
struct RDFDescription: Sendable, Hashable {
  /// The IRI of the thing.
  let subject: String
  /// The IRI of its type.
  let type: String
  var properties: [RDFProperty] = []
}
