import GazetteConsole

CommandRun.main(Root.self) { SearchRun.plain($0) }
