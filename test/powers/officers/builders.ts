import type { Officer, OfficerEvent } from "../../../services/powers/officers/domain/officer.ts";
import { type OfficerCommand, officer } from "../../../services/powers/officers/domain/officer.ts";
import { startOfDay } from "../../../shared/calendar/index.ts";
import { type Decision, isRejection } from "../../../shared/decider/index.ts";
import { on } from "../../support/deciding.ts";
import { theCounty } from "../powers/builders.ts";

export const aCertificate = (more: Partial<Extract<OfficerCommand, { type: "certify" }>> = {}): OfficerCommand => ({
  type: "certify",
  certificate: "云E010001",
  sub: "officer-1",
  name: "李执法",
  domains: ["urban"],
  from: "2025-03-02",
  until: "2028-03-01",
  ...more,
});

/** An officer's certificate that lives. */
export class Certificate {
  state: Officer | undefined;
  #sequence = 0;

  tell(command: OfficerCommand, date: string): Decision<OfficerEvent> {
    const decision = officer.decide(this.state, command, on(date, theCounty));
    if (isRejection(decision)) return decision;
    for (const event of decision) {
      this.#sequence += 1;
      const recorded = { sequence: this.#sequence, time: startOfDay(date), actor: theCounty.sub };
      this.state = officer.evolve(this.state, { ...event, ...recorded });
    }
    return decision;
  }

  lawfully(command: OfficerCommand, date: string): this {
    const decision = this.tell(command, date);
    if (isRejection(decision)) throw new Error(`${command.type} refused: ${JSON.stringify(decision)}`);
    return this;
  }
}

export const aCertified = (...commands: readonly OfficerCommand[]) =>
  commands.reduce(
    (one, command) => one.lawfully(command, "2026-03-01"),
    new Certificate().lawfully(aCertificate(), "2026-03-01"),
  );
