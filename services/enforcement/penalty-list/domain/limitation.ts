import { Temporal } from "temporal-polyfill";

/**
 * CF-36 (行政处罚法36): whether a penalty is barred, because the act was found too late: more than two years after its end, five
 * where life, health or financial safety suffered harm. CF-36a: `discoveredOn` is the first day on which an organ with the
 * power knew of it on record. An act without an end goes on, so nothing is barred.
 * @param limitationYears what the list says of the act: 5 only where it concerns life, health or financial safety
 */
export function barred(
  act: { readonly until?: string | undefined },
  discoveredOn: string,
  { limitationYears, harm }: { readonly limitationYears: 2 | 5; readonly harm: boolean },
): boolean {
  if (act.until === undefined) return false;
  const years = limitationYears === 5 && harm ? 5 : 2;
  return Temporal.PlainDate.compare(discoveredOn, Temporal.PlainDate.from(act.until).add({ years })) > 0;
}
