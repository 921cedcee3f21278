import { penaltyCase } from "../../../services/enforcement/cases/domain/case/decider.ts";
import type { CaseCommand } from "../../../services/enforcement/cases/domain/case/messages.ts";
import { knownOfficer, knownPower } from "../../../services/enforcement/common/domain/known-power.ts";
import { listedPenalty } from "../../../services/enforcement/penalty-list/domain/listed-penalty.ts";
import { enforcement } from "../../../services/enforcement/service.ts";
import { officialCalendar, startOfDay } from "../../../shared/calendar/index.ts";
import type { Actor, Decider, DomainEvent } from "../../../shared/decider/index.ts";
import { clockworkFor, contextFor, nextDeadline } from "../../../shared/service/index.ts";
import type { StoredEvent } from "../../../shared/store/index.ts";
import type { TownProfile } from "../../../shared/town/profile.ts";
import { claimsFor } from "../../support/claims.ts";
import { talkTo } from "../../support/http.ts";
import { offersHeld } from "../../support/offers.ts";
import { deliverAllOf, overheard } from "../../support/reacting.ts";
import { aRuntime } from "../../support/tally-town.ts";
import {
  anAct,
  aParty,
  approving,
  filedOn,
  listed,
  officer1,
  officer2,
  proposing,
  someEvidence,
  theHead,
} from "../cases/case-builders.ts";
import { aPenalty, aPower } from "../cases/proceeding/builders.ts";
import { certified } from "../common/builders.ts";
import { basis, code, sha } from "./builders.ts";

/** As a token names the party. */
export const partyKey = "0123456789ABCDEF01234567";
export const theParty: Actor = { sub: "resident-9", name: "某摊贩", roles: ["resident"], party: partyKey };
export const theKeeper: Actor = { sub: "clerk-1", name: "窗口1号", roles: ["clerk"], office: "service-centre" };
export const theAccountant: Actor = {
  ...{ sub: "accountant-1", name: "会计", roles: ["accountant"], office: "finance-institute" },
};

export const item = (title = "腊肉", more: object = {}) => ({
  ...{ kind: "goods", title, quantity: 20, unit: "块", condition: "完好", seals: ["封001"], pictures: [sha] },
  ...{ place: "镇政府库房", keeper: { kind: "staff", sub: theKeeper.sub } },
  ...{ relation: "of-the-case", dailyNecessity: false, sealedElsewhere: false },
  ...more,
});
export const onTheSpot = (goods: readonly object[] = [item()]) => ({
  ...{ with: officer2.sub, address: "人民路1号", goods, recording: sha },
  course: { cardsShown: true, reasonsTold: true, rightsTold: true, heard: true },
  ...{ present: { who: "party", name: "欧阳娜娜" }, record: { sha256: sha, signing: "signed" } },
  handover: { decision: sha, list: sha, to: "party" },
});

/** The notice for the year after is out, so that its days are certain. */
const announced = officialCalendar({
  notices: [{ year: 2027, source: "测试用通知", daysOff: ["2027-01-01"], makeUpDays: [] }],
});

/** The town where the law of the basis names a longer term than thirty days. */
const withTerm = (town: TownProfile, termDays: number): TownProfile => ({
  ...town,
  enforcement: {
    ...town.enforcement,
    coercion: {
      ...town.enforcement.coercion,
      bases: town.enforcement.coercion.bases.map((one) => ({ ...one, termDays })),
    },
  },
});

