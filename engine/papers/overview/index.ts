export { layoutOverview, overviewWords } from './layout.ts'
export { type Overview, type OverviewPart, serviceOverview } from './overview.ts'
