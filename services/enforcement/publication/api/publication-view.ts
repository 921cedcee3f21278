import * as z from "zod";
import { limitSchema } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { rowOf } from "../../../../shared/http/index.ts";
import { officialNumber } from "../../../../shared/papers/official-number-schema.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { titled } from "../../../../shared/text/index.ts";
import { penaltyKinds } from "../../../../shared/town/listed-penalties.ts";
import { text } from "../../common/api/schemas.ts";
import type { Content } from "../domain/content.ts";
import { creditClasses } from "../domain/credit.ts";
import { effects, fellFor, lateFor, type Publication, publicationStatuses } from "../domain/publication.ts";

const date = z.iso.date();

/** What the public reads of a decision. */
export const publishedContent = z.object({
  party: z.object({
    kind: z.enum(["citizen", "organisation", "sole-trader"]),
    name: z.string(),
    creditCode: z.string().optional(),
  }),
  place: z.string().optional(),
  items: z.array(z.string()),
  legalBasis: z.array(z.string()),
  kinds: z.array(z.enum(penaltyKinds)),
  fineFen: z.int(),
  gainsFen: z.int(),
  summary: z.string(),
});

export const viewContent = ({ codes, legalBasis, kinds, party, ...rest }: Content) => ({
  ...rest,
  party: { ...party },
  items: [...codes],
  legalBasis: [...legalBasis],
  kinds: [...kinds],
});

/** A publication as the house and the party read it. */
export const publicationView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(publicationStatuses),
  case: z.string(),
  proceeding: z.string(),
  number: officialNumber,
  decidedOn: date,
  organ: z.object({ name: text, uscc: z.string() }),
  items: z.array(z.string()),
  kinds: z.array(z.enum(penaltyKinds)),
  effects: z.array(z.enum(effects)),
  credit: z.object({ class: z.enum(creditClasses), earliestRepair: date, until: date }),
  proposedOn: date,
  publishBy: limitSchema,
  secrets: z.array(z.string()),
  overdue: titled(z.array(z.enum(lateFor)), { zh: "已逾期的事项", en: "What is late" }),
  shown: z.object({ on: date, content: publishedContent, otherSites: z.array(z.string()) }).optional(),
  declinedOn: date.optional(),
  goneOn: date.optional(),
  fell: z.enum(fellFor).optional(),
  document: z.string().optional(),
  takeDown: z.object({ limit: limitSchema, doneOn: date.optional() }).optional(),
  repair: z.object({ askedOn: date, by: z.enum(["party", "staff"]), limit: limitSchema }).optional(),
});

export function viewPublication({ id, version, state }: Loaded<Publication>) {
  const { status, case: of, proceeding, number, decidedOn, organ, credit, proposedOn, publishBy } = state;
  const shown = "shown" in state ? state.shown : undefined;
  const takeDown = "takeDown" in state ? state.takeDown : undefined;
  const repair = state.status === "published" ? state.repair : undefined;
  return {
    ...{ id, version, status, case: of, proceeding, number, decidedOn, organ, credit, proposedOn, publishBy },
    ...{ items: [...state.codes], kinds: [...state.kinds], effects: [...state.because] },
    ...{ secrets: [...state.secrets], overdue: [...state.late] },
    ...present({
      shown: shown && {
        on: shown.on,
        content: viewContent(shown.content),
        otherSites: [...shown.elsewhere],
      },
      declinedOn: state.status === "declined" ? state.declinedOn : undefined,
      goneOn: "goneOn" in state ? state.goneOn : undefined,
      fell: "fell" in state ? state.fell : undefined,
      document: state.status === "withdrawn" ? state.document : undefined,
      takeDown: takeDown && { limit: takeDown.by, ...present({ doneOn: takeDown.doneOn }) },
      repair: repair && { askedOn: repair.askedOn, by: repair.by, limit: repair.decideBy },
    }),
  };
}

/** A publication in a list. */
export const publicationRow = publicationView.pick({
  ...{ id: true, version: true, status: true, case: true, number: true, decidedOn: true },
  ...{ items: true, kinds: true, effects: true, overdue: true },
});
export const viewPublicationRow = rowOf(publicationRow, viewPublication);
