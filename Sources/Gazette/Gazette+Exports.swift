// The library is imported as one module: what its values are made of comes with it.
@_exported public import GazetteAnswers
@_exported public import GazetteConcepts
@_exported public import GazetteDocument
@_exported public import GazetteExport
@_exported public import GazetteFormulas
@_exported public import GazetteIndex
@_exported public import GazetteMeasures
@_exported public import GazetteParsing
@_exported public import GazetteQuery
@_exported public import GazetteQuotations
@_exported public import GazetteSearch
