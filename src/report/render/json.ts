import type { Report } from '../../model/report.ts'

/** The report as report.json holds it: one document, ended by a line end. */
export const renderJson = (report: Report): string => `${JSON.stringify(report, null, 2)}\n`
