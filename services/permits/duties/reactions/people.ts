import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { departureStarted } from "../../../../shared/contracts/permits-people.ts";
import {
  type Instruction,
  instruct,
  on,
  type Runtime,
  type Subscription,
  subjectId,
} from "../../../../shared/service/index.ts";
import { throughout } from "../../../../shared/store/index.ts";
import type { Application } from "../../cases/domain/application/application.ts";
import { application } from "../../cases/domain/application/decider.ts";
import { absenceIdOf, awayAmong, calendarsOf } from "../calendars.ts";
import { absence } from "../domain/absence/absence.ts";
import { type AssignmentCommand, openDuties } from "../domain/assignment/assignment.ts";
import { assignment } from "../domain/assignment/decider.ts";
import { partnersOf, postFor, standInsFor } from "../domain/assignment/posts.ts";
import { departure } from "../domain/departure/departure.ts";

/** A command to an assignment that must know who is away; whom that concerns follows from what it holds now. */
function arranging(
  id: string,
  people: (runtime: Runtime) => readonly string[],
  command: (away: readonly string[]) => AssignmentCommand,
  expects: "existing" | "either" = "existing",
): Instruction {
  return {
    async carryOut(runtime, cause) {
      const held = await runtime.store.load(assignment, id);
      const duties = held === undefined ? [] : openDuties(held.state).map(([, duty]) => duty);
      const concerned = duties.flatMap((duty) =>
        duty.owner === undefined ? [] : [duty.owner, ...standInsFor({ ...duty, owner: duty.owner }, runtime.town)],
      );
      const all = [...new Set([...concerned, ...people(runtime)])];
      const today = todayIn(runtime.clock()).toString();
      const instruction = instruct({
        of: assignment,
        id,
        expects,
        facts: { calendars: calendarsOf(runtime.keyed, all) },
        command: ({ calendars }) => command(awayAmong(all, calendars, today)),
      });
      return instruction.carryOut(runtime, cause);
    },
  };
}

/** Everybody who may come to act for the post that takes such a case, and for its owner. */
function aroundPost(runtime: Runtime, duty: "inquiry" | "handling", state: Application, owner?: string): string[] {
  const { town } = runtime;
  const office = duty === "handling" ? state.office : undefined;
  const post = postFor(town, duty, state.guide.domain, office);
  const holder = owner ?? post?.a;
  if (holder === undefined) return [];
  const around = standInsFor({ owner: holder, post: post?.id, office: post?.office ?? state.office }, town);
  return [holder, ...around, ...partnersOf(holder, town)];
}

/** Who took it in at the counter, also what an agent brought there; undefined where the applicant or his agent filed it himself. */
const clerkOf = ({ receivedBy, owner, agency, channel }: Application) =>
  channel !== "online" && receivedBy !== owner && receivedBy !== agency?.sub ? receivedBy : undefined;

/** L5: with the receipt of a case somebody is responsible for it. */
const opened = on("permits.application.received", z.object({}), (_data, event) => [
  withApplication(subjectId(event), (id, state) => {
    const { item, channel, receivedOn, guide } = state;
    const clerk = clerkOf(state);
    const about = { item: { code: item.code, name: item.name }, channel, receivedOn, domain: guide.domain };
    return arranging(
      id,
      (runtime) => aroundPost(runtime, "inquiry", state, clerk),
      (away) => ({ type: "open", ...about, ...(clerk === undefined ? {} : { clerk }), away }),
      "either",
    );
  }),
]);

/** L6: with its acceptance it is the work of a post in the office that decides. */
const takenUp = on("permits.application.accepted", z.object({}), (_data, event) => [
  withApplication(subjectId(event), (id, state) =>
    arranging(
      id,
      (runtime) => aroundPost(runtime, "handling", state),
      (away) => ({ type: "take-up", office: state.office, domain: state.guide.domain, away }),
    ),
  ),
]);

function withApplication(id: string, follow: (id: string, state: Application) => Instruction): Instruction {
  return {
    async carryOut(runtime, cause) {
      const loaded = await runtime.store.load(application, id);
      if (loaded === undefined) return { done: false, code: "not-found" };
      return follow(id, loaded.state).carryOut(runtime, cause);
    },
  };
}

