import { Temporal } from "temporal-polyfill";
import type { Context, Decider, Decision } from "../../../../shared/decider/index.ts";
import {
  type Announced,
  type Clean,
  type FileSaid,
  type Material,
  materialMoves,
  type Uploaded,
  waitsForVerdict,
} from "../../common/domain/uploaded-file.ts";
import { mayOpen, maySend } from "./access.ts";
import { attach, detach, dueWhenUnused } from "./attaching.ts";
import { evolve } from "./evolve.ts";
import type { Cases, Found, MaterialCommand, MaterialEvent } from "./material.ts";
import { badInput, checkMove, notNow, notYou, refuse } from "./refusals.ts";

type Decided = Decision<MaterialEvent>;

/** A file from its announcement to the cases that take it (S-4: brought once, used for several). */
export const material: Decider<Material, MaterialCommand, MaterialEvent> = {
  aggregate: "material",
  shape: 1,
  decide(state, command, context) {
    if (state === undefined) return command.command === "announce" ? announce(command, context) : [];
    return (
      checkMove(materialMoves, "permits.material-not-in-this-state", state.status, command.command) ??
      carryOut(state, command, context)
    );
  },
  evolve,
  listed(state, id) {
    if (state.status === "removed") return {};
    const sort = `${state.announcedOn}#${id}`;
    return {
      byStatus: { partition: `material:${state.status}`, sort },
      byOwner: { partition: `material:${state.owner ?? state.by}`, sort },
    };
  },
  nextDeadline: (state) => ("due" in state ? state.due : undefined),
  onDeadline: () => ({ command: "pass-time" }),
};

function carryOut(state: Material, command: MaterialCommand, context: Context): Decided {
  if (state.status === "removed" || command.command === "announce") return [];
  if (command.command === "pass-time") return removed(state.status === "announced" ? "unfinished" : "unused", context);
  if (command.command === "scan") return scan(command, context);
  if (command.command === "disclose")
    return state.status === "uploaded" || state.status === "clean" ? disclose(state, command.cases, context) : [];
  if (!maySend(state, context.actor)) return notYou("permits.not-yours");
  if (state.status === "announced")
    return command.command === "complete" ? complete(state, command.found, context) : removed("by-owner", context);
  switch (command.command) {
    case "attach":
      return attach(state, command, context);
    case "detach":
      return detach(state, command, context);
    case "remove":
      return state.attachments.length > 0
        ? notNow("permits.material-in-use", { applications: state.attachments.map(({ application }) => application) })
        : removed("by-owner", context);
    default:
      return [];
  }
}

/** What the profile takes, and no more of it; whoever works at the counter sends for who stands before him. */
function announce(said: FileSaid & { readonly name: string }, { town, now, today, actor }: Context): Decided {
  const { name, type, bytes, sha256 } = said;
  const { accepted, uploadHours } = town.materials;
  const kind = accepted.find((one) => one.type === type);
  if (kind === undefined)
    return badInput("permits.material-type-not-taken", { type, taken: accepted.map((one) => one.type) }, "/type");
  if (bytes > kind.maxBytes) return badInput("permits.material-too-large", { limit: kind.maxBytes }, "/bytes");
  const due = Temporal.Instant.from(now).add({ hours: uploadHours }).toString({ smallestUnit: "millisecond" });
  return [
    {
      type: "permits.material.announced",
      data: { type, bytes, sha256, due, on: today.toString() },
      personal: { name, ...(actor.roles.includes("clerk") ? {} : { owner: actor.sub }) },
    },
  ];
}

/** The file is there, is the one announced, and its bytes are of the kind it says. */
function complete(state: Announced, found: Found | undefined, context: Context): Decided {
  if (found === undefined) return notNow("permits.material-not-there");
  const { type, bytes, sha256 } = state;
  if (found.bytes !== bytes || found.sha256 !== sha256 || found.type !== type)
    return notNow("permits.material-other-than-announced");
  if (found.content !== type)
    return refuse("permits.material-not-what-it-says", { type, content: found.content ?? "unknown-content" });
  const due = dueWhenUnused(context);
  return [{ type: "permits.material.uploaded", data: { type, bytes, sha256, due } }];
}

function scan({ verdict, engine }: Extract<MaterialCommand, { command: "scan" }>, { today }: Context): Decided {
  return [{ type: "permits.material.scanned", data: { verdict, engine, scannedOn: today.toString() } }];
}

/** P-1: each time somebody is given the file is on record. */
function disclose(state: Uploaded | Clean, cases: Cases, { actor, town }: Context): Decided {
  if (!mayOpen(state, cases, actor)) return notYou("permits.material-not-for-you");
  const others = state.by !== actor.sub && !actor.roles.includes("device");
  if (others && waitsForVerdict(state, town)) return notNow("permits.material-not-scanned");
  return [{ type: "permits.material.disclosed", data: {} }];
}

const removed = (ground: "unfinished" | "unused" | "by-owner", { today }: Context): Decided => [
  { type: "permits.material.removed", data: { ground, on: today.toString() } },
];
