export { applyEdit, applyEdits } from './apply.ts'
export type { EdgePatch, Edit, EditRefusal, EditResult, LanePatch, NodePatch, Place, Point } from './edit.ts'
