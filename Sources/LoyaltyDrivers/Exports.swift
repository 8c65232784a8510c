// One import gives a library user all stages, as swift-numerics' umbrella module does.
@_exported public import SurveyAnalysis
@_exported public import SurveyImport
@_exported public import SurveyModel
@_exported public import SurveyReport
@_exported public import SurveyStore
