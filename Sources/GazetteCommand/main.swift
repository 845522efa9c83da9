import GazetteConsole

CommandRun.main(Root.self)
