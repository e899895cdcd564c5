/** The name itself where nobody has it, else with the first number that is free: `size-2`. */
export function unusedId<Id extends string>(wish: string, taken: readonly { id: string }[]): Id {
  const base = wish.slice(0, 56)
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`
    if (!taken.some((one) => one.id === id)) return id as Id
  }
}
