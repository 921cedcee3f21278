import * as z from "zod";
import { later } from "../calendar.ts";
import { takeIn } from "../crowd.ts";
import { accept, file, filedAndAccepted, look, step } from "../desk.ts";
import { agent, approver, clerk, kiosk } from "../people.ts";
import { line } from "../show.ts";
import type { Case, Week } from "../week.ts";

/** A licence with one paper too few: told once of everything missing, brought, accepted (XK-32). */
export async function corrected(week: Week): Promise<Case> {
  const one = await file(week, "PL-015", { incomplete: true });
  const { missing } = await look(week, one);
  const refusal = await week.town.refuses(
    "permits.materials-missing",
    `/permits/applications/${one.id}/accept`,
    {},
    clerk(1),
  );
  await step(week, one, "notify-corrections", clerk(1), { missing });
  await step(week, one, "correct", clerk(1), { materials: missing });
  const { limits } = await accept(week, one);
  line(
    `${one.guide.name.zh}：缺“${missing.join("、")}”不能受理（${refusal.code}），一次性告知，补正后受理，承诺 ${limits?.promised.due} 前办结`,
    "told once what is missing; brought; accepted",
  );
  return one;
}

/** What may come later is promised for a day (容缺受理), and brought. */
export async function tolerated(week: Week): Promise<Case> {
  const one = await file(week, "PL-018", { incomplete: true });
  const { missing } = await look(week, one);
  const until = later(week.today, 2).toString();
  await accept(week, one, { promise: { until } });
  line(`${one.guide.name.zh}：容缺受理，${until} 前补交“${missing.join("、")}”`, "accepted on the promise of a paper");
  return one;
}

/** Decided while the applicant stands there. */
export async function immediate(week: Week): Promise<Case> {
  const one = await file(week, "PS-069");
  const { status, number } = await step(week, one, "decide-at-once", approver(one.guide.office), {
    outcome: "granted",
  });
  line(`${one.guide.name.zh}：即办，当场决定（${status}）${number?.text.zh ?? ""}`, "decided on the spot");
  return one;
}

/** A filing is recorded on receipt (L16). */
export async function filing(week: Week): Promise<Case> {
  const one = await file(week, "PS-047");
  const { status, receipt } = await look(week, one);
  line(`${one.guide.name.zh}：收件即备案（${status}），${receipt?.number.text.zh}`, "a filing, recorded at once (L16)");
  return one;
}

/** Somebody of the neighbouring town (L10): served where the item is for everybody, told why where it is not. */
export async function neighbour(week: Week): Promise<Case> {
  const more = { residence: "532302101000" };
  const refusal = await week.town.refuses(
    "permits.not-for-other-towns",
    "/permits/applications",
    { itemCode: "PL-001", applicant: week.person(), materials: [], ...more },
    clerk(1),
  );
  const one = await filedAndAccepted(week, "PS-005", { more });
  const { crossTown } = await look(week, one);
  line(
    `邻镇群众 ${one.guide.name.zh}：通办受理（crossTown ${crossTown}）；宅基地不通办（${refusal.code}）`,
    "a neighbour (L10)",
  );
  return one;
}

const authorisation = z.object({ id: z.string(), status: z.string(), until: z.string() });
const notice = z.object({
  id: z.string(),
  kind: z.string(),
  application: z.string().optional(),
  text: z.object({ zh: z.string() }),
});

/** A village agent files for an old man, who has authorised him before the clerk and is told (L9). */
export async function throughAnAgent(week: Week): Promise<Case> {
  const person = week.person();
  const { name, idNumber, phone } = person;
  const body = {
    villager: { name, idNumber, phone },
    agent: { sub: agent.sub, name: agent.name },
    items: ["PS-010"],
    acts: ["file", "collect"],
    proof: { kind: "counter" },
    until: week.today.add({ months: 3 }).toString(),
  };
  const given = await week.town.post("/permits/authorisations", body, authorisation, clerk(2));
  const application = { itemCode: "PS-010", applicant: person, materials: [] };
  const refusal = await week.town.refuses("permits.not-authorised", "/permits/applications", application, agent);
  const one = await file(week, "PS-010", { by: agent, person, authorisation: given.id });
  await accept(week, one);
  await week.town.settle();
  const told = await week.town.all("/permits/notices?status=waiting", notice, kiosk);
  const ours = told.findLast(({ application }) => application === one.id) ?? told.at(-1);
  line(
    `代办 ${one.guide.name.zh}：无委托不得代办（${refusal.code}）；委托 ${given.status} 至 ${given.until}；告知本人“${ours?.text.zh ?? ""}”`,
    "through an agent (L9)",
  );
  if (ours !== undefined) await week.town.act(`/permits/notices/${ours.id}/deliver`, { channel: "sms" }, kiosk);
  return one;
}

const bundle = z.object({
  id: z.string(),
  name: z.object({ zh: z.string() }),
  parts: z.array(z.object({ item: z.string(), application: z.string().optional(), status: z.string() })),
  progress: z.object({ parts: z.number(), over: z.number() }),
});
const forms = z.object({
  items: z.array(
    z.object({
      code: z.string(),
      materials: z.array(z.object({ name: z.string(), required: z.boolean(), shared: z.boolean() })),
    }),
  ),
});

/** One form, several applications (L12): what is shared is brought once. */
export async function inABundle(week: Week, code: string): Promise<string> {
  const { items } = await week.town.get("/permits/bundle-forms", forms);
  const form = items.find((one) => one.code === code);
  if (form === undefined) throw new Error(`no bundle ${code}`);
  const materials = form.materials.filter(({ required, shared }) => required && !shared).map(({ name }) => name);
  const person = week.person();
  const { id } = await week.town.post(
    "/permits/bundles",
    { bundle: code, applicant: person, materials },
    bundle,
    clerk(1),
  );
  await week.town.settle();
  const filed = await bundleOf(week, id);
  for (const { application, item } of filed.parts) {
    if (application === undefined) throw new Error(`${item} of the bundle was not received`);
    const one = { id: application, guide: week.guideOf(item), person, filer: clerk(1) };
    week.cases.push(one);
    await takeIn(week, one);
  }
  line(
    `${filed.name.zh}：一表 ${materials.length} 份材料，分为 ${filed.progress.parts} 件`,
    "one form, several cases (L12)",
  );
  return id;
}

export const bundleOf = ({ town }: Week, id: string) => town.get(`/permits/bundles/${id}`, bundle, clerk(1));
