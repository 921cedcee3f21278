import canonicalize from "canonicalize";
import { startOfDay } from "../../../../shared/calendar/index.ts";
import {
  type Context,
  type Decision,
  deciderOf,
  isRejection,
  present,
  type Rejection,
} from "../../../../shared/decider/index.ts";
import type {
  FollowPower,
  Guide,
  GuideCommand,
  GuideContent,
  GuideEvent,
  Proposal,
  Published,
  PublishRevision,
  ReviseGuide,
} from "./content.ts";
import { pruned, withForm, withoutForm } from "./forms.ts";
import { cannotBePublished } from "./gate.ts";
import { revisedAway } from "./law.ts";
import { type GuideRefusal, refuse } from "./refusals.ts";
import { dropRevision, notTheirGuide, proposalWaits, proposed, publishable } from "./revision.ts";
import { ownSource, withComing, withSource } from "./source.ts";

export {
  type Contact,
  type FormFile,
  type FormFiles,
  type FormKind,
  formKey,
  formKinds,
  type GiveForm,
  type Guide,
  type GuideCommand,
  type GuideContent,
  type GuideEvent,
  generalLimit,
  jointLimit,
  legalLimitOf,
  limitBasisLevels,
  type Material,
  type Place,
  type Proposal,
  type PublishGuide,
  type ReviseGuide,
  type SampleForm,
  type Source,
  type Step,
} from "./content.ts";

interface GuideWords {
  readonly state: Guide;
  readonly command: GuideCommand;
  readonly event: GuideEvent;
  readonly moves: Record<never, never>;
  readonly begins: "publish";
  readonly begun: "permits.guide.published";
  readonly refusal: GuideRefusal;
}

/**
 * A guide is published in versions; a case follows the version it was filed under. The same again is no new version. A
 * revision is proposed by one person and published by another; what the guide says of the power follows the power.
 */
export const guide = deciderOf<GuideWords>({
  aggregate: "guide",
  shape: 3,
  apart: ["content", "listed"],
  begin: { publish: ({ content }, context) => publish(undefined, content, context) },
  always: {
    publish: (state, { content }, context) => publish(state, content, context),
    revise: (state, command, context) => notTheirGuide(state, context.actor) ?? revise(state, command, context),
    "publish-revision": (state, command, context) =>
      notTheirGuide(state, context.actor) ?? publishRevision(state, command, context),
    "drop-revision": (state, command, context) =>
      notTheirGuide(state, context.actor) ?? dropRevision(state, command, context),
    "give-form": formByStaff,
    "drop-form": formByStaff,
    "follow-power": followPower,
    "take-over-source": (state, _command, context) => takeOver(state, context),
  },
  begun: { "permits.guide.published": ({ data }, state) => published(data, state) },
  effects: {
    "permits.guide.revision-proposed": (state, { data, personal, actor: by }) => ({
      ...state,
      proposal: { ...data, ...personal, by },
      proposals: data.number,
    }),
    "permits.guide.revision-dropped": ({ proposal: _dropped, ...state }) => state,
    "permits.guide.source-noted": (state, { data: { source } }) => ({
      ...state,
      coming: withComing(state.coming ?? [], source),
    }),
  },
  listed: ({ content }, id) => ({
    byCode: { partition: "guides", sort: id },
    byDomain: { partition: content.domain, sort: id },
  }),
  nextDeadline: ({ coming = [] }) => (coming[0] === undefined ? undefined : startOfDay(coming[0].from)),
  onDeadline: () => ({ type: "take-over-source" }),
});

/** The version that stands from now on; a proposal that it does not carry out stays, outdated. */
function published({ proposal: carried, ...data }: Published, state: Guide | undefined): Guide {
  const { proposal, proposals, coming } = state ?? {};
  const waiting = coming?.filter(({ from }) => from > data.publishedOn);
  return {
    ...data,
    ...present({ proposals }),
    ...(proposal === undefined || proposal.number === carried ? {} : { proposal }),
    ...(waiting === undefined || waiting.length === 0 ? {} : { coming: waiting }),
  };
}

function publish(state: Guide | undefined, listed: GuideContent, context: Context): Decision<GuideEvent> {
  const before = state?.listed ?? state?.content;
  if (before !== undefined && same(before, listed)) return [];
  const content = state === undefined ? listed : { ...withoutDropped(state, listed), ...changed(before, listed) };
  return nextVersion(state, content, listed, context);
}

