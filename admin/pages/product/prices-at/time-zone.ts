/** The zone that the editor's computer keeps, and how far it is from UTC at an instant: "Europe/Berlin (GMT+1)". */
export function timeZone(locale: string, at: Date): string {
  const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
  const parts = new Intl.DateTimeFormat(locale, { timeZoneName: 'shortOffset' }).formatToParts(at);
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value;
  return offset === undefined || offset === zone ? zone : `${zone} (${offset})`;
}
