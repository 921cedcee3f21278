import { limitFrom } from "../../../../shared/calendar/index.ts";
import { type Context, type Decision, present, type Rejection } from "../../../../shared/decider/index.ts";
import { notPerformed } from "../../cases/domain/proceeding/ending.ts";
import { isTheParty } from "../../cases/domain/proceeding/people.ts";
import type { Proceeding } from "../../cases/domain/proceeding/proceeding.ts";
import { byMachine } from "../../common/domain/case-rules.ts";
import type { PublicationCommand, PublicationEvent } from "./messages.ts";
import type { Expired, Proposed, Published, Repaired, Withdrawn } from "./publication.ts";
import { headDecides } from "./publishing.ts";
import { article48, article48a, badInput, notNow, refuse } from "./refusals.ts";
import { about, takeDownOf } from "./said.ts";

type CommandOf<T extends PublicationCommand["type"]> = Extract<PublicationCommand, { readonly type: T }>;
type Told = Decision<PublicationEvent>;
interface Asked {
  readonly decided: Proceeding | undefined;
  readonly paper?: string;
}

/** The party by his login; of the town's people who has his paper. */
function asker({ decided, paper }: Asked, { actor }: Context): "party" | "staff" | Rejection {
  const machine = byMachine(actor);
  if (machine !== undefined) return machine;
  if (decided !== undefined && isTheParty(decided, actor)) return "party";
  return paper === undefined ? badInput("enforcement.proof-paper-missing", article48a, "/paper") : "staff";
}

/** The words that the party calls a business secret. No public text says them. */
export function nameSecrets(_state: Proposed, command: CommandOf<"name-secrets">, context: Context): Told {
  const by = asker(command, context);
  if (typeof by !== "string") return by;
  const { words, paper } = command;
  return [
    {
      type: "enforcement.publication.secrets-named",
      data: { on: context.today.toString() },
      personal: { words, ...present({ paper }) },
    },
  ];
}

/** CF-48a: what the decision asks of the party is done. */
function dutiesFault(decided: Proceeding | undefined): Rejection | undefined {
  const left =
    decided?.status === "ended" ? [] : decided?.status === "in-effect" ? notPerformed(decided) : (["other"] as const);
  return left.length === 0 ? undefined : refuse("enforcement.duties-open", { left, ...article48a });
}

/** CF-48a: repair after the shortest time, all duties done, with a public promise. */
export function askRepair(state: Published, command: CommandOf<"ask-repair">, context: Context): Told {
  const by = asker(command, context);
  if (typeof by !== "string") return by;
  if (state.repair !== undefined) return notNow("enforcement.repair-asked", article48a);
  const askedOn = context.today.toString();
  const { earliestRepair } = state.credit;
  if (askedOn < earliestRepair) return refuse("enforcement.repair-too-early", { earliestRepair, ...article48a });
  const open = dutiesFault(command.decided);
  if (open !== undefined) return open;
  const { workingDays: length } = context.town.enforcement.publication.repairWithin;
  const decideBy = limitFrom(context.calendar, { ...article48a, unit: "working-day", length }, askedOn);
  const { promise, paper } = command;
  return [
    {
      type: "enforcement.publication.repair-asked",
      data: { askedOn, by, decideBy },
      personal: { promise, ...present({ paper }) },
    },
  ];
}

export function withdrawRepair(state: Published, command: CommandOf<"withdraw-repair">, context: Context): Told {
  const by = asker(command, context);
  if (typeof by !== "string") return by;
  if (state.repair === undefined) return notNow("enforcement.repair-not-asked", article48a);
  const { paper } = command;
  return [
    {
      type: "enforcement.publication.repair-withdrawn",
      data: { on: context.today.toString() },
      personal: present({ paper }),
    },
  ];
}

/** CF-48a: the head decides; once repaired, it is shown and shared no more. */
export function decideRepair(
  state: Published,
  { approved, reasons, ...known }: CommandOf<"decide-repair">,
  context: Context,
): Told {
  const refused = headDecides(known, context);
  if (refused !== undefined) return refused;
  if (state.repair === undefined) return notNow("enforcement.repair-not-asked", article48a);
  const open = approved ? dutiesFault(known.decided) : undefined;
  if (open !== undefined) return open;
  const on = context.today.toString();
  const decided: PublicationEvent = {
    type: "enforcement.publication.repair-decided",
    data: { on, approved },
    personal: { reasons },
  };
  if (!approved) return [decided];
  return [
    decided,
    {
      type: "enforcement.publication.repaired",
      data: { ...about(state), on, ...takeDownOf(state, on, context) },
      personal: {},
    },
  ];
}

/** CF-48: it is gone from the other places too. */
export function noteTakenDown(
  { takeDown }: Withdrawn | Expired | Repaired,
  { proof }: CommandOf<"note-taken-down">,
  { actor, today }: Context,
): Told {
  const machine = byMachine(actor);
  if (machine !== undefined) return machine;
  if (takeDown === undefined || takeDown.doneOn !== undefined)
    return notNow("enforcement.nothing-to-take-down", article48);
  return [{ type: "enforcement.publication.taken-down", data: { on: today.toString() }, personal: { proof } }];
}
