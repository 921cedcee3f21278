import { authorisation } from "../../../services/permits/authorisations/domain/authorisation.ts";
import { notAuthorised } from "../../../services/permits/authorisations/domain/covers.ts";
import { notice } from "../../../services/permits/notices/domain/notice.ts";
import { on } from "../../support/deciding.ts";
import { aGuide, anAgent, aResident, theClerk } from "../cases/builders.ts";
import type { Provoked } from "../provoked.ts";
import { aGiving, anAct, anAuthorisation, aPaper, byLogin } from "./builders.ts";

const today = "2026-03-02";
const give = (more: Parameters<typeof aGiving>[0], by = theClerk) =>
  authorisation.decide(undefined, aGiving(more), on(today, by));
const told = {
  status: "delivered",
  kind: "authorised",
  about: { on: today },
  to: { name: "甲", phone: "13812345678", agent: "乙" },
  attempts: [],
} as const;

/** Every refusal about agents and notices. */
export const agentRefusals: Provoked = {
  "permits.authorisation-not-in-this-state": () => anAuthorisation().tell({ type: "confirm" }, today, theClerk),
  "permits.agent-is-no-witness": () =>
    anAuthorisation(aPaper, anAgent).tell({ type: "confirm" }, today, { ...theClerk, sub: anAgent.sub }),
  "permits.proof-not-possible": () => give({ proof: { kind: "login" } }),
  "permits.own-agent": () => give({ ...byLogin, agent: { sub: aResident.sub, name: "甲" } }, aResident),
  "permits.authorisation-too-long": () => give({ until: "2027-03-03" }),
  "permits.item-not-for-agents": () => give({ guides: [aGuide({ proxyAllowed: false })] }),
  "permits.not-authorised": () => notAuthorised(undefined, anAct()) ?? [],
  "permits.notice-not-in-this-state": () => notice.decide(told, { type: "deliver", channel: "sms" }, on(today)),
};
