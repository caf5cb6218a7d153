/** Local time as the browser's field has it, `YYYY-MM-DDTHH:MM`. */
export const localNow = (): string => new Date().toLocaleString('sv-SE').slice(0, 16).replace(' ', 'T');
