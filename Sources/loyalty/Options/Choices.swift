public import ArgumentParser
public import LoyaltyDrivers

// The choices on the command line are the library's own enums, by their raw values.

extension GroupContrast: ExpressibleByArgument {}
extension MissingTreatment: ExpressibleByArgument {}
extension MultipleTesting: ExpressibleByArgument {}
extension OutcomeKind: ExpressibleByArgument {}
extension OutcomeLevels: ExpressibleByArgument {}
extension Period: ExpressibleByArgument {}
extension ReportLanguage: ExpressibleByArgument {}
extension ResultFormat: ExpressibleByArgument {}
