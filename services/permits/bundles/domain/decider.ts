import {
  become,
  type Context,
  type Decision,
  deciderOf,
  keep,
  type OfType,
  present,
  type Recorded,
} from "../../../../shared/decider/index.ts";
import { parseDocument } from "../../../../shared/parties/index.ts";
import { notAuthorised } from "../../authorisations/domain/covers.ts";
import { answered, bring, brought, noteBrought } from "./bringing.ts";
import { type Bundle, type BundleCommand, type BundleEvent, type FileBundle, isOver, type Part } from "./bundle.ts";
import { formOf, givenFor } from "./form.ts";
import { partId } from "./ids.ts";
import { type BundleRefusal, badInput, notNow, refuse } from "./refusals.ts";
import { mayNotAct } from "./who-may.ts";

interface BundleWords {
  readonly state: Bundle;
  readonly command: BundleCommand;
  readonly event: BundleEvent;
  readonly moves: Record<never, never>;
  readonly begins: "file";
  readonly begun: "permits.bundle.filed";
  readonly refusal: BundleRefusal;
}

type Lasting = Omit<Bundle, "owner" | "agencyEndedOn">;
type Of<T extends BundleEvent["type"]> = Recorded<OfType<BundleEvent, T>>;

const lasting = keep<Lasting>({
  ...({ status: true, bundle: true, name: true, channel: true, applicant: true, party: true } as const),
  ...({ filedBy: true, authorisation: true, place: true, filedOn: true, parts: true, form: true } as const),
  ...({ brought: true, withdrawnOn: true, doneOn: true } as const),
});

/** A themed bundle (L12): filed once, then followed through its parts until the last of them is over. */
export const bundle = deciderOf<BundleWords>({
  aggregate: "bundle",
  shape: 1,
  ended: ({ status }) => status !== "open",
  begin: { file },
  always: {
    // Filed twice it is the same bundle.
    file: () => [],
    withdraw,
    "end-agency": endAgency,
    bring,
    "note-brought": noteBrought,
    note,
    "refuse-part": refusePart,
  },
  begun: { "permits.bundle.filed": filed },
  effects: {
    "permits.bundle.part-moved": (state, { data: { item, status, sequence: followedTo } }) =>
      changed(state, item, { status, followedTo }),
    "permits.bundle.part-refused": (state, { data: { item, code, details } }) =>
      changed(state, item, { status: "not-received", refusal: { code, details } }),
    "permits.bundle.brought": (state, { data: { parts }, sequence }) => ({
      ...state,
      brought: brought(state, parts, sequence),
    }),
    "permits.bundle.part-answered": (state, { data }) => ({ ...state, brought: answered(state, data) }),
    "permits.bundle.agency-ended": (state, { data: { on: agencyEndedOn }, personal: { owner } }) =>
      become<Bundle, Lasting>(lasting(state), { owner, agencyEndedOn }),
    "permits.bundle.withdrawn": (state, { data: { withdrawnOn } }) => ({ ...state, status: "withdrawn", withdrawnOn }),
    "permits.bundle.done": (state, { data: { doneOn } }) => ({
      ...{ ...state, doneOn },
      status: state.status === "withdrawn" ? "withdrawn" : "done",
    }),
  },
  listed: (state, id) => ({
    byStatus: { partition: `bundle:${state.status}`, sort: `${state.filedOn}#${id}` },
    byDomain: { partition: `bundle-of-party:${state.party}`, sort: `${state.filedOn}#${id}` },
    ...(state.owner === undefined
      ? {}
      : { byOwner: { partition: `bundle:${state.owner}`, sort: `${state.filedOn}#${id}` } }),
  }),
});

/** An application of the bundle has moved. What was noted already changes nothing. */
function note(state: Bundle, { item, status, sequence }: OfType<BundleCommand, "note">, context: Context) {
  const part = state.parts.find((one) => one.item === item);
  if (part === undefined || sequence <= part.followedTo) return [];
  return told(state, { type: "permits.bundle.part-moved", data: { item, status, sequence } }, status, context);
}

/** The law forbids to receive a part. */
function refusePart(state: Bundle, command: OfType<BundleCommand, "refuse-part">, context: Context) {
  const { item, code, details } = command;
  if (state.parts.find((one) => one.item === item)?.status !== "filed") return [];
  const refused = { type: "permits.bundle.part-refused" as const, data: { item, code, details } };
  return told(state, refused, "not-received", context);
}

