import { describe, expect, test } from "vitest";
import * as z from "zod";
import {
  aCharge,
  aFiledCase,
  aNotice,
  anAct,
  aWholeTown,
  chair,
  citizen,
  head,
  officer,
  sha,
  type WholeTown,
} from "../whole-town.ts";

const filed = "2026-03-02";
/** Ninety days from the filing (CF-60). */
const ninety = "2026-05-31";
const known = z.looseObject({ clock: z.looseObject({ due: z.string(), excludedDays: z.int() }) });
const clockOf = async (town: WholeTown, at: string) => {
  const { due, excludedDays } = known.parse(await town.get(at, officer(1))).clock;
  return { due, excludedDays };
};
const some = z.object({ items: z.array(z.looseObject({ id: z.string() })).min(1) });

/** A fine that gives a right to a hearing, told to a citizen: by the rule of the market, or by that of a domain that has none. */
async function aHearingIn(domain: "trade" | "tourism") {
  const code = domain === "trade" ? "PN-108" : "PN-070";
  const town = await aWholeTown([code], { domains: [domain] });
  const who = citizen(1);
  const { id, at: atCase, evidence } = await aFiledCase(town, [who], [anAct(code, filed)], { complex: true });
  const fine = { amountFen: 500_000, tier: domain === "trade" ? "serious" : "ordinary", grounds: [] };
  const at = await aNotice(town, `${id}:P1`, [aCharge(evidence, { code, fine })]);
  await town.post(`${at}/request-hearing`, {}, who.login);
  const [first] = some.parse(await town.get("/hearings", who.login)).items;
  const hearing = `/hearings/${first?.id}`;
  const plan = { on: "2026-03-16", at: "09:00", place: "二楼会议室", recorder: "clerk-1", chair: chair.sub };
  await town.post(`${hearing}/schedule`, plan, head);
  await town.post(`${hearing}/note-told`, { party: "P1", on: filed, how: "direct", proof: sha }, officer(1));
  await town.turnTo("2026-03-16");
  return { town, atCase, hearing };
}
const held = (how: "in-person" | "absent") => ({
  attendance: [{ party: "P1", how, agents: [] }],
  investigators: ["officer-1", "officer-2"],
  course: { evidencePut: true, defenceHeard: true, readOver: true },
  record: {
    ...{ sha256: sha, pages: 1, signatures: how === "absent" ? [] : [{ party: "P1", how: "signed", pages: 1 }] },
    recording: { sha256: sha, told: true, unbroken: true },
  },
});

describe("CF-60a: what the sector's rule takes out of the ninety days", () => {
  test("a hearing, from its request to its report, in a case of the market", async () => {
    const { town, atCase, hearing } = await aHearingIn("trade");
    await town.post(`${hearing}/hold`, held("in-person"), chair);
    expect(await clockOf(town, atCase)).toEqual({ due: ninety, excludedDays: 0 });
    await town.turnTo("2026-03-18");
    await town.post(`${hearing}/report`, { sha256: sha, conclusion: "维持建议", newFacts: false }, chair);
    expect(await clockOf(town, atCase)).toMatchObject({ due: "2026-06-16", excludedDays: 16 });
  });
  test("none in a domain whose rule is not named", async () => {
    const { town, atCase, hearing } = await aHearingIn("tourism");
    await town.post(`${hearing}/hold`, held("in-person"), chair);
    await town.post(`${hearing}/report`, { sha256: sha, conclusion: "维持建议", newFacts: false }, chair);
    expect(await clockOf(town, atCase)).toEqual({ due: ninety, excludedDays: 0 });
  });
  test("a public notice, its thirty days", async () => {
    const town = await aWholeTown(["PN-108"], { domains: ["trade"] });
    const { id, at: atCase, evidence } = await aFiledCase(town, [citizen(1)], [anAct("PN-108", filed)]);
    const of = `${id}:P1`;
    await town.post("/proceedings", { case: id, party: "P1" }, officer(1));
    await town.post(`/proceedings/${of}/charge`, { charges: [aCharge(evidence, { code: "PN-108" })] }, officer(1));
    await town.post(`/proceedings/${of}/countersign`, {}, officer(2));
    await town.post(`/proceedings/${of}/notify`, {}, officer(1));
    await town.post(`/proceedings/${of}/issue-notice`, {}, officer(2));
    const { id: paper } = await town.post("/deliveries", { proceeding: of, paper: { kind: "notice" } }, officer(1));
    const gone = { where: "镇公告栏", because: "whereabouts-unknown", reasons: "查无此人", proof: sha };
    await town.post(`/deliveries/${String(paper)}/publish-notice`, gone, officer(1));
    await town.turnTo("2026-03-31");
    expect(await clockOf(town, atCase)).toEqual({ due: ninety, excludedDays: 0 });
    await town.turnTo("2026-04-01");
    expect(await clockOf(town, atCase)).toEqual({ due: "2026-06-30", excludedDays: 30 });
  });
});
