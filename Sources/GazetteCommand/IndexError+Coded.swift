public import GazetteConsole
public import GazetteIndex

extension IndexError: CodedError {}
