import { setAsPdf } from './typesetter.server.ts'

/** Whether the typesetter can set this picture; one that it cannot would stop every paper that bears it. */
export async function canBeSet(picture: Uint8Array): Promise<boolean> {
  const files = [{ name: 'picture', bytes: picture }]
  const template = '#set document(title: "Lambang", date: none)\n#image("/picture", alt: "Lambang")'
  try {
    await setAsPdf({ template, inputs: {}, files })
    return true
  } catch {
    return false
  }
}
