import type { SopPaper, SopStep } from '#engine/papers/index.ts'
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
      <MatrixPicture sop={sop} />
      <FlowPicture sop={sop} />
      <StepTable sop={sop} />
    </>
  )
}

/** The table of steps: who does what, with what, in which time. On a narrow screen each row becomes a card. */
function StepTable({ sop }: { sop: SopPaper }) {
  return (
    <section className="step-table-frame" aria-label={`Langkah kegiatan ${sop.title}`} {...reachable}>
      <table className="step-table">
        <caption>Langkah kegiatan {sop.title}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              No
            </th>
            <th scope="col" rowSpan={2}>
              Kegiatan
            </th>
            {sop.lanes.length > 0 && (
              <th scope="colgroup" colSpan={sop.lanes.length}>
                Pelaksana
              </th>
            )}
            <th scope="colgroup" colSpan={3}>
              Mutu Baku
            </th>
            <th scope="col" rowSpan={2}>
              Keterangan
            </th>
          </tr>
          <tr>
            {sop.lanes.map((lane) => (
              <th scope="col" className="step-table__lane-name" key={lane.id}>
                {lane.name}
              </th>
            ))}
            <th scope="col">Kelengkapan</th>
            <th scope="col">Waktu</th>
            <th scope="col">Output</th>
          </tr>
        </thead>
        <tbody>
          {sop.steps.map((step) => (
            <StepRow step={step} lanes={sop.lanes} key={step.number} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function StepRow({ step, lanes }: { step: SopStep; lanes: SopPaper['lanes'] }) {
  return (
    <tr>
      <td className="step-table__number">{step.number}</td>
      <th scope="row" className="step-table__activity">
        {step.activity}
        <ul className="step-table__exits">
          {[...step.leadsTo.entries()].map(([place, way]) => (
            <li key={place}>{way}</li>
          ))}
        </ul>
      </th>
      {lanes.map((lane) =>
        lane.id === step.lane || step.joint.includes(lane.id) ? (
          <td className="step-table__lane" data-label={lane.name} key={lane.id}>
            <StepMark mark={step.mark} />
          </td>
        ) : (
          <td className="step-table__lane step-table__lane--free" key={lane.id} />
        ),
      )}
      <Detail name="Kelengkapan" lines={step.requirements} />
      <Detail name="Waktu" lines={step.time ? [step.time] : []} />
      <Detail name="Output" lines={step.output} />
      <Detail name="Keterangan" lines={step.remarks} />
    </tr>
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
