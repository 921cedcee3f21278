import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { fileDigest } from "../../../../shared/files/digest.ts";
import { create, type Route, resource } from "../../../../shared/http/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { factReference } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { mayReadProceeding, proceeding } from "../../cases/index.ts";
import { addressConfirmation, type Confirmation, type ConfirmationCommand } from "../domain/confirmation.ts";

const date = z.iso.date();
const view = z.object({
  id: z.string(),
  version: z.int(),
  confirmedOn: date,
  address: z.string(),
  electronic: z.object({ system: z.string(), from: date, withdrawnOn: date.optional() }).optional(),
});

/** The address is shown to the party and to who deals with his proceeding; the account to nobody. */
function viewConfirmation({ id, version, state }: Loaded<Confirmation>) {
  const { confirmedOn, address, electronic } = state;
  if (electronic === undefined) return { id, version, confirmedOn, address };
  const { system, from, withdrawnOn } = electronic;
  return {
    ...{ id, version, confirmedOn, address },
    electronic: { system, from, ...(withdrawnOn === undefined ? {} : { withdrawnOn }) },
  };
}

const confirmations = resource({
  of: addressConfirmation,
  at: "/enforcement/address-confirmations",
  staff: [],
  own: async ({ id }, actor, { store, town, clock }) => {
    const of = (await store.load(proceeding, id))?.state;
    return of !== undefined && mayReadProceeding(of, actor, { town, today: todayIn(clock()) });
  },
  returns: view,
  view: viewConfirmation,
});

/** Where a party takes papers (送达地址确认书, CF-61). Its id is that of his proceeding. */
export const confirmationRoutes: readonly Route[] = [
  create("POST /enforcement/address-confirmations", {
    summary: {
      zh: "确认送达地址，同意或者不同意电子送达",
      en: "Confirm the address for papers, with or without consent",
    },
    allow: ["resident", "officer", "squad-leader"],
    of: addressConfirmation,
    expects: "either",
    body: z.strictObject({
      proceeding: lineOf(120),
      address: lineOf(200, 4),
      signed: fileDigest,
      electronic: z.strictObject({ system: lineOf(100, 2), account: lineOf(100, 2) }).exactOptional(),
    }),
    returns: confirmations.returns,
    id: ({ body }) => body.proceeding,
    facts: ({ body }) => ({ of: factReference(proceeding, body.proceeding) }),
    run: ({ body: { proceeding: _id, ...body }, facts: { of } }): ConfirmationCommand => ({
      type: "confirm",
      ...body,
      partyKey: of?.party.key,
      handlers: of?.handlers ?? [],
    }),
    view: confirmations.view,
  }),
  confirmations.read({ zh: "一名当事人的送达地址", en: "The address of one party" }, [
    "resident",
    "officer",
    "squad-leader",
    "legal-reviewer",
    "leader",
    "supervisor",
  ]),
  confirmations.step("withdraw-consent", {
    summary: { zh: "撤回电子送达的同意", en: "Take back the consent to electronic service" },
    allow: ["resident"],
    body: z.strictObject({}),
    facts: ({ id }) => ({ of: factReference(proceeding, id) }),
    run: ({ facts: { of } }): ConfirmationCommand => ({ type: "withdraw-consent", partyKey: of?.party.key }),
  }),
];
