/** 1234567.5 → "1 234 567,5" with no-break spaces. Not Intl: its spaces differ between versions of Node. */
export function swedishNumber(value, decimals = Number.isInteger(value) ? 0 : 1) {
  const [whole, part] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  return `${value < 0 ? '−' : ''}${grouped}${part === undefined ? '' : `,${part}`}`;
}

export function swedishDate(date) {
  const months =
    'januari februari mars april maj juni juli augusti september oktober november december'.split(' ');
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${months[month - 1]} ${year}`;
}
