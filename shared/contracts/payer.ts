import * as z from "zod";
import { titled } from "../text/titled.ts";

/**
 * P-1: who owes what an event is about, under a mask that only the town's services take off. Of two claims of one person others do
 * not see that they are his. Absent where the town does not know him.
 */
export const toldPayer = titled(
  z.object({
    kind: z.enum(["citizen", "organisation"]),
    masked: titled(z.string().regex(/^[0-9A-F]{32}$/), {
      zh: "缴款人（掩码，仅本镇服务可识别）",
      en: "Payer, masked; only the town's services know him",
    }),
  }),
  { zh: "缴款人", en: "Payer" },
);