/** With the case over, so is the responsibility for it. */
const over = ["closed", "declined", "withdrawn", "renewed"].map((outcome) =>
  on(`permits.application.${outcome}`, z.object({}), (_data, event) => [
    instruct({ of: assignment, id: subjectId(event), command: { type: "end" as const } }),
  ]),
);

/** Ids of all open assignments in which a person acts, or owns what another does for him. */
async function workOf(
  runtime: Runtime,
  person: string,
  lists: readonly (readonly [string, string])[],
): Promise<string[]> {
  const ids = new Set<string>();
  for (const [index, list] of lists)
    for await (const { id } of throughout(runtime.store, assignment, { index, partition: `${list}:${person}` }))
      ids.add(id);
  return [...ids];
}

const acting = [
  ["byOwner", "inquiry"],
  ["byCode", "handling"],
] as const;
const owning = [
  ["byStatus", "inquiry-of"],
  ["byDomain", "handling-of"],
] as const;

/** What a change in a person's calendar moves: his own work, and that of those for whom he stands in. */
function moveWorkOf(person: string): Instruction {
  return {
    async carryOut(runtime, cause) {
      const found = await workOf(runtime, person, [...acting, ...owning]);
      for (const partner of partnersOf(person, runtime.town)) found.push(...(await workOf(runtime, partner, owning)));
      for (const id of new Set(found)) {
        const carried = await arranging(
          id,
          () => [person],
          (away) => ({ type: "rearrange", away }),
        ).carryOut(runtime, cause);
        if (!carried.done) return carried;
      }
      return { done: true };
    },
  };
}

/** S-6: work moves on the first hour of an absence and of the return, and what was missed on every day between. */
const calendar = ["begun", "continued", "ended"].map((day) =>
  on(`permits.absence.${day}`, z.object({}), (_data, event) => [
    {
      async carryOut(runtime, cause) {
        // The event names the person by his key; the calendar knows his login.
        const found = await runtime.store.load(absence, subjectId(event));
        if (found === undefined) return { done: false, code: "not-found" };
        return moveWorkOf(found.state.person).carryOut(runtime, cause);
      },
    },
  ]),
);

/** How many cases are handed over between two entries in the departure's record. */
const batch = 25;

/** A departure: the person is here no more; what is found open is listed, then handed over case by case, and noted. */
function handEverythingOver(id: string, day: string): Instruction {
  return {
    async carryOut(runtime, cause) {
      const leaving = (await runtime.store.load(departure, id))?.state;
      if (leaving === undefined) return { done: false, code: "not-found" };
      const { person, to } = leaving;
      const leave = { type: "leave" as const, person, on: day };
      await instruct({
        of: absence,
        id: absenceIdOf(runtime.keyed, person),
        expects: "either",
        command: leave,
      }).carryOut(runtime, cause);
      const applications = await workOf(runtime, person, [...acting, ...owning]);
      const tell = (step: string, command: Parameters<typeof departure.decide>[1]) =>
        instruct({ of: departure, id, command }).carryOut(runtime, { id: `${cause.id}|${step}` });
      await tell("gather", { type: "gather", applications });
      const state = (await runtime.store.load(departure, id))?.state;
      const open = (state?.cases ?? []).filter(({ done }) => !done).map((one) => one.application);
      for (let at = 0; at < open.length; at += batch) {
        const some = open.slice(at, at + batch);
        for (const one of some) {
          const command = (away: readonly string[]) =>
            ({ type: "hand-over", person, to, departure: id, away }) as const;
          const carried = await arranging(one, (runtime) => [to, ...standInsOf(to, runtime)], command).carryOut(
            runtime,
            cause,
          );
          if (!carried.done) return carried;
        }
        await tell(`note|${some[0]}`, { type: "note", applications: some });
      }
      return tell("complete", { type: "complete" });
    },
  };
}

const standInsOf = (person: string, { town }: Runtime) => partnersOf(person, town);

const departures = ["started", "swept"].map((step) =>
  on(`permits.departure.${step}`, departureStarted.pick({ on: true }), ({ on: day }, event) => [
    handEverythingOver(subjectId(event), day),
  ]),
);

/** Who is responsible, and how that moves (L5, L6). */
export const peopleReactions: readonly Subscription[] = [opened, takenUp, ...over, ...calendar, ...departures];
