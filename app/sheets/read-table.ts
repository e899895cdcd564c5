/** Rows of a table as text: pasted from a spreadsheet (tabs), or CSV with commas or semicolons (RFC 4180). */
export function readTable(text: string): string[][] {
  const body = text.replace(/^\uFEFF/, '')
  const divider = dividerOf(body)
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endCell = () => {
    row.push(cell.trim())
    cell = ''
  }
  const endRow = () => {
    endCell()
    rows.push(row)
    row = []
  }
  for (let at = 0; at < body.length; at++) {
    const sign = body.charAt(at)
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (body[at + 1] === '"') cell += body.charAt(++at)
      else quoted = false
    } else if (sign === '"' && cell.trim() === '') {
      quoted = true
      cell = ''
    } else if (sign === divider) endCell()
    else if (sign === '\n') endRow()
    else if (sign !== '\r' || body[at + 1] !== '\n') cell += sign
  }
  if (cell !== '' || row.length > 0) endRow()
  return rows
}

/** By the first line: a tab before a semicolon before a comma, so that words may hold what does not divide. */
function dividerOf(text: string): string {
  const first = text.slice(0, text.search(/\n|$/))
  return ['\t', ';'].find((sign) => first.includes(sign)) ?? ','
}
