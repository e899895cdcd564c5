/** Joins the class names that hold: `classNames('button', wide && 'button--wide')`. */
export const classNames = (...names: readonly (string | false | null | undefined)[]): string => names.filter(Boolean).join(' ')
