import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import { parseCitizenNumber } from "../../../../shared/identity-codes/index.ts";
import { documentKind, type Keyed, parseDocument, partyKey, phone } from "../../../../shared/parties/index.ts";
import { lineOf, personOrBodyName, textOf } from "../../../../shared/text/index.ts";
import { type CaseParty, partyKinds, sourceKinds } from "../domain/case/case.ts";
import type { ProposedAct } from "../domain/case/messages.ts";

export const date = z.iso.date();
export const line = lineOf(200);
export const words = textOf(2_000, 2);
export const person = lineOf(100);
export const reasons = z.strictObject({ reasons: words });
export const partyId = z.string().regex(/^P\d{1,3}$/);
export const actId = z.string().regex(/^A\d{1,3}$/);
export const penaltyCode = z.string().regex(/^PN-\d{3}$/);

export const place = z.strictObject({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) });

/** An act as an officer states it; what the list says of it is added. */
export const actBody = z.strictObject({
  code: penaltyCode,
  by: z.array(partyId).min(1).max(20),
  from: date,
  until: date.exactOptional(),
  discoveredOn: date,
  harm: z.boolean(),
  place,
  address: line,
  facts: words,
});

const incapacity = z.strictObject({ from: date, until: date.exactOptional(), basis: line });

/** A party: a citizen by his paper, a body or a sole trader by its credit code. */
export const partyBody = z.strictObject({
  id: partyId,
  kind: z.enum(partyKinds),
  role: z.enum(["principal", "responsible"]),
  of: partyId.exactOptional(),
  name: personOrBodyName,
  operator: personOrBodyName.exactOptional(),
  document: documentKind.exactOptional(),
  idNumber: lineOf(40),
  phone,
  address: line,
  bornOn: date.exactOptional(),
  incapable: z.array(incapacity).max(10).exactOptional(),
});

export const partiesBody = z.array(partyBody).min(1).max(20);
export const actsBody = z.array(actBody).min(1).max(20);
export const sourceBody = z.strictObject({
  kind: z.enum(sourceKinds.filter((kind) => kind !== "split" && kind !== "on-spot" && kind !== "rectification")),
  id: lineOf(60).exactOptional(),
  receivedOn: date,
});
export const elsewhereBody = z.strictObject({ organ: line, filedOn: date, document: line });

/** The number as it is kept, and the birth that an identity number says. */
export function partyOf(body: z.output<typeof partyBody>, keyed: Keyed): CaseParty {
  const read = body.kind === "citizen" ? parseDocument(body.document ?? "resident-id", body.idNumber) : undefined;
  const idNumber = read?.ok === true ? read.value : body.idNumber;
  const citizen = body.kind === "citizen" && body.document === undefined ? parseCitizenNumber(idNumber) : undefined;
  const bornOn = body.bornOn ?? (citizen?.ok === true ? citizen.birth : undefined);
  const { of, operator, document, incapable, id, kind, role, name, phone: number, address } = body;
  const key = partyKey(keyed, { idNumber, ...present({ document }) });
  return {
    id,
    kind,
    role,
    name,
    idNumber,
    phone: number,
    address,
    key,
    ...present({ of, operator, document, incapable, bornOn }),
  };
}

export const proposedAct = (act: z.output<typeof actBody>): ProposedAct => act;