/** The service with one case of a food stall on file, on the first hour of 1 September 2026. `held`: offers are held against answers. */
export async function aMeasureTown({ held = true, termDays }: { held?: boolean; termDays?: number } = {}) {
  const heard: StoredEvent[] = [];
  const usual = aRuntime({ table: overheard("town-enforcement", heard) });
  const runtime =
    termDays === undefined ? usual : { ...usual, town: withTerm(usual.town, termDays), calendar: announced };
  runtime.setClock(startOfDay(filedOn));
  const talk = talkTo(enforcement, runtime);
  const ask = held ? offersHeld(enforcement, talk).ask : talk;
  const sweep = clockworkFor(enforcement, runtime);
  let serial = 0;
  async function lay<S, C, E extends DomainEvent>(of: Decider<S, C, E>, id: string, command: C, actor = officer1) {
    serial += 1;
    const outcome = await runtime.store.execute({
      ...{ decider: of, id, command, expects: "either" as const, commandId: `lay-${serial}`, bodyDigest: "x" },
      context: contextFor(runtime, actor),
    });
    if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
  }
  const post = (path: string, body: object, actor: Actor) =>
    ask({ method: "POST", path: `/enforcement${path}`, body: JSON.stringify(body), claims: claimsFor(actor) });
  const get = (path: string, actor: Actor, query: Record<string, string> = {}) =>
    ask({ path: `/enforcement${path}`, query, claims: claimsFor(actor) });
  /** Delivers what was committed to the reactions; answers why any was refused. */
  const settle = () => deliverAllOf(heard, enforcement, enforcement.subscriptions, runtime);
  /** Lets time pass; every deadline on the way happens on its own instant. */
  async function passTo(instant: string) {
    for (;;) {
      const due = await nextDeadline(runtime);
      if (due === undefined || due > instant) break;
      runtime.setClock(due);
      const { done } = await sweep();
      await settle();
      const warned = runtime.observability.said.filter(({ level }) => level !== "info");
      if (done === 0) throw new Error(`the deadline ${due} stands still: ${JSON.stringify(warned)}`);
    }
    runtime.setClock(instant);
  }
  const toCase = (command: CaseCommand, actor: Actor = officer1) => lay(penaltyCase, "CASE1", command, actor);

  for (const sub of ["officer-1", "officer-2", "officer-3"]) {
    const certificate = `云E5323${sub.replace(/\D/g, "")}`;
    await lay(knownOfficer, certificate, { type: "learn", sequence: 1, certificate, sub, change: certified() });
  }
  const news = { townRole: "decides", domain: "trade", basis: [] } as const;
  await lay(knownPower, code, { type: "learn", sequence: 1, code, news });
  const [change] = aPower({ code }).changes;
  if (change === undefined) throw new Error("no handover");
  await lay(knownPower, code, { type: "learn", sequence: 2, code, news: { change } });
  await lay(listedPenalty, code, { type: "list", content: aPenalty({ code }) });
  await toCase(proposing({ acts: [anAct({ code })], listed: [listed(code)], parties: [aParty({ key: partyKey })] }));
  await toCase(approving({ powers: [{ ...aPower({ code }), code }] }), theHead);
  await toCase({ type: "note-evidence", evidence: someEvidence() });
  await toCase({ type: "note-file", sha256: sha });
  await settle();

  const proposal = (kind: string, more: object = {}) => ({
    ...{ case: "CASE1", kind, party: "P1", slight: false, reasons: "涉嫌无证经营" },
    ...(kind === "preservation" ? {} : { basis }),
    ...more,
  });
  /** A measure that is in force, its goods with their keeper. */
  async function inForce(kind = "seizure", goods: readonly object[] = [item()], more: object = {}) {
    const proposed = await post("/measures", proposal(kind, more), officer1);
    if (proposed.status !== 201) throw new Error(JSON.stringify(proposed.body));
    const id = String(proposed.body.id);
    const at = `/measures/${id}`;
    for (const [verb, body, actor] of [
      ["approve", {}, theHead],
      ["carry-out", onTheSpot(goods), officer1],
      ["countersign", {}, officer2],
    ] as const) {
      const answer = await post(`${at}/${verb}`, body, actor);
      if (answer.status !== 200) throw new Error(`${verb}: ${JSON.stringify(answer.body)}`);
    }
    for (const [at] of goods.entries()) await post(`/goods/${id}-${at + 1}/receive`, {}, theKeeper);
    await settle();
    return { id, at, goods: goods.map((_one, place) => `/goods/${id}-${place + 1}`) };
  }
  return { runtime, lay, post, get, settle, passTo, toCase, inForce, proposal };
}
export type MeasureTown = Awaited<ReturnType<typeof aMeasureTown>>;
