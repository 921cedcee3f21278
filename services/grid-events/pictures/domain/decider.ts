import { type Context, type Decision, deciderOf, type OfType, present } from "../../../../shared/decider/index.ts";
import { announcementFault, contentFault, uploadDue } from "../../../../shared/files/upload/index.ts";
import { picturesNamed } from "../../events/domain/event.ts";
import { disclosureFault, isDispatcher } from "../../events/domain/who.ts";
import {
  type Picture,
  type PictureCommand,
  type PictureEvent,
  type PictureWords,
  pictureMoves,
  picturesOf,
} from "./picture.ts";
import { badInput, notNow, notYou, refuse } from "./refusals.ts";

type Told = Decision<PictureEvent>;
type Ask<T extends PictureCommand["type"]> = OfType<PictureCommand, T>;
type In<S extends Picture["status"]> = Extract<Picture, { readonly status: S }>;

/** G2: a picture that a matter names by its digest: announced, sent, compared, cleaned. */
export const picture = deciderOf<PictureWords>({
  aggregate: "picture",
  shape: 1,
  ended: () => true,
  retainedAs: "voice",
  moves: pictureMoves,
  impossible: "grid-events.picture-not-in-this-state",
  byItself: ["pass-time", "copy"],
  // P-1: who sends a picture is most often who reported.
  unnamed: ["grid-events.picture.announced", "grid-events.picture.received"],
  begin: {
    announce: (command, context) => announced(command, 1, context),
    copy: (command, context) => copied(command, 1, context),
  },
  steps: {
    announce: (state, command, context) =>
      state.status === "unfinished"
        ? announced(command, state.attempt + 1, context)
        : sameFile(state, command, context),
    complete,
    copy: (state, command, context) => {
      if (state.status === "received") return [];
      return copied(command, state.status === "announced" ? state.attempt : state.attempt + 1, context);
    },
    // P-15: who works for the town reads it on record. A reporter's own reading would say who he is (P-1).
    download: ({ event }, _command, { actor }) =>
      actor.roles.every((role) => role === "resident")
        ? []
        : [{ type: "grid-events.picture.fetched", data: { event }, personal: {} }],
    disclose,
    "pass-time": ({ event, attempt }) => [
      { type: "grid-events.picture.dropped", data: { event, attempt }, personal: {} },
    ],
  },
  begun: {
    "grid-events.picture.announced": ({ data }) => ({ status: "announced", ...data }),
  },
  effects: {
    "grid-events.picture.received": {
      announced: ({ due: _due, ...said }: In<"announced">, { data: { cleaned, orientation }, personal, time }) => ({
        ...said,
        ...{ status: "received", receivedAt: time, cleaned, taken: personal.taken },
        ...present({ orientation }),
      }),
    },
    "grid-events.picture.fetched": (state) => state,
    "grid-events.picture.origin-disclosed": (state) => state,
    "grid-events.picture.dropped": {
      announced: ({ due: _due, ...said }: In<"announced">) => ({ ...said, status: "unfinished" }),
    },
  },
  listed: ({ event, sha256 }, id) => ({ byCode: { partition: picturesOf(event), sort: `${sha256}#${id}` } }),
  nextDeadline: (state) => (state.status === "announced" ? state.due : undefined),
  onDeadline: () => ({ type: "pass-time" }),
});

/** Only what the matter names, of the kinds and sizes of the profile: its digest says which file it is. */
function announced({ event, file, matter }: Ask<"announce">, attempt: number, { town, now }: Context): Told {
  if (matter === undefined || !picturesNamed(matter).includes(file.sha256))
    return badInput("grid-events.picture-not-named", { rule: "G2" }, "/sha256");
  const rules = town.gridEvents.pictures;
  const wrong = announcementFault(file, rules);
  if (wrong?.fault === "type-not-taken")
    return badInput("grid-events.picture-type", { type: file.type, taken: wrong.taken }, "/type");
  if (wrong?.fault === "too-large") return badInput("grid-events.picture-too-large", { limit: wrong.limit }, "/bytes");
  return [
    {
      type: "grid-events.picture.announced",
      data: { event, ...file, attempt, due: uploadDue(now, rules) },
      personal: {},
    },
  ];
}

/** Announced again: the same file goes on. What is said otherwise of the same digest cannot be true of it. */
function sameFile(state: Picture, { file }: Ask<"announce">, _context: Context): Told {
  return file.type === state.type && file.bytes === state.bytes
    ? []
    : notNow("grid-events.picture-other", {}, "/sha256");
}

/** It is there, is the one announced, and is a whole picture of its kind. */
function complete(state: In<"announced">, { found, cleaned }: Ask<"complete">): Told {
  switch (contentFault(state, found)) {
    case "not-there":
      return notNow("grid-events.picture-not-sent");
    case "other-than-announced":
      return notNow("grid-events.picture-other", {}, "/sha256");
    case "not-what-it-says":
      return refuse("grid-events.picture-unreadable", { type: state.type });
  }
  if (cleaned === undefined) return refuse("grid-events.picture-unreadable", { type: state.type });
  const { event, attempt } = state;
  const { taken, ...file } = cleaned;
  const { orientation, ...origin } = taken;
  return [
    {
      type: "grid-events.picture.received",
      data: { event, attempt, cleaned: file, ...present({ orientation }) },
      personal: { taken: origin },
    },
  ];
}

/** A split takes along the pictures chosen for the part: nobody sends them twice. */
function copied(
  { type: _type, ...command }: Ask<"copy">,
  attempt: number,
  { now, town }: Context,
): readonly PictureEvent[] {
  const { event, cleaned, orientation, taken, file } = command;
  return [
    {
      type: "grid-events.picture.announced",
      data: { event, ...file, attempt, due: uploadDue(now, town.gridEvents.pictures) },
      personal: {},
    },
    {
      type: "grid-events.picture.received",
      data: { event, attempt, cleaned, ...present({ orientation }) },
      personal: { taken },
    },
  ];
}

/** P-1: where and when it was taken may say who reported: for a dispatcher who does not handle it, with a reason on record. */
function disclose({ event }: In<"received">, { reason, matter }: Ask<"disclose">, { actor }: Context): Told {
  if (!isDispatcher(actor) || matter === undefined || disclosureFault(matter, actor) !== undefined)
    return notYou("grid-events.picture-not-for-you", { rule: "P-1" });
  return [{ type: "grid-events.picture.origin-disclosed", data: { event }, personal: { reason } }];
}
