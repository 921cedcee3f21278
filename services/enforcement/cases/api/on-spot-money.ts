import * as z from "zod";
import type { Route } from "../../../../shared/http/index.ts";
import { caseOfficers, treasury } from "../../common/api/roles.ts";
import { date, line, person, words } from "./case-bodies.ts";
import { onSpotRegister } from "./on-spot-register.ts";

/** The money of a penalty on the spot (CF-68 to CF-71). */
export const onSpotMoney: readonly Route[] = [
  onSpotRegister.step("collect", {
    summary: {
      zh: "当场收缴罚款（须填写财政票据号码）",
      en: "Collect the fine on the spot, with the number of the fiscal receipt",
    },
    allow: caseOfficers,
    body: z.strictObject({
      receipt: line,
      hardToEnforceLater: z.boolean(),
      remote: z.boolean(),
      partyProposes: z.boolean(),
      reasons: words,
    }),
    run: ({ body }) => ({ type: "collect", ...body }),
  }),
  onSpotRegister.step("hand-in", {
    summary: { zh: "将收缴的罚款交至本机关", en: "Hand the money to the organ" },
    allow: caseOfficers,
    body: z.strictObject({ to: person }),
    run: ({ body }) => ({ type: "hand-in", ...body }),
  }),
  onSpotRegister.step("deposit", {
    summary: { zh: "将罚款缴付指定银行", en: "Pay the money into the bank" },
    allow: treasury,
    body: z.strictObject({ voucher: line }),
    run: ({ body }) => ({ type: "deposit", ...body }),
  }),
  onSpotRegister.step("note-paid", {
    summary: { zh: "登记当事人已在银行缴款", en: "Note that the party paid at the bank" },
    allow: treasury,
    body: z.strictObject({ on: date, voucher: line }),
    run: ({ body }) => ({ type: "note-paid", ...body }),
  }),
];
