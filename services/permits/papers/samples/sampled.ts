import { Temporal } from "temporal-polyfill";
import { startOfDay } from "../../../../shared/calendar/index.ts";
import { type Actor, isRejection, type Recorded } from "../../../../shared/decider/index.ts";
import type { Standing } from "../../../../shared/papers/index.ts";
import type {
  Applicant,
  Application,
  ApplicationCommand,
  ApplicationEvent,
} from "../../cases/domain/application/application.ts";
import { application } from "../../cases/domain/application/decider.ts";
import type { GuideContent } from "../../guides/domain/guide.ts";
import { guideOf } from "../../guides/index.ts";
import { calendar, type SampledTown, who } from "./kit.ts";

/** A case of this town, carried through lawful commands. */
export class Sampled {
  readonly #town: SampledTown;
  readonly #guide: GuideContent;
  readonly #standing: Standing;
  #state: Application | undefined;
  #sequence = 0;

  constructor(town: SampledTown, item: string, standing: Standing, other: Partial<GuideContent> = {}) {
    const listed = [...town.lists.licences, ...town.lists.services].find(({ code }) => code === item);
    if (listed === undefined) throw new Error(`no item ${item}`);
    this.#town = town;
    this.#guide = { ...guideOf(town.profile, listed), ...other };
    this.#standing = standing;
  }

  /** Two people of the town who show a certificate, where there are such; and the head of an office. */
  get surveyors(): readonly string[] {
    const { staff } = this.#town.profile;
    const certified = staff.filter(({ certificateNo }) => certificateNo !== undefined);
    return [...certified, ...staff.toReversed()].slice(0, 2).map(({ sub }) => sub);
  }
  get chair(): string {
    return this.#town.profile.heads.at(-1)?.sub ?? "";
  }

  get state(): Application {
    if (this.#state === undefined) throw new Error("nothing received");
    return this.#state;
  }

  /** The power under which all of it is done. */
  get power() {
    const { organ: inWhoseName, ...how } = this.#standing;
    const change = { kind: "handed-over" as const, from: "2026-01-01", inWhoseName, ...how };
    return { code: this.#guide.code, townRole: "decides" as const, changes: [change], followedTo: 1 };
  }

  receive(applicant: Applicant, on: string, without = 0): this {
    const own = this.#guide.materials.filter(({ shared }) => !shared).map(({ name }) => name);
    const guide = { version: 1, publishedOn: "2026-01-01", content: this.#guide };
    const materials = own.slice(0, own.length - without);
    const { code: itemCode, onePerHousehold } = this.#guide;
    const alone = {
      book: "B",
      applicant: "P",
      members: [{ name: applicant.name, relation: "head", claim: "P", single: true }],
    } as const;
    const household = onePerHousehold === undefined ? {} : { household: alone };
    return this.do(
      { type: "receive", applicant, materials, channel: "window", itemCode, guide, power: this.power, ...household },
      on,
      who("clerk-1", "service-centre", "clerk"),
    );
  }

  accept = (on: string) =>
    this.do({ type: "accept", power: this.power }, on, who("clerk-1", "service-centre", "clerk"));

  review(on: string): this {
    const command = {
      type: "review",
      opinion: "agree",
      inspectors: this.surveyors,
      affectsThirdParties: false,
      power: this.power,
    } as const;
    const [first = "", ...others] = this.surveyors;
    for (let next = this.#asked(); next !== undefined; next = this.#asked()) {
      this.do(command, on, who(first, next, "reviewer"));
      if ("survey" in this.state)
        for (const other of others)
          this.do({ type: "confirm-survey", power: this.power }, on, who(other, next, "reviewer"));
    }
    return this;
  }

  /** The office whose review or opinion comes next; undefined: all is reviewed. */
  #asked(): string | undefined {
    const { state } = this;
    if (state.status !== "accepted" || state.pending.length === 0) return undefined;
    if (state.pending[0]?.kind !== "joint-review") return state.office;
    const { offices = [], opinions = [] } = state.joint ?? {};
    return offices.find((office) => !opinions.some((one) => one.office === office)) ?? state.office;
  }

  decide(on: string, reasons?: string): this {
    const outcome = reasons === undefined ? { outcome: "granted" as const } : { outcome: "refused" as const, reasons };
    return this.do({ type: "decide", ...outcome, power: this.power }, on, this.at("approver"));
  }

  forward(on: string): this {
    return this.do({ type: "forward", power: { ...this.power, townRole: "forwards" } }, on, this.at("approver"));
  }

  at = (role: "reviewer" | "approver") => who(`${role}-1`, this.state.office, role);

  do(command: ApplicationCommand, on: string, actor: Actor): this {
    const context = {
      ...{ now: startOfDay(on), today: Temporal.PlainDate.from(on), actor, calendar },
      ...{ town: this.#town.profile, numbers: { take: () => 128 } },
    };
    const decision = application.decide(this.#state, command, context);
    if (isRejection(decision)) throw new Error(`${command.type}: ${decision.code}`);
    for (const event of decision) {
      this.#sequence += 1;
      const recorded: Recorded<ApplicationEvent> = {
        ...event,
        ...{ sequence: this.#sequence, time: startOfDay(on), actor: actor.sub },
      };
      this.#state = application.evolve(this.#state, recorded);
    }
    return this;
  }
}
