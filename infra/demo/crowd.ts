import * as z from "zod";
import { accept, decide, examine, file, look, step } from "./desk.ts";
import { approver, clerk, kiosk } from "./people.ts";
import type { Case, Guide, Week } from "./week.ts";

const power = z.object({ code: z.string(), townRole: z.string(), status: z.object({ inForce: z.boolean() }) });
const ticket = z.object({ ticket: z.object({ number: z.string() }) });

/** What everyday visitors come for: `count` items the town decides itself, chosen by the week's seed. */
export async function everydayItems(week: Week, count: number, taken: readonly string[]): Promise<Guide[]> {
  const powers = await week.town.all("/powers/items", power);
  const mine = new Set(powers.filter(({ townRole, status }) => townRole === "decides" && status.inForce).map(codeOf));
  return [...week.guides.values()]
    .filter(({ code, category }) => mine.has(code) && category !== "filing" && !taken.includes(code))
    .map((guide) => ({ guide, order: week.random() }))
    .sort((one, other) => one.order - other.order)
    .slice(0, count)
    .map(({ guide }) => guide);
}
const codeOf = ({ code }: { code: string }) => code;

/** A visitor takes a ticket, is called, served and leaves; his case is received, and accepted or told what is missing. */
export async function visit(week: Week, guide: Guide): Promise<Case> {
  const queue = `/permits/hall/queues/general-${week.today}`;
  const window = "general-1";
  const { ticket: taken } = await week.town.post(`${queue}/take`, {}, ticket, kiosk);
  await week.town.act(`${queue}/call`, { window }, clerk(1));
  const { number } = taken;
  await week.town.act(`${queue}/serve`, { number }, clerk(1));
  const one = await file(week, guide.code, { incomplete: week.random() < 0.25 });
  const { missing } = await look(week, one);
  if (missing.length > 0) await step(week, one, "notify-corrections", clerk(1), { missing });
  else await takeIn(week, one);
  await week.town.act(`${queue}/finish`, { number, application: one.id }, clerk(1));
  return one;
}

/** What is promised at once is decided while he waits; all else is accepted. */
export async function takeIn(week: Week, one: Case): Promise<void> {
  const { kind, office } = one.guide;
  if (kind !== "immediate") await accept(week, one);
  else await step(week, one, "decide-at-once", approver(office), { outcome: "granted" });
}

/** In the back offices: what was missing is brought, what is accepted is examined and decided. */
export async function workOff(week: Week, crowd: readonly Case[]): Promise<number> {
  let decided = 0;
  for (const one of crowd) {
    const { status, missing } = await look(week, one);
    if (status === "incomplete") {
      await step(week, one, "correct", clerk(1), { materials: missing });
      await takeIn(week, one);
    } else if (status === "accepted") {
      await examine(week, one);
      const refused = week.random() < 0.1;
      await decide(week, one, refused ? { outcome: "refused", reasons: "不符合法定条件" } : {});
      if (refused) await step(week, one, "deliver", clerk(1));
      decided += 1;
    }
  }
  return decided;
}