/** Filed whole, if the form asks for all that is given and an agent may bring each of its items (L9, XK-31). */
function file(command: FileBundle, context: Context): Decision<BundleEvent> {
  const { id, definition, applicant, materials, guides, authorisation } = command;
  const { actor, today } = context;
  if (definition === undefined) return badInput("permits.unknown-bundle", {}, "/bundle");
  const known = guides.flatMap((guide) => (guide === undefined ? [] : [guide.content]));
  const form = formOf(definition, known);
  const asked = new Set(form.map(({ name }) => name));
  const strange = materials.findIndex((name) => !asked.has(name));
  if (strange >= 0)
    return refuse("permits.material-not-asked", { article: "行政许可法31", rule: "XK-31" }, `/materials/${strange}`);
  const on = today.toString();
  const identity =
    applicant.kind === "citizen"
      ? parseDocument(applicant.document ?? "resident-id", applicant.idNumber, on)
      : undefined;
  if (identity?.ok === false) return badInput(identity.reason, {}, "/applicant/idNumber");
  const clerk = actor.roles.includes("clerk");
  const byAgent = clerk ? command.channel === "agent" : actor.roles.includes("agent");
  for (const content of byAgent ? known : []) {
    const act = { party: command.party, item: content, act: "file" as const, on };
    const refused = notAuthorised(authorisation?.state, clerk ? act : { ...act, agent: actor.sub });
    if (refused !== undefined) return refused;
  }
  const channel = clerk ? command.channel : byAgent ? "agent" : "online";
  const parts = definition.items.map((item) => ({
    item,
    application: partId(id, item),
    given: givenFor(form, materials, item),
  }));
  return [
    {
      type: "permits.bundle.filed",
      data: { bundle: definition.code, name: definition.name, channel, filedOn: on, parts, form },
      personal: {
        applicant,
        party: command.party,
        filedBy: { sub: actor.sub, roles: actor.roles, ...present({ party: actor.party }) },
        ...present({
          place: command.place,
          owner: byAgent ? authorisation?.state?.agent.sub : clerk ? undefined : actor.sub,
        }),
        ...(byAgent && authorisation !== undefined ? { authorisation: authorisation.id } : {}),
      },
    },
  ];
}

/** The whole bundle is taken back: every part of which nothing is decided yet. What is decided stays decided. */
function withdraw(
  state: Bundle,
  { authorisation: given, statement }: Extract<BundleCommand, { type: "withdraw" }>,
  context: Context,
): Decision<BundleEvent> {
  const mayNot = mayNotAct(state, given, context);
  if (mayNot !== undefined) return mayNot;
  if (state.status !== "open") return notNow("permits.bundle-over", { status: state.status });
  if (context.actor.roles.includes("clerk") && statement === undefined)
    return refuse("permits.withdrawal-without-statement", { rule: "XK-50-2" }, "/statement");
  const parts = state.parts.filter((part) => !isOver(part)).map(({ item, application }) => ({ item, application }));
  const { bundle: code, name } = state;
  return [
    {
      type: "permits.bundle.withdrawn",
      data: { bundle: code, name, withdrawnOn: context.today.toString(), parts },
      ...(statement === undefined ? {} : { personal: { statement } }),
    },
  ];
}

/** L9: the authorisation has ended: the bundle goes on with the villager, by his login if he has one. */
function endAgency(
  state: Bundle,
  { authorisation, resident }: OfType<BundleCommand, "end-agency">,
  { today }: Context,
): BundleEvent[] {
  if (state.authorisation !== authorisation || state.agencyEndedOn !== undefined) return [];
  const personal = present({ owner: resident });
  return [{ type: "permits.bundle.agency-ended", data: { on: today.toString() }, personal }];
}

/** What happened to a part; and that all is over, once the last one is. */
function told(
  state: Bundle,
  event: BundleEvent & { readonly data: { readonly item: string } },
  status: string,
  { today }: Context,
): BundleEvent[] {
  const parts = state.parts.map((part) => (part.item === event.data.item ? { ...part, status } : part));
  if (state.doneOn !== undefined || !parts.every(isOver)) return [event];
  const { bundle: code, name } = state;
  const ends = parts.map((part) => ({ item: part.item, status: part.status }));
  return [event, { type: "permits.bundle.done", data: { bundle: code, name, doneOn: today.toString(), parts: ends } }];
}

function filed({ data, personal }: Of<"permits.bundle.filed">): Bundle {
  const { parts: all, channel, form, ...said } = data;
  const parts = all.map((part): Part => ({ ...part, status: "filed", followedTo: 0 }));
  const via = channel === "agent" || channel === "online" ? channel : "window";
  return { status: "open", ...said, channel: via, ...personal, parts, ...present({ form }) };
}

function changed(state: Bundle, item: string, made: Partial<Part>): Bundle {
  return { ...state, parts: state.parts.map((part) => (part.item === item ? { ...part, ...made } : part)) };
}
