/** How programs put a table on the clipboard as HTML; the shapes that mark the lanes stand down the stairs. */
export type Program = 'word' | 'excel' | 'libreoffice' | 'google'

const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
/** "1. a 2. b" as the items that a word processor has them as. */
const items = (words: string) => words.split(/\s(?=\d\.\s)/)

type Style = {
  before: string
  after: string
  cell(words: string, reach: string): string
  mark: string
}

const styles: Readonly<Record<Program, Style>> = {
  word: {
    before: `<html xmlns:v="urn:schemas-microsoft-com:vml"><head><style><!-- p.MsoNormal {margin:0} table td {border:1px} --></style><!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--></head><body lang=IN><!--StartFragment--><table class=MsoTableGrid border=1><tr>`,
    after: '</tr></table><!--EndFragment--></body></html>',
    cell: (words, reach) =>
      `<td width=128 ${reach} style='width:96.0pt;border:solid windowtext 1.0pt'>${items(words)
        .map(
          (item) =>
            `<p class=MsoListParagraph style='margin-bottom:0cm'>${item.replace(
              /^(\d\.)\s/,
              "<![if !supportLists]><span style='mso-list:Ignore'>$1<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>",
            )}<o:p></o:p></p>`,
        )
        .join('\n')}</td>`,
    mark: `<p class=MsoNormal><!--[if gte vml 1]><v:rect id="Rectangle_x0020_1" o:spid="_x0000_s1026"/><![endif]--><![if !vml]><span style='mso-ignore:vglayout'><img width=45 height=21 src="file:///C:/temp/clip_image001.png" onerror="alert(1)"></span><![endif]><o:p>&nbsp;</o:p></p>`,
  },
  excel: {
    before: `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=Generator content="Microsoft Excel 15"><style>\n<!--table {mso-displayed-decimal-separator:"\\.";}\n.xl65 {white-space:normal;}--></style></head><body link="#0563C1"><!--StartFragment--><table border=0 cellpadding=0 cellspacing=0 width=832><col width=64><tr height=20 style='height:15.0pt'>`,
    after: '</tr></table><!--EndFragment--></body></html>',
    cell: (words, reach) => `<td ${reach} class=xl65 width=64>${items(words).join('<br>\n    ')}</td>`,
    mark: 'ü',
  },
  libreoffice: {
    before: `<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title><style type="text/css">body,td { font-family:"Calibri"; font-size:x-small }</style></head><body><table cellspacing="0" border="0"><colgroup width="64"></colgroup><tr>`,
    after: '</tr></table></body></html>',
    cell: (words, reach) => `<td ${reach} height="17" align="left"><font face="Arial">${items(words).join('<br>')}</font></td>`,
    mark: '●',
  },
  google: {
    before: `<meta charset='utf-8'><google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}br {mso-data-placement:same-cell;}--></style><table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" data-sheets-root="1"><tbody><tr style="height:21px;">`,
    after: '</tr></tbody></table>',
    cell: (words, reach) =>
      `<td style="overflow:hidden" ${reach} data-sheets-value="{&quot;1&quot;:2,&quot;2&quot;:&quot;a > b&quot;}">${items(words).join('<br/>')}</td>`,
    mark: 'v',
  },
}

/** The text of a matrix (two rows of headings, lanes in columns 2 to 6) as `program` would copy it. */
export function copiedAs(program: Program, tabbed: string): string {
  const style = styles[program]
  const rows = tabbed
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))
  const lines = rows.map((cells, row) => {
    if (row === 0)
      return [
        style.cell('No', 'rowspan=2'),
        style.cell('KEGIATAN', 'rowspan=2'),
        style.cell('Pelaksana', 'colspan=5'),
        style.cell('PENDUKUNG', 'colspan="3"'),
      ].join('')
    if (row === 1)
      return cells
        .slice(2)
        .map((words) => style.cell(escaped(words), ''))
        .join('')
    return cells.map((words, column) => style.cell(column === row ? style.mark : escaped(words), '')).join('')
  })
  return `${style.before}${lines.join('</tr>\n<tr>')}${style.after}`
}
