public import ArgumentParser
public import GazetteChecklists

extension ChecklistForm: ExpressibleByArgument {}
extension ChecklistLanguage: ExpressibleByArgument {}
