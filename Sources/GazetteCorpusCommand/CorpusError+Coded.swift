public import Gazette
public import GazetteConsole

extension CorpusError: SpokenError {}
