public import ArgumentParser
public import GazetteExport

extension CitationFormat: ExpressibleByArgument {}
