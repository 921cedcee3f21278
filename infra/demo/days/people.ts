import * as z from "zod";
import { filedAndAccepted } from "../desk.ts";
import { deputy, head, reviewer, supervisor } from "../people.ts";
import { line } from "../show.ts";
import type { Case, Week } from "../week.ts";

const duty = z.object({ with: z.string().optional(), owner: z.string().optional(), standIn: z.boolean() });
const assignment = z.object({ inquiry: duty, handling: duty.optional() });
const office = "agriculture-centre";

/** The A post of the office is away for a day, as its head has approved (L6). */
export async function postAway(week: Week, from: string, to: string): Promise<void> {
  const { sub: person } = reviewer(office);
  await week.town.act("/permits/absences", { person, from, to, kind: "training" }, head(office));
  line(`${person} 因培训 ${from} 不在岗，负责人已批准`, "the A post will be away, as its head approved (L6)");
}

const departure = z.object({ id: z.string(), status: z.string() });
const moved = z.object({ status: z.string(), progress: z.object({ cases: z.number(), done: z.number() }) });

/** Somebody leaves for good: all his open work goes to another, on record (L6). */
export async function leaves(week: Week): Promise<void> {
  const [from, to] = [reviewer(office).sub, deputy(office).sub];
  const body = { person: from, to, reason: "调离本镇" };
  const { id } = await week.town.post("/permits/departures", body, departure, head(office));
  await week.town.settle();
  const { status, progress } = await week.town.get(`/permits/departures/${id}`, moved, supervisor);
  line(
    `${from} 调离：未结 ${progress.cases} 件移交 ${to}，已移交 ${progress.done} 件（${status}）`,
    "somebody leaves; his open work goes to another",
  );
}

/** With whom a case is, once the town has come to rest. */
export async function withWhom(week: Week, { id }: Case): Promise<string> {
  await week.town.settle();
  const { handling } = await week.town.get(`/permits/assignments/${id}`, assignment, supervisor);
  return `${handling?.with ?? "–"}${handling?.standIn === true ? "（B岗代 stand-in）" : ""}`;
}

/** A case of the office that nobody has begun, to see where it goes. */
export const aCaseOfTheOffice = (week: Week) => filedAndAccepted(week, "PL-016");
