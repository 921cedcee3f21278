import { workOff } from "../crowd.ts";
import { type Certificate, decide, examine, filedAndAccepted, look } from "../desk.ts";
import { heading, line } from "../show.ts";
import type { Case, Week } from "../week.ts";
import { issueAll, livesOfALicence, proposeRevocation } from "./certificates.ts";
import { bundleOf } from "./counter.ts";
import { papersOf } from "./documents.ts";
import type { Threads } from "./monday.ts";
import { leaves } from "./people.ts";
import { restore } from "./powers.ts";
import { supervise } from "./supervision.ts";
import { complain, ratings } from "./voices.ts";

/** Friday: everything that can be is decided and handed over; papers, and what people say. Answers the certificate that is to be revoked. */
export async function friday(week: Week, threads: Threads, online: readonly Case[]): Promise<Certificate> {
  const [, , , , day = week.today] = week.days;
  await week.turnTo("08:30", day);
  heading(`周五 ${week.today}：出证`, "Friday: certificates");
  await restore(week);
  const { bundle, tolerated, late, paused, fee, agents, neighbours, licence, homestead } = threads;
  for (const one of [tolerated, late, paused, fee, agents, neighbours]) await finish(week, one);
  for (const { application = "", item } of (await bundleOf(week, bundle)).parts)
    await finish(week, { id: application, guide: week.guideOf(item) });
  for (const one of online) await finish(week, one);
  await workOff(week, threads.crowd);
  await issueAll(week);
  const { name, progress } = await bundleOf(week, bundle);
  line(`${name.zh}：${progress.parts} 件中已办结 ${progress.over} 件`, "joint progress of the bundle (L12)");
  const certificate = await livesOfALicence(week, licence);
  await supervise(week, { certificate, office: licence.guide.office });
  const proposed = await proposeRevocation(week, await filedAndAccepted(week, "PL-013"));
  await papersOf(week, homestead);
  const [good, poor] = online;
  if (good === undefined || poor === undefined) throw new Error("nobody came online");
  await ratings(week, good, poor);
  await complain(week);
  await leaves(week);
  return proposed;
}

/** All that is left to do until the decision. */
async function finish(week: Week, one: Pick<Case, "id" | "guide">): Promise<void> {
  if ((await look(week, one)).status !== "accepted") return;
  await examine(week, one);
  await decide(week, one);
}
