import type { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { at } from "./calendar.ts";
import type { Caller, Town } from "./client.ts";
import { type Person, somebody } from "./people.ts";

const guide = z.object({
  code: z.string(),
  name: z.object({ zh: z.string(), en: z.string() }),
  office: z.string(),
  category: z.string(),
  kind: z.string(),
  materials: z.array(
    z.object({ name: z.string(), required: z.boolean(), shared: z.boolean(), tolerable: z.boolean().optional() }),
  ),
});
export type Guide = z.infer<typeof guide>;

/** One person's case on its way through the town. */
export interface Case {
  readonly id: string;
  readonly guide: Guide;
  readonly person: Person;
  readonly filer: Caller;
  /** Under which an agent files and collects it. */
  readonly authorisation?: string;
}

/** A week in one town: what has been filed, and the day it is. */
export class Week {
  readonly town: Town;
  readonly days: readonly Temporal.PlainDate[];
  readonly cases: Case[] = [];
  readonly random: () => number;
  readonly guides: ReadonlyMap<string, Guide>;
  #today: Temporal.PlainDate;
  #people: number;

  private constructor(
    town: Town,
    days: readonly Temporal.PlainDate[],
    random: () => number,
    guides: readonly Guide[],
    people: number,
  ) {
    const [monday] = days;
    if (monday === undefined) throw new Error("a week has days");
    this.town = town;
    this.days = days;
    this.random = random;
    this.guides = new Map(guides.map((one) => [one.code, one]));
    this.#today = monday;
    this.#people = people;
  }

  /** The same seed, the same week; people and resident logins differ from week to week of a town that goes on. */
  static async of(town: Town, days: readonly Temporal.PlainDate[], random: () => number): Promise<Week> {
    const rows = await town.all("/permits/guides", z.object({ code: z.string() }));
    const guides = await Promise.all(rows.map(({ code }) => town.get(`/permits/guides/${code}`, guide)));
    const monday = days[0]?.toString() ?? "";
    const weeks = Math.floor(Date.parse(monday) / (7 * 24 * 3600 * 1000));
    return new Week(town, days, random, guides, (weeks % 10) * 100);
  }

  get today(): Temporal.PlainDate {
    return this.#today;
  }

  /** Another day, or another time of it. */
  async turnTo(time: string, day: Temporal.PlainDate = this.#today): Promise<void> {
    this.#today = day;
    await this.town.setClock(at(day, time));
    await this.town.settle();
  }

  /** Somebody who has not been here before. */
  person(): Person {
    this.#people += 1;
    return somebody(this.#people, this.random);
  }

  guideOf(code: string): Guide {
    const found = this.guides.get(code);
    if (found === undefined) throw new Error(`the town publishes no guide ${code}`);
    return found;
  }
}

/** What a person must bring himself. */
export const broughtFor = ({ materials }: Guide): string[] =>
  materials.filter(({ required, shared }) => required && !shared).map(({ name }) => name);
