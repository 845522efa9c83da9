public import Gazette
public import GazetteConsole

extension IndexError: CodedError {}
