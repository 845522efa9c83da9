public import Gazette
public import GazetteConsole

extension LookupError: SpokenError {}
