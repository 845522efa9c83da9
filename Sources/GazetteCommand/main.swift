import GazetteConsole

CommandRun.main(Root.self) { SearchCommand(plain: $0) }
