import { knownOfficer } from "../../services/enforcement/common/domain/known-power.ts";
import { openingOf } from "../../services/enforcement/opening.ts";
import { enforcement } from "../../services/enforcement/service.ts";
import type { Actor } from "../../shared/decider/index.ts";
import type { OfficerChange } from "../../shared/powers-in-force/index.ts";
import { instruct, openingFor } from "../../shared/service/index.ts";
import type { StoredEvent } from "../../shared/store/index.ts";
import type { TownLists } from "../../shared/town/lists.ts";
import { claimsFor } from "../support/claims.ts";
import { talkTo } from "../support/http.ts";
import { offersHeld } from "../support/offers.ts";
import { overheard } from "../support/reacting.ts";
import { aRuntime } from "../support/tally-town.ts";
import { certified } from "./common/builders.ts";

export const theLeader: Actor = { sub: "zhen-zhang", name: "镇长", roles: ["leader"], office: "party-government" };
export const theCaptain: Actor = {
  sub: "head-enforcement-team",
  name: "队长",
  roles: ["approver", "squad-leader"],
  office: "enforcement-team",
};
export const officerOne: Actor = { sub: "officer-1", name: "执法一号", roles: ["officer"], office: "enforcement-team" };
export const officerTwo: Actor = { ...officerOne, sub: "officer-2", name: "执法二号" };
export const squadLeader = (sub: string): Actor => ({ ...officerOne, sub, name: "中队长", roles: ["squad-leader"] });

/** The enforcement service on a table in memory, on Tuesday 1 September 2026 at ten o'clock. */
export function anEnforcementTown() {
  const heard: StoredEvent[] = [];
  const runtime = aRuntime({ table: overheard("town-enforcement", heard) });
  runtime.setClock("2026-09-01T02:00:00.000Z");
  const { ask } = offersHeld(enforcement, talkTo(enforcement, runtime));
  let learnt = 0;
  return {
    runtime,
    heard,
    ask,
    get: (path: string, query: Record<string, string> = {}, actor?: Actor) =>
      ask({ path, query, ...(actor === undefined ? {} : { claims: claimsFor(actor) }) }),
    post: (path: string, body: object, actor: Actor = theCaptain) =>
      ask({ method: "POST", path, body: JSON.stringify(body), claims: claimsFor(actor) }),
    /** Gives the service the penalty list, as the town's opening does. */
    open: (lists: TownLists) => openingFor({ ...enforcement, opening: openingOf }, runtime, lists)(),
    /** The service hears of a certificate from the register. */
    certify: async (
      sub: string,
      change: OfficerChange = certified({ domains: ["trade", "food"], until: "2028-12-31" }),
    ) => {
      learnt += 1;
      const certificate = `云E5323${sub.replace(/\D/g, "")}`;
      const command = { type: "learn" as const, sequence: learnt, certificate, sub, change };
      await instruct({ of: knownOfficer, id: certificate, expects: "either", command }).carryOut(runtime, {
        id: `certificate|${learnt}`,
      });
    },
  };
}
