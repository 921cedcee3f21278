import type { Complaint } from "./complaint.ts";

/** Published counts of complaints, by kind and item; no window, no person. Only those assigned: before, nobody may learn of one. */
export function complaintFigures(all: readonly Complaint[]) {
  const answered = all.filter(({ answers }) => answers.length > 0);
  const outcome = (wanted: string) => answered.filter(({ answers }) => answers.at(-1)?.outcome === wanted).length;
  const tally = (keys: readonly string[]) =>
    Object.fromEntries([...Map.groupBy(keys, (key) => key)].map(([key, of]) => [key, of.length]));
  return {
    complaints: all.length,
    answered: answered.length,
    overdue: all.filter(({ overdue }) => overdue).length,
    founded: outcome("founded"),
    partly: outcome("partly"),
    unfounded: outcome("unfounded"),
    accountability: answered.filter(({ answers }) => answers.some(({ measures }) => measures.length > 0)).length,
    kinds: tally(all.map(({ against }) => against.kind)),
    items: tally(all.flatMap(({ against }) => (against.kind === "item" ? [against.item] : []))),
  };
}
