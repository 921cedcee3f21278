import canonicalize from "canonicalize";
import {
  type Context,
  type Decision,
  deciderOf,
  isRejection,
  type Rejection,
} from "../../../../shared/decider/index.ts";
import type { Guide, GuideCommand, GuideContent, GuideEvent } from "./content.ts";
import { pruned, withForm, withoutForm } from "./forms.ts";
import { cannotBePublished } from "./gate.ts";
import { type GuideRefusal, notYou, refuse } from "./refusals.ts";

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
  type Material,
  type Place,
  type PublishGuide,
  type ReviseGuide,
  type SampleForm,
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

/** A guide is published in versions; a case follows the version it was filed under. The same again is no new version. */
export const guide = deciderOf<GuideWords>({
  aggregate: "guide",
  shape: 2,
  apart: ["content", "listed"],
  begin: { publish: ({ content }, context) => publish(undefined, content, context) },
  always: {
    publish: (state, { content }, context) => publish(state, content, context),
    revise: byStaff,
    "give-form": byStaff,
    "drop-form": byStaff,
  },
  begun: { "permits.guide.published": ({ data }) => data },
  effects: {},
  listed: ({ content }, id) => ({
    byCode: { partition: "guides", sort: id },
    byDomain: { partition: content.domain, sort: id },
  }),
});

function publish(state: Guide | undefined, listed: GuideContent, context: Context): Decision<GuideEvent> {
  const before = state?.listed ?? state?.content;
  if (before !== undefined && same(before, listed)) return [];
  const content = state === undefined ? listed : { ...withoutDropped(state, listed), ...changed(before, listed) };
  return nextVersion(state, content, listed, context);
}

/** By an approver of the office that decides the item, a leader, or operations; what identifies the item stays. */
function byStaff(
  state: Guide,
  command: Exclude<GuideCommand, { type: "publish" }>,
  context: Context,
): Decision<GuideEvent> {
  const { actor } = context;
  const everywhere = actor.roles.includes("leader") || actor.roles.includes("ops");
  if (!everywhere && actor.office !== state.content.office)
    return notYou("permits.not-your-office", { office: state.content.office });
  const content = changedBy(command, state.content, context);
  if (isRejection(content)) return content;
  if (same(content, state.content)) return refuse("permits.guide-unchanged", { version: state.version });
  const decision = nextVersion(state, content, state.listed ?? state.content, context);
  const { reason } = command;
  return isRejection(decision) ? decision : decision.map((event) => ({ ...event, personal: { reason } }));
}

function changedBy(
  command: Exclude<GuideCommand, { type: "publish" }>,
  content: GuideContent,
  context: Context,
): GuideContent | Rejection {
  if (command.type === "give-form") return withForm(content, command, context);
  return command.type === "drop-form" ? withoutForm(content, command) : { ...content, ...command.changes };
}

function nextVersion(
  state: Guide | undefined,
  whole: GuideContent,
  listed: GuideContent,
  { today }: Context,
): Decision<GuideEvent> {
  const content = pruned(whole);
  const impossible = cannotBePublished(content);
  if (impossible !== undefined) return impossible;
  const version = (state?.version ?? 0) + 1;
  const published = { version, publishedOn: today.toString(), content };
  const data = same(content, listed) ? published : { ...published, listed };
  return [{ type: "permits.guide.published", data }];
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
