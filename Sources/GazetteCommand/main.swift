import GazetteConsole

CommandRun.main(Root.self) { CompletionRun.plain($0) ?? SearchRun.plain($0) }
