export { applyEdit, applyEdits } from './apply.ts'
export type { Edit, EditRefusal, EditResult, EdgePatch, LanePatch, NodePatch, Place, Point } from './edit.ts'
