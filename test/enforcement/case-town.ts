import type { CaseCommand } from "../../services/enforcement/cases/domain/case/messages.ts";
import { penaltyCase } from "../../services/enforcement/cases/index.ts";
import { knownOfficer, knownPower } from "../../services/enforcement/common/domain/known-power.ts";
import { listedPenalty } from "../../services/enforcement/penalty-list/domain/listed-penalty.ts";
import { enforcement } from "../../services/enforcement/service.ts";
import { startOfDay } from "../../shared/calendar/index.ts";
import type { Actor, Decider, DomainEvent } from "../../shared/decider/index.ts";
import { contextFor } from "../../shared/service/index.ts";
import type { StoredEvent } from "../../shared/store/index.ts";
import { claimsFor } from "../support/claims.ts";
import { talkTo } from "../support/http.ts";
import { deliverAllOf, overheard } from "../support/reacting.ts";
import { aRuntime } from "../support/tally-town.ts";
import {
  aParty,
  approving,
  aVendor,
  filedOn,
  officer1,
  officer2,
  proposing,
  someEvidence,
  theHead,
  theSquadLeader,
} from "./cases/case-builders.ts";
import { aPenalty, aPower, sha } from "./cases/proceeding/builders.ts";
import { certified } from "./common/builders.ts";
import { aSquadOf } from "./squads.ts";

const code = "PN-150";
/** As a token names a person: 24 figures. */
export const theKey = "0123456789ABCDEF01234567";
export const theParty: Actor = { ...aVendor, party: theKey };
export const theCase = "CASE1";
export const theProceeding = `${theCase}:P1`;

export const aCharge = {
  ...{ act: "A1", code, competing: [], kinds: ["罚款"] },
  facts: [{ text: "无照经营", evidence: ["E1"] }],
  circumstances: {
    ...{ slight: false, harm: "slight", corrected: false, faultless: false, serious: false, orderUnmet: false },
    grounds: [],
  },
  fine: { amountFen: 100_000, tier: "一般", grounds: [] },
  order: { text: "立即停止" },
};
/** A charge so heavy that the party may ask for a hearing. */
const { fine: _fine, ...bare } = aCharge;
export const aHeavyCharge = { ...bare, kinds: ["责令停产停业"] };
export const aDecision = {
  ...{ outcome: "punish", reasons: "事实清楚" },
  performance: { how: "十五日内缴纳", bank: "农商行", surcharge: true },
};

/** The enforcement service with officers, a power in force, its penalty, and a case whose investigation is reported. */
export async function aCaseTown() {
  const heard: StoredEvent[] = [];
  const runtime = aRuntime({ table: overheard("town-enforcement", heard) });
  const ask = talkTo(enforcement, runtime);
  let serial = 0;
  runtime.setClock(startOfDay(filedOn));

  async function lay<S, C, E extends DomainEvent>(of: Decider<S, C, E>, id: string, command: C, actor = officer1) {
    serial += 1;
    const outcome = await runtime.store.execute({
      ...{ decider: of, id, command, expects: "either" as const, commandId: `lay-${serial}`, bodyDigest: "x" },
      context: contextFor(runtime, actor),
    });
    if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
  }
  await aSquadOf(theSquadLeader.sub, ["officer-1", "officer-2", "officer-3"], runtime);
  const toCase = (command: CaseCommand, actor: Actor = officer1) => lay(penaltyCase, theCase, command, actor);

  for (const sub of ["officer-1", "officer-2", "officer-3"]) {
    const certificate = `云E5323${sub.replace(/\D/g, "")}`;
    const change = certified({ domains: ["trade", "tourism"] });
    await lay(knownOfficer, certificate, { type: "learn", sequence: 1, certificate, sub, change });
  }
  await lay(knownPower, code, { type: "learn", sequence: 1, code, news: { townRole: "decides", domain: "trade" } });
  const [change] = aPower({ code }).changes;
  if (change === undefined) throw new Error("no handover");
  await lay(knownPower, code, { type: "learn", sequence: 2, code, news: { change } });
  await lay(listedPenalty, code, { type: "list", content: aPenalty({ code }) });

  const post = async (actor: Actor, path: string, body: object = {}) =>
    ask({ method: "POST", path, body: JSON.stringify(body), claims: claimsFor(actor) });
  const done = async (actor: Actor, path: string, body: object = {}) => {
    const answer = await post(actor, path, body);
    if (answer.status >= 300) throw new Error(`${path} ${answer.status} ${JSON.stringify(answer.body)}`);
    return String(answer.body.id);
  };
  const settle = async () => void (await deliverAllOf(heard, enforcement, enforcement.subscriptions, runtime));
  const at = `/enforcement/proceedings/${theProceeding}`;

  const town = {
    ...{ runtime, post, done, settle, lay },
    get: (actor: Actor, path: string, query: Record<string, string> = {}) =>
      ask({ path, query, claims: claimsFor(actor) }),
    day: (date: string) => runtime.setClock(startOfDay(date)),
    /** The case as an officer proposes it; `file` files it. */
    propose: () => toCase(proposing({ parties: [aParty({ key: theKey })] })),
    async file() {
      await town.propose();
      await toCase(approving(), theHead);
    },
    /** Filed, with evidence and report, and a proceeding against its party. */
    async open() {
      await town.file();
      await toCase({ type: "note-evidence", evidence: someEvidence() });
      await toCase({ type: "note-file", sha256: sha });
      const { officers } = proposing();
      await toCase({ type: "report", sha256: sha, complex: false, suspectedCrime: false, summary: "查清", officers });
      await done(officer1, "/enforcement/proceedings", { case: theCase, party: "P1" });
    },
    /** The prior notice is drawn up and issued, not served yet. */
    async notify(charge: object = aCharge) {
      await town.open();
      await done(officer1, `${at}/charge`, { charges: [charge] });
      await done(officer2, `${at}/countersign`);
      await done(officer1, `${at}/notify`);
      await done(officer2, `${at}/issue-notice`);
    },
    send: (kind: "notice" | "decision") =>
      done(officer1, "/enforcement/deliveries", { proceeding: theProceeding, paper: { kind } }),
    async serve(kind: "notice" | "decision", on: string) {
      const id = await town.send(kind);
      const taken = { on, to: "self", signedBy: "欧阳娜娜", proof: sha };
      await done(officer1, `/enforcement/deliveries/${id}/deliver-by-hand`, taken);
    },
    /** Punished on 10 September; the decision is served the same day. */
    async punish() {
      await town.notify();
      await town.serve("notice", filedOn);
      town.day("2026-09-10");
      await done(theHead, `${at}/decide`, aDecision);
      await town.serve("decision", "2026-09-10");
      await settle();
    },
  };
  return town;
}
