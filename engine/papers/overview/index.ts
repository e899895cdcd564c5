export { layoutOverview, overviewWords } from './layout.ts'
export { type Overview, serviceOverview } from './overview.ts'
