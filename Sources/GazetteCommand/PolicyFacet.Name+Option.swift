public import ArgumentParser
public import GazetteSearch

extension PolicyFacet.Name: ExpressibleByArgument {}
