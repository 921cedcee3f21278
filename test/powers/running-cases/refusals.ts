import { registerOf } from "../../../services/powers/running-cases/domain/register.ts";
import type { RegisterCommand } from "../../../services/powers/running-cases/domain/states.ts";
import type { Decision, DomainEvent } from "../../../shared/decider/index.ts";
import { Living } from "../../support/living.ts";
import { theLeader } from "../duties/builders.ts";
import { theCounty } from "../powers/builders.ts";

export const opening = (id: string, openedOn = "2026-03-10"): RegisterCommand => ({
  type: "follow",
  case: id,
  sequence: 1,
  openedOn,
});
export const recalling = (from = "2026-06-01") => ({ type: "recall" as const, from, document: "收回1号" });
export const finishing = (id: string): RegisterCommand => ({
  type: "settle",
  case: id,
  outcome: "finish",
  document: "县编办函〔2026〕9号",
});
export const aRegister = (...told: RegisterCommand[]) => {
  const register = new Living(registerOf("PL-018"));
  for (const command of told) register.lawfully(command, "2026-05-01", theCounty);
  return register;
};

const keeping = { type: "settle-certificates", outcome: "finish", document: "县编办函10号" } as const;

/** Every refusal of the register of running cases, provoked. */
export const runningCaseRefusals: Readonly<Record<string, () => Decision<DomainEvent>>> = {
  "powers.not-recalled": () => aRegister(opening("A")).tell(finishing("A"), "2026-05-01", theCounty),
  "powers.no-such-running-case": () =>
    aRegister(opening("A"), recalling()).tell(finishing("B"), "2026-05-01", theCounty),
  "powers.recaller-decides": () =>
    aRegister(opening("A"), { ...recalling(), by: "county" }).tell(finishing("A"), "2026-05-01", theLeader),
  "powers.running-case-settled": () =>
    aRegister(opening("A"), recalling(), finishing("A")).tell(finishing("A"), "2026-05-01", theCounty),
  "powers.certificates-settled": () =>
    aRegister(opening("A"), recalling(), keeping).tell(keeping, "2026-05-01", theCounty),
  "powers.transfer-to-missing": () =>
    aRegister(opening("A"), recalling()).tell(
      { type: "settle", case: "A", outcome: "transfer", document: "x" },
      "2026-05-01",
      theCounty,
    ),
};
