import type { RuleContext } from '#engine/definition/rules/index.ts'
import { checkRun } from './check-run.ts'
import type { Answered, Asked } from './messages.ts'
import { createTurns } from './turns.ts'

const turns = createTurns<Answered>((answer) => postMessage(answer))
let known: RuleContext = {}

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  known = data.context ?? known
  turns.begin(checkRun({ ...data, context: known }))
})
