/** Is this a date of the calendar, written `YYYY`, `YYYY-MM` or `YYYY-MM-DD`? */
export function isPartialDate(text: string): boolean {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
  if (year === undefined) return false;
  const iso = `${year}-${month}-${day}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  // `Date.parse` takes 30 February for 2 March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}
