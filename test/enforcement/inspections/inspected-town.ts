import { expect } from "vitest";
import { knownOfficer, knownPower } from "../../../services/enforcement/common/domain/known-power.ts";
import { enforcement } from "../../../services/enforcement/service.ts";
import { startOfDay } from "../../../shared/calendar/index.ts";
import type { Actor, Decider, DomainEvent } from "../../../shared/decider/index.ts";
import { organisationCheck, usccCheck } from "../../../shared/identity-codes/index.ts";
import { contextFor } from "../../../shared/service/index.ts";
import type { StoredEvent } from "../../../shared/store/index.ts";
import { claimsFor } from "../../support/claims.ts";
import { talkTo } from "../../support/http.ts";
import { partyId } from "../../support/keyed.ts";
import { offersHeld } from "../../support/offers.ts";
import { deliverAllOf, overheard } from "../../support/reacting.ts";
import { aRuntime } from "../../support/tally-town.ts";
import { aPower } from "../cases/proceeding/builders.ts";
import { certified } from "../common/builders.ts";
import { aContent, inTown, officer1, start, theEnterprise, theHead } from "./builders.ts";

function invented(number: number): string {
  const organ = `MA00000${number}`;
  const body = `91532302${organ}${organisationCheck(organ)}`;
  return body + usccCheck(body);
}
/** Credit codes of companies that do not live. */
export const usccs: readonly [string, string, string] = [invented(1), invented(2), invented(3)];

export const anItemBody = (code: string) => ({
  code,
  ...aContent(code === "JC-001" ? {} : { points: [{ id: "only", text: { zh: "要点", en: "Point" } }] }),
});
export const anEnterpriseBody = (uscc: string) => ({
  ...{ kind: "organisation", name: "广通网络会所", uscc, domains: ["trade"] },
  premises: [{ id: "M1", address: "人民路1号", place: inTown }],
});

export type InspectedTown = Awaited<ReturnType<typeof anInspectedTown>>;

/** The enforcement service with three officers, a power, and two published items, on Monday 2 March 2026. */
export async function anInspectedTown() {
  const heard: StoredEvent[] = [];
  const runtime = aRuntime({ table: overheard("town-enforcement", heard) });
  const { ask } = offersHeld(enforcement, talkTo(enforcement, runtime));
  let serial = 0;
  const lay = async <S, C, E extends DomainEvent>(of: Decider<S, C, E>, id: string, command: C) => {
    serial += 1;
    const outcome = await runtime.store.execute({
      ...{ decider: of, id, command, expects: "either" as const, commandId: `lay-${serial}`, bodyDigest: "x" },
      context: contextFor(runtime, officer1),
    });
    if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
  };
  const post = (path: string, body: object, actor: Actor = officer1) =>
    ask({ method: "POST", path: `/enforcement${path}`, body: JSON.stringify(body), claims: claimsFor(actor) });
  const get = (path: string, actor?: Actor, query: Record<string, string> = {}) =>
    ask({ path: `/enforcement${path}`, query, ...(actor === undefined ? {} : { claims: claimsFor(actor) }) });
  const day = (date: string) => runtime.setClock(startOfDay(date));
  day(start);
  for (const sub of ["officer-1", "officer-2", "officer-3"]) {
    const certificate = `云E5323${sub.replace(/\D/g, "")}`;
    await lay(knownOfficer, certificate, { type: "learn", sequence: 1, certificate, sub, change: certified() });
  }
  const news = { townRole: "decides" as const, domain: "trade" };
  await lay(knownPower, "PN-070", { type: "learn", sequence: 1, code: "PN-070", news });
  const [change] = aPower().changes;
  if (change === undefined) throw new Error("no handover");
  await lay(knownPower, "PN-070", { type: "learn", sequence: 2, code: "PN-070", news: { change } });
  for (const code of ["JC-001", "JC-002"]) {
    expect(await post("/inspection-items", anItemBody(code))).toMatchObject({ status: 201 });
    expect(await post(`/inspection-items/${code}/publish`, {}, theHead)).toMatchObject({ status: 200 });
  }
  const enterprise = async (uscc: string): Promise<string> => {
    const made = await post("/enterprises", anEnterpriseBody(uscc));
    expect(made).toMatchObject({ status: 201 });
    return String(made.body.id);
  };
  const owner = (uscc: string): Actor => ({ ...theEnterprise, party: partyId(uscc) });
  /** The service hears of all that it has committed. */
  const settle = () => deliverAllOf(heard, enforcement, enforcement.subscriptions, runtime);
  return { runtime, get, post, day, enterprise, owner, settle };
}
