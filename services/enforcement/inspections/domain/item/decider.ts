import { type Context, type Decision, deciderOf, type Rejection } from "../../../../../shared/decider/index.ts";
import { domainCodes } from "../../../../../shared/town/domains.ts";
import { badInput, in1, in2, notYou, refuse } from "../refusals.ts";
import { enforcerOnly, headOnly } from "../who.ts";
import {
  type InspectionItem,
  type ItemCommand,
  type ItemContent,
  type ItemEvent,
  type ItemWords,
  itemMoves,
} from "./item.ts";

type Decided = Decision<ItemEvent>;

/** An item of inspection in versions (IN-2): one drafts it, the head publishes it, and only then anything is inspected by it. */
export const inspectionItem = deciderOf<ItemWords>({
  aggregate: "inspection-item",
  shape: 1,
  moves: itemMoves,
  impossible: "enforcement.inspection-item-not-in-this-state",
  begin: {
    draft: ({ content }, context) =>
      contentFault(content, context) ?? [
        { type: "enforcement.inspection-item.drafted", data: { content, on: context.today.toString() } },
      ],
  },
  steps: {
    revise: (_state, { content }, context) =>
      contentFault(content, context) ?? [
        { type: "enforcement.inspection-item.revised", data: { content, on: context.today.toString() } },
      ],
    publish,
    withdraw: (_state, { ground }, context) =>
      headOnly(context) ?? [
        { type: "enforcement.inspection-item.withdrawn", data: { on: context.today.toString(), ground } },
      ],
  },
  begun: {
    "enforcement.inspection-item.drafted": ({ data: { content }, actor }) => ({
      status: "drafted",
      draft: { content, by: actor },
    }),
  },
  effects: {
    "enforcement.inspection-item.revised": (state, { data: { content }, actor }) => ({
      ...state,
      draft: { content, by: actor },
    }),
    "enforcement.inspection-item.published": (state, { data: { number, on } }) =>
      state.draft === undefined ? state : { status: "listed", published: { ...state.draft.content, number, on } },
    "enforcement.inspection-item.withdrawn": (state, { data }) => ({ ...state, status: "withdrawn", withdrawn: data }),
  },
  listed: ({ status, published, draft }, id) => {
    const domain = (published ?? draft?.content)?.domain;
    return {
      byStatus: { partition: `inspection-item:${status}`, sort: id },
      ...(domain === undefined ? {} : { byDomain: { partition: `inspection-item:${domain}`, sort: id } }),
    };
  },
});

/** Who drafts is of the office, and the domain is one of the profile's. */
function contentFault({ domain, points }: ItemContent, context: Context): Rejection | undefined {
  const known = domainCodes(context.town, "penalties");
  if (!known.includes(domain))
    return enforcerOnly(context) ?? badInput("enforcement.unknown-domain", { domain, known }, "/domain");
  const ids = points.map(({ id }) => id);
  return (
    enforcerOnly(context) ??
    (new Set(ids).size === ids.length ? undefined : badInput("enforcement.inspection-points", in2, "/points"))
  );
}

/** IN-2: the head publishes what another has drafted. IN-1: each power behind it is one by which the town decides. */
function publish(
  { draft, published }: InspectionItem,
  command: Extract<ItemCommand, { type: "publish" }>,
  context: Context,
): Decided {
  const refused = headOnly(context);
  if (refused !== undefined) return refused;
  if (draft === undefined) return refuse("enforcement.inspection-item-draft-missing", in2);
  if (draft.by === context.actor.sub) return notYou("enforcement.inspection-item-own-draft", in2);
  for (const code of draft.content.powers) {
    const power = command.powers.find((one) => one.code === code);
    if (power === undefined) return badInput("enforcement.unknown-penalty", { item: code, ...in1 }, "/powers");
    if (!power.decides) return refuse("enforcement.town-does-not-decide", { item: code, ...in1 });
  }
  const { name, domain } = draft.content;
  const data = { number: (published?.number ?? 0) + 1, on: context.today.toString(), name, domain };
  return [{ type: "enforcement.inspection-item.published", data }];
}
