import { Temporal } from "temporal-polyfill";
import { officialCalendar, startOfDay } from "../../../../shared/calendar/index.ts";
import {
  type Actor,
  type Context,
  type Decider,
  type DomainEvent,
  isRejection,
  type Recorded,
  theTownItself,
} from "../../../../shared/decider/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";

/** Who acts in the samples, by the profile of the town. */
export interface Cast {
  readonly officers: readonly [Actor, Actor];
  readonly head: Actor;
  readonly reviewer: Actor;
  readonly chair: Actor;
  readonly recorder: Actor;
  readonly party: Actor;
}

/** People of this town in the parts of a case. */
export function castOf(town: TownProfile): Cast {
  const office = town.enforcementOffice;
  const known = (sub: string, ...roles: Actor["roles"]): Actor => ({
    ...{ sub, name: town.staff.find((one) => one.sub === sub)?.name ?? sub, office, roles },
  });
  const heads = town.heads.filter(({ of }) => of === "organ");
  const reviewer = town.enforcement.legalReviewers[0]?.sub ?? "";
  // The chief needs no power of attorney: he heads the organ on every day.
  const head = town.heads.find(({ of }) => of === "government")?.sub ?? "";
  const taken = new Set([head, reviewer]);
  const [first = "", second = ""] = town.staff
    .filter((one) => one.office === office && !taken.has(one.sub))
    .map(({ sub }) => sub)
    .toReversed();
  const others = town.staff.map(({ sub }) => sub).filter((sub) => ![...taken, first, second].includes(sub));
  const chair = heads.find(({ sub }) => ![...taken, first, second].includes(sub))?.sub ?? others[0] ?? "";
  const recorder = others.find((sub) => sub !== chair) ?? "";
  return {
    officers: [known(first, "officer"), known(second, "officer")],
    head: known(head, "approver", "leader"),
    reviewer: known(reviewer, "legal-reviewer"),
    chair: known(chair, "leader"),
    recorder: known(recorder, "clerk"),
    party: { sub: "resident-1", name: "当事人", roles: ["resident"], party: "P" },
  };
}

const calendar = officialCalendar();

/** A thing of this town, carried through lawful commands. */
export class Sampled<S, C, E extends DomainEvent> {
  readonly events: Recorded<E>[] = [];
  readonly #of: Decider<S, C, E>;
  readonly #town: TownProfile;
  #state: S | undefined;

  constructor(of: Decider<S, C, E>, town: TownProfile) {
    this.#of = of;
    this.#town = town;
  }

  get state(): S {
    if (this.#state === undefined) throw new Error("nothing has begun");
    return this.#state;
  }

  /** The last event of a type, with all before it. */
  after(type: E["type"]): { readonly event: Recorded<E>; readonly before: readonly Recorded<E>[] } {
    const place = this.events.findLastIndex((one) => one.type === type);
    const event = this.events[place];
    if (event === undefined) throw new Error(`${type} never happened`);
    return { event, before: this.events.slice(0, place) };
  }

  /** @throws Error if the command is refused */
  do(command: C, on: string, actor: Actor = theTownItself): this {
    let serial = 17;
    const context: Context = {
      ...{ now: startOfDay(on), today: Temporal.PlainDate.from(on), actor, calendar },
      town: this.#town,
      numbers: {
        take: () => {
          serial += 1;
          return serial;
        },
      },
    };
    const decision = this.#of.decide(this.#state, command, context);
    if (isRejection(decision)) throw new Error(`${JSON.stringify(decision)}`);
    for (const event of decision) {
      const recorded: Recorded<E> = {
        ...event,
        ...{ sequence: this.events.length + 1, time: context.now, actor: actor.sub },
      };
      this.#state = this.#of.evolve(this.#state, recorded);
      this.events.push(recorded);
    }
    return this;
  }
}
