import * as z from "zod";
import { filedAndAccepted } from "../desk.ts";
import { head, reviewer, supervisor } from "../people.ts";
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

/** With whom a case is, once the town has come to rest. */
export async function withWhom(week: Week, { id }: Case): Promise<string> {
  await week.town.settle();
  const { handling } = await week.town.get(`/permits/assignments/${id}`, assignment, supervisor);
  return `${handling?.with ?? "–"}${handling?.standIn === true ? "（B岗代 stand-in）" : ""}`;
}

/** A case of the office that nobody has begun, to see where it goes. */
export const aCaseOfTheOffice = (week: Week) => filedAndAccepted(week, "PL-016");
