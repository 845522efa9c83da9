public import Gazette
public import GazetteConsole

extension RDFError: CodedError {}