/** What the guide would be with the changes, or why it cannot be: the gate, and what the law fixes. */
function revised(state: Guide, changes: Proposal["changes"], context: Context): GuideContent | Rejection {
  const content = { ...state.content, ...changes };
  if (same(content, state.content)) return refuse("permits.guide-unchanged", { version: state.version });
  const away = revisedAway(content, state.content, state.listed ?? state.content, context.town);
  return away ?? cannotBePublished(pruned(content), context.town) ?? content;
}

/** By staff of the office: a revision is on the table; nothing changes before another person publishes it. */
function revise(state: Guide, command: ReviseGuide, context: Context): Decision<GuideEvent> {
  const waits = proposalWaits(state);
  if (waits !== undefined) return waits;
  const content = revised(state, command.changes, context);
  return isRejection(content) ? content : proposed(state, command, context);
}

/** By another person: the law is asked again, for it may have changed meanwhile. */
function publishRevision(state: Guide, command: PublishRevision, context: Context): Decision<GuideEvent> {
  const proposal = publishable(state, command, context);
  if (isRejection(proposal)) return proposal;
  const { number, changes, reason } = proposal;
  const content = revised(state, changes, context);
  return isRejection(content) ? content : staffVersion(state, content, reason, context, number);
}

/** The forms of a material are the office's own; what the guide asks for they do not change. */
function formByStaff(
  state: Guide,
  command: Extract<GuideCommand, { type: "give-form" | "drop-form" }>,
  context: Context,
): Decision<GuideEvent> {
  const notTheirs = notTheirGuide(state, context.actor);
  if (notTheirs !== undefined) return notTheirs;
  const { content: before } = state;
  const content = command.type === "give-form" ? withForm(before, command, context) : withoutForm(before, command);
  if (isRejection(content)) return content;
  if (same(content, before)) return refuse("permits.guide-unchanged", { version: state.version });
  return staffVersion(state, content, command.reason, context);
}

function staffVersion(state: Guide, content: GuideContent, reason: string, context: Context, proposal?: number) {
  const decision = nextVersion(state, content, state.listed ?? state.content, context, proposal);
  return isRejection(decision) ? decision : decision.map((event) => ({ ...event, personal: { reason } }));
}

/** P3: from the day on which the power is held otherwise, the guide says so. */
function followPower(state: Guide, { source }: FollowPower, context: Context): Decision<GuideEvent> {
  const today = context.today.toString();
  if (source.from > today) return [{ type: "permits.guide.source-noted", data: { source } }];
  return heldAs(state, [source], context);
}

function takeOver(state: Guide, context: Context): Decision<GuideEvent> {
  const today = context.today.toString();
  return heldAs(
    state,
    (state.coming ?? []).filter(({ from }) => from <= today),
    context,
  );
}

function heldAs(state: Guide, sources: NonNullable<Guide["coming"]>, context: Context): Decision<GuideEvent> {
  if (sources.length === 0) return [];
  const content = sources.reduce((before, source) => withSource(before, source, context.town), state.content);
  const due = (state.coming ?? []).some(({ from }) => from <= context.today.toString());
  if (same(content, state.content) && !due) return [];
  // The lists still say what they said: the next opening does not undo it.
  return nextVersion(state, content, state.listed ?? state.content, context);
}

function nextVersion(
  state: Guide | undefined,
  whole: GuideContent,
  listed: GuideContent,
  { today, town }: Context,
  proposal?: number,
): Decision<Extract<GuideEvent, { type: "permits.guide.published" }>> {
  const content = ownSource(pruned(whole));
  const impossible = cannotBePublished(content, town);
  if (impossible !== undefined) return impossible;
  const version = (state?.version ?? 0) + 1;
  const data = { version, publishedOn: today.toString(), content, ...present({ proposal }) };
  return [{ type: "permits.guide.published", data: same(content, listed) ? data : { ...data, listed } }];
}

const same = (one: unknown, other: unknown) => canonicalize(one) === canonicalize(other);

/** The fields of the new list that are not as the list had them before. */
function changed(before: GuideContent | undefined, listed: GuideContent): Partial<GuideContent> {
  const old = new Map<string, unknown>(Object.entries(before ?? {}));
  return Object.fromEntries(Object.entries(listed).filter(([field, value]) => !same(old.get(field), value)));
}

/** The present content without what the list had and has no more. */
function withoutDropped(state: Guide, listed: GuideContent): GuideContent {
  const before = Object.keys(state.listed ?? state.content);
  const dropped = before.filter((field) => !Object.hasOwn(listed, field));
  return {
    ...listed,
    ...Object.fromEntries(Object.entries(state.content).filter(([field]) => !dropped.includes(field))),
  };
}
