/** The word that stands in an address instead of a ticket; no ticket is as short. */
export const ownWord = 'saya'
