import GazetteConsole

CommandRun.main(CorpusRoot.self)
