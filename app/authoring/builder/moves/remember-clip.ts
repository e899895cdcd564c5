const key = 'baku.clip'

/** The latest copy, for menus in places where the browser keeps its clipboard to itself. */
export function rememberClip(text: string): void {
  try {
    localStorage.setItem(key, text)
  } catch {
    // A full or forbidden store only means that the keys have to be used.
  }
}

export function lastClip(): string {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}
