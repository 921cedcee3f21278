import type { Context, Decider, Decision, Recorded } from "../../../../shared/decider/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { parseDocument } from "../../../../shared/parties/index.ts";
import type { Authorisation } from "../../authorisations/domain/authorisation.ts";
import { notAuthorised } from "../../authorisations/domain/covers.ts";
import { answered, bring, brought, noteBrought } from "./bringing.ts";
import { type Bundle, type BundleCommand, type BundleEvent, type FileBundle, isOver, type Part } from "./bundle.ts";
import { formOf, givenFor } from "./form.ts";
import { partId } from "./ids.ts";
import { badInput, notNow, refuse } from "./refusals.ts";
import { mayNotAct } from "./who-may.ts";

/** A themed bundle (L12): filed once, then followed through its parts until the last of them is over. */
export const bundle: Decider<Bundle, BundleCommand, BundleEvent> = {
  aggregate: "bundle",
  shape: 1,
  decide(state, command, context): Decision<BundleEvent> {
    if (state === undefined) return command.type === "file" ? file(command, context) : [];
    switch (command.type) {
      case "file":
        return [];
      case "withdraw":
        return withdraw(state, command.authorisation, context);
      case "end-agency":
        return endAgency(state, command, context);
      case "bring":
        return bring(state, command, context);
      case "note-brought":
        return noteBrought(state, command);
      case "note": {
        const { item, status, sequence } = command;
        const part = state.parts.find((one) => one.item === item);
        if (part === undefined || sequence <= part.followedTo) return [];
        return told(state, { type: "permits.bundle.part-moved", data: { item, status, sequence } }, status, context);
      }
      case "refuse-part": {
        const { item, code, details } = command;
        const part = state.parts.find((one) => one.item === item);
        if (part?.status !== "filed") return [];
        return told(
          state,
          { type: "permits.bundle.part-refused", data: { item, code, details } },
          "not-received",
          context,
        );
      }
    }
  },
  evolve,
  listed: (state, id) => ({
    byStatus: { partition: `bundle:${state.status}`, sort: `${state.filedOn}#${id}` },
    byDomain: { partition: `bundle-of-party:${state.party}`, sort: `${state.filedOn}#${id}` },
    ...(state.owner === undefined
      ? {}
      : { byOwner: { partition: `bundle:${state.owner}`, sort: `${state.filedOn}#${id}` } }),
  }),
};

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
function withdraw(state: Bundle, given: Authorisation | undefined, context: Context): Decision<BundleEvent> {
  const mayNot = mayNotAct(state, given, context);
  if (mayNot !== undefined) return mayNot;
  if (state.status !== "open") return notNow("permits.bundle-over", { status: state.status });
  const parts = state.parts.filter((part) => !isOver(part)).map(({ item, application }) => ({ item, application }));
  const { bundle: code, name } = state;
  return [
    { type: "permits.bundle.withdrawn", data: { bundle: code, name, withdrawnOn: context.today.toString(), parts } },
  ];
}

/** L9: the authorisation has ended: the bundle goes on with the villager, by his login if he has one. */
function endAgency(
  state: Bundle,
  { authorisation, resident }: Extract<BundleCommand, { type: "end-agency" }>,
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

function evolve(state: Bundle | undefined, event: Recorded<BundleEvent>): Bundle {
  if (event.type === "permits.bundle.filed") {
    const { parts, channel, form, ...data } = event.data;
    const filed = parts.map((part): Part => ({ ...part, status: "filed", followedTo: 0 }));
    const via = channel === "agent" || channel === "online" ? channel : "window";
    return { status: "open", ...data, channel: via, ...event.personal, parts: filed, ...present({ form }) };
  }
  if (state === undefined) throw new TypeError("a bundle begins by being filed");
  const change = (item: string, made: Partial<Part>) => ({
    ...state,
    parts: state.parts.map((part) => (part.item === item ? { ...part, ...made } : part)),
  });
  switch (event.type) {
    case "permits.bundle.part-moved":
      return change(event.data.item, { status: event.data.status, followedTo: event.data.sequence });
    case "permits.bundle.part-refused": {
      const { item, code, details } = event.data;
      return change(item, { status: "not-received", refusal: { code, details } });
    }
    case "permits.bundle.brought":
      return { ...state, brought: brought(state, event.data.parts, event.sequence) };
    case "permits.bundle.part-answered":
      return { ...state, brought: answered(state, event.data) };
    case "permits.bundle.agency-ended": {
      const { owner: _agent, ...rest } = state;
      return { ...rest, ...event.personal, agencyEndedOn: event.data.on };
    }
    case "permits.bundle.withdrawn":
      return { ...state, status: "withdrawn", withdrawnOn: event.data.withdrawnOn };
    case "permits.bundle.done":
      return { ...state, status: state.status === "withdrawn" ? "withdrawn" : "done", doneOn: event.data.doneOn };
  }
}
