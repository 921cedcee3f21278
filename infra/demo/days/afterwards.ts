import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { type Certificate, decide, step } from "../desk.ts";
import { approver, reviewer } from "../people.ts";
import { heading, line } from "../show.ts";
import type { Case, Week } from "../week.ts";
import { issueAll, revoke } from "./certificates.ts";

const hearing = z.object({ hearing: z.object({ notice: z.object({ heldOn: z.iso.date() }) }) });

/** The day of the hearing, after the week: it is held, and decided by its record (XK-48). A licence is revoked (XK-69). */
export async function afterwards(week: Week, one: Case, proposed: Certificate): Promise<void> {
  const by = reviewer(one.guide.office);
  const path = `/permits/applications/${one.id}`;
  const { heldOn } = (await week.town.get(path, hearing, by)).hearing.notice;
  await week.turnTo("09:00", Temporal.PlainDate.from(heldOn));
  heading(`${week.today}：听证之日`, "the day of the hearing");
  const record = "听证笔录〔示例〕1号";
  const { status } = await step(week, one, "record-hearing", by, { record, signed: true });
  const unread = { outcome: "granted", hearingRecord: "别的笔录" };
  const refusal = await week.town.refuses(
    "permits.not-by-the-record",
    `${path}/decide`,
    unread,
    approver(one.guide.office),
  );
  const { number } = await decide(week, one, { hearingRecord: record });
  line(
    `${one.guide.name.zh}：笔录签字后 ${status}；不依笔录不得决定（${refusal.code}）；${number?.text.zh}`,
    "heard, and decided by the record",
  );
  await issueAll(week);
  await revoke(week, proposed);
}
