public import GazetteConsole
public import GazetteSearch

extension LookupError: SpokenError {}
