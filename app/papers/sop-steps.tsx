import {
  type ColumnGroup,
  columnGroups,
  type MatrixColumn,
  rowsOfTime,
  type SopPaper,
  type SopStep,
} from '#engine/papers/index.ts'
import { Lines } from './blocks.tsx'
import { FlowPicture } from './flow-picture.tsx'
import { MatrixPicture } from './matrix-picture.tsx'
import { StepMark } from './step-mark.tsx'

// A box that scrolls has to be reachable by keyboard.
const reachable = { tabIndex: 0 } as const

/** The steps of an SOP: the drawn matrix where there is room for it and in print, else a picture for narrow screens; and the same in words. */
export function Steps({ sop }: { sop: SopPaper }) {
  return (
    <>
      <MatrixPicture sop={sop} options={sop.matrix} />
      <FlowPicture sop={sop} />
      <StepTable sop={sop} />
    </>
  )
}

/** The table of steps: who does what, with what, in which time. On a narrow screen each row becomes a card. */
function StepTable({ sop }: { sop: SopPaper }) {
  const groups = columnGroups(sop.matrix)
  return (
    <section className="step-table-frame" aria-label={`Langkah kegiatan ${sop.title}`} {...reachable}>
      <table className="step-table">
        <caption>Langkah kegiatan {sop.title}</caption>
        <thead>
          <tr>
            {groups.map((group) => (
              <UpperHeading group={group} sop={sop} key={group.kind === 'single' ? group.column : group.kind} />
            ))}
          </tr>
          <tr>
            {groups.map((group) => (
              <LowerHeadings group={group} sop={sop} key={group.kind === 'single' ? group.column : group.kind} />
            ))}
          </tr>
        </thead>
        <tbody>
          {sop.steps.map((step) => (
            <tr key={step.number}>
              {sop.matrix.columns.map((column) => (
                <Cell column={column} step={step} sop={sop} key={column} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type Heading = { group: ColumnGroup; sop: SopPaper }

function UpperHeading({ group, sop: { matrix, lanes } }: Heading) {
  if (group.kind === 'single')
    return (
      <th scope="col" rowSpan={2}>
        {matrix.headings[group.column]}
      </th>
    )
  if (group.kind === 'lanes' && lanes.length === 0) return null
  const [name, width] = group.kind === 'lanes' ? [matrix.headings.lanes, lanes.length] : [group.heading, group.columns.length]
  return (
    <th scope="colgroup" colSpan={width}>
      {name}
    </th>
  )
}

function LowerHeadings({ group, sop: { matrix, lanes } }: Heading) {
  if (group.kind === 'single') return null
  if (group.kind === 'standard')
    return group.columns.map((column) => (
      <th scope="col" key={column}>
        {matrix.headings[column]}
      </th>
    ))
  return lanes.map((lane) => (
    <th scope="col" className="step-table__lane-name" key={lane.id}>
      {lane.name}
    </th>
  ))
}

type Place = { step: SopStep; sop: SopPaper }

function Cell({ column, step, sop }: Place & { column: MatrixColumn }) {
  const { lanes, matrix } = sop
  switch (column) {
    case 'number':
      return <td className="step-table__number">{step.number}</td>
    case 'activity':
      return <Activity step={step} />
    case 'lanes':
      return lanes.map((lane) => <LaneCell lane={lane} step={step} key={lane.id} />)
    case 'time':
      return <Time step={step} sop={sop} />
    default:
      return <Detail name={matrix.headings[column]} lines={step[column]} />
  }
}

/** One cell for rows with one time; a card of a narrow screen says it again, and with which step. */
function Time({ step, sop: { matrix, steps } }: Place) {
  const rows = rowsOfTime(step, steps)
  const name = matrix.headings.time
  if (rows === 1) return <Detail name={name} lines={step.time ? [step.time] : []} />
  if (rows > 1)
    return (
      <td className="step-table__detail" data-label={name} rowSpan={rows}>
        <p>{step.time}</p>
      </td>
    )
  const first = steps.findLast(({ number, sharesTime }) => number < step.number && !sharesTime)
  return (
    <td className="step-table__detail step-table__detail--again" data-label={name}>
      <p>{`${step.time}, bersama no. ${first?.number ?? ''}`}</p>
    </td>
  )
}

function Activity({ step }: { step: SopStep }) {
  return (
    <th scope="row" className="step-table__activity">
      {step.activity}
      <ul className="step-table__exits">
        {[...step.leadsTo.entries()].map(([place, way]) => (
          <li key={place}>{way}</li>
        ))}
      </ul>
    </th>
  )
}

function LaneCell({ lane, step }: { lane: SopPaper['lanes'][number]; step: SopStep }) {
  if (lane.id !== step.lane && !step.joint.includes(lane.id)) return <td className="step-table__lane step-table__lane--free" />
  return (
    <td className="step-table__lane" data-label={lane.name}>
      <StepMark mark={step.mark} />
    </td>
  )
}

function Detail({ name, lines }: { name: string; lines: readonly string[] }) {
  if (lines.length === 0) return <td className="step-table__detail step-table__detail--empty" data-label={name} />
  return (
    <td className="step-table__detail" data-label={name}>
      <Lines style="number" lines={lines} />
    </td>
  )
}
