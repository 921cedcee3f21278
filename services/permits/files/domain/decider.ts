import { type Context, type Decision, deciderOf, type OfType } from "../../../../shared/decider/index.ts";
import { announcementFault, contentFault, uploadDue } from "../../../../shared/files/upload/index.ts";
import { isOwn } from "../../cases/domain/application/agent.ts";
import {
  type Announced,
  type Clean,
  type Material,
  materialMoves,
  type Uploaded,
  waitsForVerdict,
} from "../../common/domain/uploaded-file.ts";
import { mayOpen, maySend, takenBy } from "./access.ts";
import { attach, detach, dueWhenUnused } from "./attaching.ts";
import { materialEvents } from "./evolve.ts";
import type { MaterialCommand, MaterialEvent } from "./material.ts";
import { badInput, notNow, notYou, refuse } from "./refusals.ts";
import type { MaterialWords } from "./words.ts";

type Decided = Decision<MaterialEvent>;
type Ask<T extends MaterialCommand["type"]> = OfType<MaterialCommand, T>;
type Rule<S, C> = (state: S, command: C, context: Context) => Decided;
type Sent = Exclude<Material, { status: "removed" }>;

/** A file is for the person who brought it, and for the counter. */
const byItsSender =
  <S extends Sent, C>(rule: Rule<S, C>): Rule<S, C> =>
  (state, command, context) =>
    maySend(state, context.actor) ? rule(state, command, context) : notYou("permits.not-yours");

/** A file from its announcement to the cases that take it (S-4: brought once, used for several). */
export const material = deciderOf<MaterialWords>({
  aggregate: "material",
  shape: 1,
  // A file that a case has goes with its case.
  ended: (state) => state.status === "removed" || ("attachments" in state && state.attachments.length > 0),
  retainedAs: "file",
  moves: materialMoves,
  impossible: "permits.material-not-in-this-state",
  begin: { announce },
  steps: {
    complete: byItsSender(complete),
    scan,
    attach: byItsSender(attach),
    detach: byItsSender(detach),
    remove: byItsSender((state, _command, context) => remove(state, context)),
    disclose,
    "pass-time": ({ status }, _command, context) => removed(status === "announced" ? "unfinished" : "unused", context),
  },
  ...materialEvents,
  listed(state, id) {
    if (state.status === "removed") return {};
    const sort = `${state.announcedOn}#${id}`;
    return {
      byStatus: { partition: `material:${state.status}`, sort },
      byOwner: { partition: `material:${state.owner ?? state.by}`, sort },
    };
  },
  nextDeadline: (state) => ("due" in state ? state.due : undefined),
  onDeadline: () => ({ type: "pass-time" }),
});

/** Its sender takes back a file that no case has. */
function remove(state: Sent, context: Context): Decided {
  if (state.status !== "announced" && state.attachments.length > 0)
    return notNow("permits.material-in-use", { applications: state.attachments.map(({ application }) => application) });
  return removed("by-owner", context);
}

/** What the profile takes, and no more of it; the person who works at the counter sends for who stands before him. */
function announce({ file }: Ask<"announce">, { town, now, today, actor }: Context): Decided {
  const { name, type, bytes, sha256 } = file;
  const wrong = announcementFault(file, town.materials);
  if (wrong?.fault === "type-not-taken")
    return badInput("permits.material-type-not-taken", { type, taken: wrong.taken }, "/type");
  if (wrong?.fault === "too-large") return badInput("permits.material-too-large", { limit: wrong.limit }, "/bytes");
  const due = uploadDue(now, town.materials);
  return [
    {
      type: "permits.material.announced",
      data: { type, bytes, sha256, due, on: today.toString() },
      personal: { name, ...(actor.roles.includes("clerk") ? {} : { owner: actor.sub }) },
    },
  ];
}

/** The file is there, is the one announced, and its bytes are of the kind it says. */
function complete(state: Announced, { found }: Ask<"complete">, context: Context): Decided {
  const { type, bytes, sha256 } = state;
  switch (contentFault(state, found)) {
    case "not-there":
      return notNow("permits.material-not-there");
    case "other-than-announced":
      return notNow("permits.material-other-than-announced");
    case "not-what-it-says":
      return refuse("permits.material-not-what-it-says", { type, content: found?.content ?? "unknown-content" });
  }
  const due = dueWhenUnused(context);
  return [{ type: "permits.material.uploaded", data: { type, bytes, sha256, due } }];
}

function scan(_state: Uploaded | Clean, { verdict, engine }: Ask<"scan">, { today }: Context): Decided {
  return [{ type: "permits.material.scanned", data: { verdict, engine, scannedOn: today.toString() } }];
}

/** P-1, P-15: each time somebody is given the file is on record; of staff also why. */
function disclose(state: Uploaded | Clean, { cases, reason }: Ask<"disclose">, { actor, town }: Context): Decided {
  if (!mayOpen(state, cases, actor)) return notYou("permits.material-not-for-you");
  const others = state.by !== actor.sub && !actor.roles.includes("device");
  if (others && waitsForVerdict(state, town)) return notNow("permits.material-not-scanned");
  const own =
    state.owner === actor.sub || takenBy(state).some((id) => cases[id] !== undefined && isOwn(cases[id], actor));
  const disclosed = { type: "permits.material.disclosed" as const, data: {} };
  return [own ? disclosed : { ...disclosed, personal: { reason: reason ?? byDuty } }];
}

/** The reason of those who handle the case, where they say no other. */
const byDuty = "依职责办理本件";

const removed = (ground: "unfinished" | "unused" | "by-owner", { today }: Context): Decided => [
  { type: "permits.material.removed", data: { ground, on: today.toString() } },
];
