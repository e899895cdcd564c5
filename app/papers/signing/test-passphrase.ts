/** The only one that the test provider takes; the page that asks for it says so. */
export const testPassphrase = 'uji'
