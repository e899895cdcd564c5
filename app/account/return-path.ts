/** Where to go after signing in: a path of this site and nothing else, whoever wrote the address. */
export function returnPath(wish: string | null): string | null {
  if (!wish || wish.length > 500 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wish) || wish.includes('\\')) return null
  return /^\/(masuk|keluar)(?![\w-])/.test(wish) ? null : wish
}
