/** Control characters, and halves of a character pair: neither can be typed, printed or stored. */
const unprintable = /(?![\n\t])[\p{Cc}\p{Cs}]/gu

/** Text of several lines as it is kept: one Unicode form, one kind of line end, no blanks around it. */
export const tidyText = (text: string): string => text.replace(/\r\n?/g, '\n').replace(unprintable, '').normalize('NFC').trim()

/** Text of one line as it is kept. */
export const tidyLine = (text: string): string => tidyText(text).replace(/[\n\t\u2028\u2029]+/g, ' ')

/** Length as people count it: in characters, not in the units they are stored in. */
export const lengthOf = (text: string): number => [...text].length
