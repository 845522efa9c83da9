import ArgumentParser

/// A form in which a thesaurus leaves the program.
enum ThesaurusForm: String, CaseIterable, ExpressibleByArgument {
  case turtle, rdf, csv, yaml
}
