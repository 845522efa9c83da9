public import ArgumentParser
public import GazetteSearch

extension PolicyFacet.Name: ExpressibleByArgument {
  /// Reads a name; a tag is a concept.
  public init?(argument: String) {
    self.init(rawValue: argument == "concept" ? "tag" : argument)
  }
}
