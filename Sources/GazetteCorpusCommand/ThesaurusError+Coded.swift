public import Gazette
public import GazetteConsole

extension ThesaurusError: SpokenError {}
