import * as z from "zod";
import { captain, county, mayor, officer } from "../people.ts";
import { line, table } from "../show.ts";
import type { Week } from "../week.ts";

/** What the two officers are certified for, and the item that the days are about: a net café that lets minors in. */
const domain = "tourism";
export const netCafe = "PN-070";

const check = z.object({ inForce: z.boolean(), failed: z.array(z.object({ condition: z.string() })).optional() });
const squad = z.object({ id: z.string(), leader: z.string() });
const board = z.object({
  domains: z.array(z.object({ domain: z.string(), officers: z.int(), enough: z.boolean() })),
  onDuty: z.int(),
  studyShort: z.array(z.object({ hours: z.int(), of: z.int() })),
});

/** Two officers are certified, so the power is ready (P4, CF-42); a squad, a roster, some study (E1). */
export async function raiseTheTeam(week: Week): Promise<void> {
  const { town } = week;
  const asked = `/powers/check?code=${netCafe}&on=${week.today}`;
  const before = await town.get(asked, check);
  await certify(week);
  await town.settle();
  const after = await town.get(asked, check);
  const why = before.failed?.map(({ condition }) => condition).join("、") ?? "";
  line(
    `${netCafe}：${before.inForce ? "已可行使" : `不可行使（${why}）`}；县局发证两名执法人员后${after.inForce ? "可以行使" : "仍不可行使"}`,
    "two officers are certified, and the power is in force",
  );
  const of = await theSquad(week);
  await plan(week, of.id);
  await study(week);
  const { domains, onDuty, studyShort } = await town.get("/enforcement/team-board", board, captain);
  line(`今日值班 ${onDuty} 人；年度学时不足 ${studyShort.length} 人`, "who is on duty, whose study is short (E1)");
  const able = domains.filter(({ officers }) => officers > 0);
  table(
    ["领域 domain", "持证 officers", "满足两人 enough"],
    able.map((one) => [one.domain, one.officers, one.enough ? "是" : "否"]),
  );
}

/** The county certifies both officers for a domain. In a town that goes on they are certified already. */
export async function certify({ town, today }: Week, of = domain, series = 0): Promise<void> {
  const known = await town.all("/powers/officers", z.object({ certificate: z.string() }), county);
  for (const number of [1, 2] as const) {
    const { sub, name } = officer(number);
    const certificate = `云E230007${series}${number}`;
    if (known.some((one) => one.certificate === certificate)) continue;
    const period = { from: today.toString(), until: "2099-12-31" };
    await town.act("/powers/officers", { sub, name, certificate, domains: [of], ...period }, county);
  }
}

async function theSquad({ town }: Week): Promise<z.infer<typeof squad>> {
  const leader = officer(1).sub;
  const [standing] = (await town.all("/enforcement/squads", squad, mayor)).filter((one) => one.leader === leader);
  if (standing !== undefined) return standing;
  const name = { zh: "第一中队", en: "First squad" };
  const formed = await town.post("/enforcement/squads", { name, leader, domains: [domain] }, squad, mayor);
  await town.act(`/enforcement/squads/${formed.id}/add-member`, { sub: officer(2).sub, kind: "officer" }, captain);
  line(`组建${name.zh}，队员两名持证`, "a squad is formed");
  return formed;
}

/** A shift of one certified officer is refused; that of two is published. */
async function plan({ town, today }: Week, of: string): Promise<void> {
  const month = today.toString().slice(0, 7);
  const shift = { on: today.toString(), from: "08:30", to: "17:30", kind: "duty", people: [1, 2].map(subOf) };
  const alone = { ...shift, people: [officer(1).sub, captain.sub] };
  const body = { squad: of, month, shifts: [shift] };
  const refusal = await town.refuses(
    "enforcement.not-in-squad",
    "/enforcement/rosters",
    { ...body, shifts: [alone] },
    captain,
  );
  const roster = await town.made("/enforcement/rosters", body, captain);
  await town.act(`/enforcement/rosters/${roster}/publish`, {}, captain);
  line(`${month} 值班表公布；非本队队员不得排班（${refusal.code}）`, "the roster is published");
}
const subOf = (number: number) => officer(number === 1 ? 1 : 2).sub;

async function study({ town, today }: Week): Promise<void> {
  const learnt = {
    kind: "study",
    subject: "行政处罚程序",
    on: today.toString(),
    hours: 8,
    organiser: "市司法局（示例）",
  };
  await town.act("/enforcement/studies", { person: officer(1).sub, ...learnt }, captain);
}
