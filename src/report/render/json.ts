import type { PlanReport } from '../../model/plan.ts'
import type { Report } from '../../model/report.ts'

/** The report as report.json or plan.json holds it: one document, ended by a line end. */
export const renderJson = (report: Report | PlanReport): string => `${JSON.stringify(report, null, 2)}\n`
