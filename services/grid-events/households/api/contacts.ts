import * as z from "zod";
import { type Actor, present } from "../../../../shared/decider/index.ts";
import { create, forReason, hasRole, list, type Route, resource } from "../../../../shared/http/index.ts";
import { maskPhone } from "../../../../shared/identity-codes/index.ts";
import { phone } from "../../../../shared/parties/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { type Loaded, member } from "../../../../shared/store/index.ts";
import { lineOf, personOrBodyName, textOf, titled } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { type ContactCommand, contactMoves, type HouseholdContact, householdContact } from "../domain/contact.ts";
import { householdKey, householdPlace, type TakeHousehold } from "../domain/household-place.ts";

/** Who links cadres and households, and sees how far it is. */
export const linkers = ["dispatcher", "leader"] as const satisfies readonly Role[];
export const contactOverseers = [...linkers, "supervisor"] as const satisfies readonly Role[];
/** Who looks after households. */
export const cadres = ["grid-worker", "clerk", "officer", "reviewer", "approver"] as const satisfies readonly Role[];

const village = z.string().regex(/^\d{12}$/);
const household = z.strictObject({
  ...{ name: personOrBodyName, phone: phone.exactOptional(), address: lineOf(200, 2) },
  people: z.int().min(1).max(50),
});
const householdView = z.object({
  ...{ name: z.string(), phone: z.string().optional() },
  ...{ address: z.string(), people: z.int() },
});
const contactView = z.object({
  ...{ id: z.string(), version: z.int(), status: z.enum(["linked", "unlinked"]), village: z.string() },
  cadre: z.string(),
  /** For its cadre alone. */
  household: householdView.optional(),
});
const contactRow = contactView.pick({ id: true, version: true, status: true, village: true, cadre: true });

const isHis = ({ cadre }: Pick<HouseholdContact, "cadre">, actor: Pick<Actor, "sub"> | undefined): boolean =>
  actor !== undefined && actor.sub === cadre;

/** By the name and the lane its cadre knows which household it is; the number stays masked here too (D1). */
const maskedHousehold = ({ phone: number, ...household }: HouseholdContact["household"]) => ({
  ...household,
  ...present({ phone: number === undefined ? undefined : maskPhone(number) }),
});

const viewContact = ({ id, version, state }: Loaded<HouseholdContact>, actor: Actor | undefined) => ({
  ...{ id, version, status: state.status, village: state.village, cadre: state.cadre },
  ...(isHis(state, actor) ? { household: maskedHousehold(state.household) } : {}),
});

const contacts = resource({
  of: householdContact,
  at: "/grid-events/household-contacts",
  staff: contactOverseers,
  own: ({ state }, actor) => isHis(state, actor),
  moves: contactMoves,
  statusOf: ({ status }) => status,
  returns: contactView,
  view: (loaded, { actor }) => viewContact(loaded, actor),
});
/** Where a household stands, and the contact that is found there: it counts while it stands and is of this household. */
async function foundAt(
  { village, household }: Pick<HouseholdContact, "village" | "household">,
  { store, keyed }: Runtime,
): Promise<{ readonly key: string; readonly found: TakeHousehold["found"] }> {
  const keyOf = (of: Pick<HouseholdContact, "village" | "household">) =>
    keyed("household-place", householdKey(of.village, of.household), 32);
  const key = keyOf({ village, household });
  const contact = (await store.load(householdPlace, key))?.state.contact;
  if (contact === undefined) return { key, found: undefined };
  const known = await store.load(householdContact, contact);
  return { key, found: { contact, stands: known?.state.status === "linked" && keyOf(known.state) === key } };
}
type FoundAt = Awaited<ReturnType<typeof foundAt>>;
const placeOf = (learnt: FoundAt | undefined) => ({
  place: member(householdPlace, learnt?.key ?? "", { expects: "either" as const }),
});
const taking = (contact: string, learnt: FoundAt | undefined) => ({
  place: { type: "take" as const, contact, found: learnt?.found },
});
const cadre = titled(lineOf(128), { zh: "联系干部", en: "Cadre" });

/** Cadres and households (包组联户, G9). The household is read by its cadre alone. */
export const contactRoutes: readonly Route[] = [
  create("POST /grid-events/household-contacts", {
    summary: { zh: "建立包组联户关系", en: "Say which cadre looks after a household" },
    allow: linkers,
    of: householdContact,
    id: ({ unique }) => unique,
    body: z.strictObject({ village, cadre, household }),
    learn: ({ body, runtime }) => foundAt(body, runtime),
    run: ({ body }): ContactCommand => ({ type: "link", ...body }),
    others: {
      members: ({ learnt }) => placeOf(learnt),
      commands: ({ id, learnt }) => taking(id, learnt),
    },
    returns: contacts.returns,
    view: contacts.view,
  }),
  list("GET /grid-events/household-contacts", {
    summary: { zh: "包组联户：干部为本人的，其余按村；不显示户情", en: "Contacts: one's own, or by village; no names" },
    allow: [...contactOverseers, ...cadres],
    of: householdContact,
    query: { village: village.optional() },
    sparse: true,
    returns: contactRow,
    find: ({ query, actor }) => {
      if (!hasRole(actor, contactOverseers))
        return { index: "byDoer", partition: `household-contact:${actor?.sub ?? ""}` };
      return query.village === undefined
        ? { index: "byStatus", partition: "household-contact:linked" }
        : { index: "byGrid", partition: `household-contact:${query.village}` };
    },
    keep: ({ state }, { actor }) => hasRole(actor, contactOverseers) || isHis(state, actor),
    view: ({ id, version, state }) => ({
      ...{ id, version, status: state.status, village: state.village, cadre: state.cadre },
    }),
  }),
  contacts.read({ zh: "一户的联系", en: "One contact" }, [...contactOverseers, ...cadres]),
  contacts.history(
    { zh: "一户的联系的经过（含何人因何查看）", en: "All that happened to it, and who read it and why" },
    [...contactOverseers, ...cadres],
  ),
  contacts.step("hand-over", {
    summary: { zh: "调整联系干部", en: "Hand it to another cadre" },
    allow: linkers,
    body: z.strictObject({ cadre }),
    run: ({ body }) => ({ type: "hand-over", ...body }),
  }),
  contacts.step("change-household", {
    summary: { zh: "更正户情（联系干部本人）", en: "Change what is known of the household" },
    allow: cadres,
    body: z.strictObject({ household }),
    learn: async ({ id, body, runtime }) => {
      const village = (await runtime.store.load(householdContact, id))?.state.village ?? "";
      return foundAt({ village, household: body.household }, runtime);
    },
    learnsFromTable: true,
    run: ({ body }) => ({ type: "change-household", ...body }),
    others: {
      members: ({ learnt }) => placeOf(learnt),
      commands: ({ id, learnt }) => taking(id, learnt),
    },
  }),
  contacts.step("unlink", {
    summary: { zh: "解除联系", en: "End it" },
    allow: linkers,
    body: z.strictObject({ reasons: textOf(1_000, 2) }),
    run: ({ body }) => ({ type: "unlink", ...body }),
  }),
  contacts.step("disclose", {
    summary: {
      zh: "说明理由查看户情和完整电话（留痕）",
      en: "Read the household with its number, for a reason on record",
    },
    allow: [...contactOverseers, ...cadres],
    body: forReason,
    run: ({ body }) => ({ type: "disclose", ...body }),
    answers: {
      returns: z.object({ id: z.string(), version: z.int(), household: householdView }),
      view: ({ id, version, state }: Loaded<HouseholdContact>) => ({ id, version, household: { ...state.household } }),
    },
  }),
];
