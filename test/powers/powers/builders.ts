import { conditionsOf } from "../../../services/powers/common/domain/conditions.ts";
import { power } from "../../../services/powers/powers/domain/decider.ts";
import { inWords } from "../../../services/powers/powers/domain/legal-basis.ts";
import { itemTypeOf } from "../../../services/powers/powers/domain/listed-entry.ts";
import type {
  Authority,
  HandOver,
  ListPower,
  Power,
  PowerCommand,
  PowerEvent,
} from "../../../services/powers/powers/domain/power.ts";
import { startOfDay } from "../../../shared/calendar/index.ts";
import { type Actor, type Decision, isRejection, type Recorded, theTownItself } from "../../../shared/decider/index.ts";
import { day, on, town } from "../../support/deciding.ts";

export const theCounty: Actor = { sub: "county-1", name: "县编办", roles: ["county"] };

export const aListing = (listed: Partial<ListPower["power"]> = {}): ListPower => ({
  type: "list",
  power: {
    code: "PN-001",
    itemCode: `11532302YY000001XC500${itemTypeOf[listed.category ?? "penalty"]}66001001`,
    name: { zh: "擅自占用道路", en: "Occupying a road" },
    category: "penalty",
    domain: listed.category === "licence" || listed.category === "public-service" ? "land" : "urban",
    legalBasis: listed.basis === undefined ? "《城市道路管理条例》第四十二条" : inWords(listed.basis),
    sourceDepartment: "县综合行政执法局",
    townRole: "decides",
    ...listed,
  },
});

export const inTheTownsName = { name: town.organName, uscc: town.uscc };
export const inTheDepartmentsName = {
  name: { zh: "县综合行政执法局", en: "County enforcement bureau" },
  uscc: "11532302YY0001047J",
};
export const byTheProvince: Authority = {
  kind: "province",
  document: "省人民政府决定",
  date: "2025-11-20",
  published: true,
};

/** Lawful for a penalty power, unless said otherwise. */
export const aHandover = (handover: Partial<HandOver> = {}): HandOver => ({
  type: "hand-over",
  mode: "delegated",
  inWhoseName: handover.mode === "entrusted" ? inTheDepartmentsName : inTheTownsName,
  inForceFrom: "2026-03-02",
  letter: { number: "赋权〔2025〕1号", date: "2025-12-15" },
  authority: byTheProvince,
  conditions: conditionsOf("penalty"),
  ...handover,
});

/** The same without its letter. */
export function withoutLetter({ letter: _letter, ...rest }: HandOver): HandOver {
  return rest;
}

/** The same without its authority. */
export function withoutAuthority({ authority: _authority, ...rest }: HandOver): HandOver {
  return rest;
}

/** A power that lives. */
export class Held {
  readonly events: Recorded<PowerEvent>[] = [];
  #state: Power | undefined;

  get state(): Power {
    if (this.#state === undefined) throw new Error("nothing was listed");
    return this.#state;
  }

  tell(command: PowerCommand, date: string, actor: Actor = theCounty): Decision<PowerEvent> {
    const decision = power.decide(this.#state, command, on(date, actor));
    if (isRejection(decision)) return decision;
    for (const event of decision) {
      const recorded = { ...event, sequence: this.events.length + 1, time: startOfDay(date), actor: actor.sub };
      this.#state = power.evolve(this.#state, recorded);
      this.events.push(recorded);
    }
    return decision;
  }

  lawfully(command: PowerCommand, date: string, actor?: Actor): this {
    const decision = this.tell(command, date, actor);
    if (isRejection(decision)) throw new Error(`${command.type} refused: ${JSON.stringify(decision)}`);
    return this;
  }

  /** Acts on every deadline up to the first hour of a day; answers the days on which something came into force. */
  letPass(until: string): string[] {
    const days: string[] = [];
    for (;;) {
      const due = power.nextDeadline?.(this.state);
      if (due === undefined || due > startOfDay(until)) return days;
      if (days.length > 20) throw new Error("the clockwork does not come to rest");
      const date = day(due.slice(0, 10)).add({ days: 1 }).toString();
      this.lawfully(power.onDeadline?.(this.state) ?? { type: "come-into-force" }, date, theTownItself);
      days.push(date);
    }
  }
}

/** A listed power, with everything done to it on 1 March 2026. */
export function aHeldPower(...commands: readonly PowerCommand[]): Held {
  const held = new Held().lawfully(aListing(), "2026-03-01");
  for (const command of commands) held.lawfully(command, "2026-03-01");
  return held;
}
