/** An amount as papers print it: "Rp1.250.000". */
export const rupiah = (amount: number): string => `Rp${amount.toString().replace(/\B(?=(\d{3})+$)/g, '.')}`
