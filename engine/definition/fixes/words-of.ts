import type { NodePatch } from '../edit/edit.ts'
import type { FlowNode } from '../flow.ts'

/** The words of a node that papers print, as a patch that changes nothing. */
export function wordsOf(node: FlowNode): NodePatch {
  switch (node.kind) {
    case 'task':
    case 'wait':
    case 'call':
    case 'event': {
      const { activity, statement, requirements, output, remark } = node
      return { activity, statement, requirements, output, remark }
    }
    case 'decision':
      return { question: node.question, statement: node.statement }
    case 'parallel':
    case 'join':
    case 'end':
      return { name: node.name }
    case 'start':
      return {}
  }
}
