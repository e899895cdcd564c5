export type PaperName = 'sheet' | 'components' | 'sop' | 'decree' | 'pledge' | 'history'

/** What the pages of one standard share around their paper. */
export type StandardHead = {
  agencyId: string
  agencyName: string
  title: string
  /** Address of the version in force; `base` is that of what is shown here. */
  home: string
  base: string
  version: number
  /** What a reader types to check a paper of this version. */
  checkCode: string
  fixed: boolean
  inForce: number | null
  /** A version that is approved and waits to be set, beside the one in force. */
  waiting: number | null
  begins: { as: 'applicant' | 'complaint'; href: string } | null
  replacementHref?: string
  /** What the standard was made from. */
  source: { title: string; agencyName: string; href: string } | null
  tabs: readonly PaperName[]
  /** The papers that can be had as files. */
  files: readonly PaperName[]
}

const fileNames = {
  sheet: 'lembar',
  components: 'komponen',
  sop: 'sop',
  decree: 'sk',
  pledge: 'maklumat',
  history: null,
} as const

/** Where a paper lies as a file; null for what has none, as the history and a decree whose text is not kept here. */
export function fileHref({ base, files }: StandardHead, paper: PaperName, kind: 'pdf' | 'docx'): string | null {
  const name = fileNames[paper]
  return name && files.includes(paper) ? `${base}/${name}.${kind}` : null
}

/** Where a paper lies; the first paper of a standard is its own address. */
export function paperHref({ base, home, tabs }: StandardHead, paper: PaperName): string {
  const paths = {
    sheet: '',
    components: '/komponen',
    sop: '/sop',
    decree: '/sk',
    pledge: '/maklumat',
    history: '/riwayat',
  } as const
  if (paper === 'history') return `${home}${paths.history}`
  return paper === tabs[0] ? base : `${base}${paths[paper]}`
}
