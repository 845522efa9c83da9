/// A property with its value.
struct RDFProperty: Sendable, Hashable {
  /// The IRI of the property.
  let name: String
  let value: RDFValue

  init(_ name: String, _ value: RDFValue) {
    (self.name, self.value) = (name, value)
  }
}
